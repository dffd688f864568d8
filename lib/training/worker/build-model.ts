import * as tf from '@tensorflow/tfjs';
import type { JsonObject } from '@/lib/core/json';
import { elementCount, formatShape, sameShape } from '@/lib/core/tensor-type';
import type { ModelPlan, PlanLayer } from '@/lib/compile/plan';
import type { NamedTensor } from '@/lib/training/protocol';
import { CUSTOM_LAYERS } from '@/lib/training/worker/custom-layers';
import { spareInputGradient } from '@/lib/training/worker/first-convolution';
import { holdStatistics } from '@/lib/training/worker/hold-statistics';
import { toFailure, WorkerFailure } from '@/lib/training/worker/failure';

function shapeWithoutBatch(shape: tf.Shape): number[] {
  return shape.slice(1).map((size) => size ?? -1);
}

/** tfjs is not a validator: what it built must be what the plan says, layer by layer. */
function checkLayer(layer: tf.layers.Layer, planned: PlanLayer): void {
  const built = shapeWithoutBatch(layer.outputShape as tf.Shape);
  if (!sameShape(built, planned.outputShape)) {
    const detail = `built as ${formatShape(built)}, planned as ${formatShape(planned.outputShape)}`;
    throw new WorkerFailure('training/shape-mismatch', detail, planned.node);
  }
  const weights = layer.weights.map((weight) => formatShape(weight.shape.map((size) => size ?? -1)));
  const plannedWeights = planned.weights.map((weight) => formatShape(weight.shape));
  if (weights.join() !== plannedWeights.join()) {
    const detail = `built with weights ${weights.join(', ')}; planned ${plannedWeights.join(', ')}`;
    throw new WorkerFailure('training/shape-mismatch', detail, planned.node);
  }
}

/** Builds the plan's model on the backend in use, with the start values and seeds of the JSON. The caller disposes it. */
export async function buildModel(plan: ModelPlan, json: JsonObject): Promise<tf.LayersModel> {
  const model = await buildDifferentiable(plan, json);
  spareInputGradient(model);
  return model;
}

/** The same, with gradients back to the input, which training does without. */
export async function buildDifferentiable(plan: ModelPlan, json: JsonObject): Promise<tf.LayersModel> {
  try {
    requireRegistered();
    const model = await tf.models.modelFromJSON(json as unknown as Parameters<typeof tf.models.modelFromJSON>[0]);
    for (const planned of plan.layers) checkLayer(model.getLayer(planned.name), planned);
    holdStatistics(model);
    return model;
  } catch (error) {
    throw error instanceof WorkerFailure ? error : new BuildFailure(error, plan);
  }
}

/** Also what keeps the bundler from dropping the modules that do the registering. */
function requireRegistered(): void {
  for (const { className } of Object.values(CUSTOM_LAYERS)) {
    if (!(className in tf.serialization.SerializationMap.getMap().classNameMap)) {
      throw new Error(`${className} is not registered with tfjs.`);
    }
  }
}

class BuildFailure extends WorkerFailure {
  constructor(error: unknown, plan: ModelPlan) {
    const { code, detail, node } = toFailure(error, plan, 'training/build-failed');
    super(code, detail, node);
  }
}

/** The weights by the plan's names, in its order. */
export async function readWeights(plan: ModelPlan, model: tf.LayersModel): Promise<readonly NamedTensor[]> {
  const read = plan.layers.flatMap((planned) => {
    const { weights } = model.getLayer(planned.name);
    return planned.weights.map(async ({ name, shape }, index) => {
      const values = (await weights[index]?.read().data()) as Float32Array;
      return { name: `${planned.name}/${name}`, shape, values };
    });
  });
  return Promise.all(read);
}

/** Fills every weight of the model; a missing or misshapen one is a failure that names it. */
export function writeWeights(plan: ModelPlan, model: tf.LayersModel, weights: readonly NamedTensor[]): void {
  const given = new Map(weights.map((weight) => [weight.name, weight]));
  for (const planned of plan.layers) {
    const layer = model.getLayer(planned.name);
    const values = planned.weights.map(({ name, shape }) => {
      const weight = given.get(`${planned.name}/${name}`);
      if (weight === undefined || weight.values.length !== elementCount(shape)) {
        const got = weight === undefined ? 'missing' : `${weight.values.length} values`;
        const detail = `${planned.name}/${name} is ${got}; it takes ${formatShape(shape)}`;
        throw new WorkerFailure('training/shape-mismatch', detail, planned.node);
      }
      return tf.tensor(weight.values, [...shape]);
    });
    if (values.length > 0) layer.setWeights(values);
    tf.dispose(values);
  }
}

/** Fills the layers that weights are given for; the others keep what they start from. */
export function writeStartWeights(plan: ModelPlan, model: tf.LayersModel, weights: readonly NamedTensor[]): void {
  const given = new Set(weights.map(({ name }) => name));
  const layers = plan.layers.filter((layer) => layer.weights.some(({ name }) => given.has(`${layer.name}/${name}`)));
  writeWeights({ ...plan, layers }, model, weights);
}
