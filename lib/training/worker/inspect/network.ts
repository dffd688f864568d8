import * as tf from '@tensorflow/tfjs';
import type { JsonObject } from '@/lib/core/json';
import type { NodeId } from '@/lib/core/ids';
import type { NamedTensor } from '@/lib/core/named-tensor';
import { elementCount, formatShape } from '@/lib/core/tensor-type';
import type { ModelPlan, PlanLayer } from '@/lib/compile/plan';
import { buildDifferentiable, writeWeights } from '@/lib/training/worker/build-model';
import { WorkerFailure } from '@/lib/training/worker/failure';
import { runLayers } from '@/lib/training/worker/inspect/run-layers';
import type { Scaler } from '@/lib/training/worker/scaler';

/** A network that is looked into. All tensors have the batch axis; those that are returned are the caller's to dispose. */
export interface InspectNetwork {
  readonly plan: ModelPlan;
  readonly model: tf.LayersModel;
  readonly scaler: Scaler;
  /** The plan layer that gives a node's output: its last. Throws 'training/internal' for a node that is not there. */
  layerOf(node: NodeId): PlanLayer;
  /** The node of the network's input, and of its first output. */
  readonly inputNode: NodeId;
  readonly outputNode: NodeId;
  /** One sample on the unit scale as a scaled batch of one; refuses another length. */
  inputTensor(values: Float32Array): tf.Tensor;
  /** The outputs of nodes, in their order, for a scaled batch; only what they need is computed. */
  forward(input: tf.Tensor, nodes: readonly NodeId[]): readonly tf.Tensor[];
  write(weights: readonly NamedTensor[]): void;
  dispose(): void;
}

export interface NetworkParts {
  readonly plan: ModelPlan;
  /** Keras JSON with seeded start values. */
  readonly json: JsonObject;
  /** null: the start values. */
  readonly weights: readonly NamedTensor[] | null;
  readonly scaler: Scaler;
}

/** On the backend in use. */
export async function createInspectNetwork({ plan, json, weights, scaler }: NetworkParts): Promise<InspectNetwork> {
  const [input, output] = [onlyInput(plan), plan.outputs[0]];
  if (output === undefined) throw new WorkerFailure('training/build-failed', 'the network has no output');
  const model = await buildDifferentiable(plan, json);
  const write = (values: readonly NamedTensor[]): void => writeWeights(plan, model, values);
  try {
    if (weights !== null) write(weights);
  } catch (error) {
    model.dispose();
    throw error;
  }
  const layers = new Map(plan.layers.map((layer) => [layer.node, layer]));
  const layerOf = (node: NodeId): PlanLayer => {
    const layer = layers.get(node);
    if (layer === undefined) throw new WorkerFailure('training/internal', `the network has no layer ${node}`, node);
    return layer;
  };
  return {
    plan,
    model,
    scaler,
    layerOf,
    inputNode: input.node,
    outputNode: plan.layers.find(({ name }) => name === output)?.node ?? output,
    inputTensor: (values) => {
      requireSample(plan, values);
      return tf.tensor(scaler.unit(values.slice()), [1, ...plan.inputShape]);
    },
    forward: (batch, nodes) => {
      const wanted = nodes.map((node) => layerOf(node).name);
      return runLayers({ plan, model }, { given: new Map([[input.name, batch]]), wanted });
    },
    write,
    dispose: () => void model.dispose(),
  };
}

/** Samples are one tensor each: a network of several inputs is not trained here either. */
function onlyInput({ inputs, layers }: ModelPlan): PlanLayer {
  const input = layers.find(({ name }) => name === inputs[0]);
  if (input !== undefined && inputs.length === 1) return input;
  const detail = `the network has ${inputs.length} inputs; samples are given to one`;
  throw new WorkerFailure('training/build-failed', detail, layers.find(({ name }) => name === inputs[1])?.node ?? null);
}

function requireSample({ inputShape }: ModelPlan, values: Float32Array): void {
  if (values.length === elementCount(inputShape)) return;
  const detail = `${values.length} values given, the network takes ${formatShape(inputShape)}`;
  throw new WorkerFailure('training/shape-mismatch', detail);
}
