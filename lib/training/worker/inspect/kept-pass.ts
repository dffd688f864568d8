import * as tf from '@tensorflow/tfjs';
import type { NodeId } from '@/lib/core/ids';
import { elementCount } from '@/lib/core/tensor-type';
import type { InspectNetwork } from '@/lib/training/worker/inspect/network';
import { runLayers, stepsTo } from '@/lib/training/worker/inspect/run-layers';

/** What every layer gives for one sample may take this much; of a larger network nothing is kept. */
const MOST_BYTES = 256 * 2 ** 20;

export interface KeptPass {
  /** Of a sample on the unit scale, in the nodes' order. The caller disposes them. */
  outputs(input: Float32Array, nodes: readonly NodeId[]): readonly tf.Tensor[];
  forget(): void;
}

interface Kept {
  readonly input: Float32Array;
  /** By the names of the plan's layers. */
  readonly values: Map<string, tf.Tensor>;
}

/**
 * A forward pass that keeps what it has computed for as long as the sample stays the same: going from layer to layer over
 * a frozen picture costs no second pass.
 */
export function keptPass(network: InspectNetwork): KeptPass {
  const { plan } = network;
  const inputName = network.layerOf(network.inputNode).name;
  const bytes = plan.layers.reduce((sum, { outputShape }) => sum + elementCount(outputShape), 0) * FLOAT_BYTES;
  let kept: Kept | null = null;

  function forget(): void {
    if (kept !== null) tf.dispose([...kept.values.values()]);
    kept = null;
  }

  function keptFor(input: Float32Array): Kept {
    if (kept !== null && sameNumbers(kept.input, input)) return kept;
    forget();
    kept = { input, values: new Map([[inputName, network.inputTensor(input)]]) };
    return kept;
  }

  return {
    outputs(input, nodes) {
      if (bytes > MOST_BYTES) return tf.tidy(() => [...network.forward(network.inputTensor(input), nodes)]);
      const wanted = nodes.map((node) => network.layerOf(node).name);
      const { values } = keptFor(input);
      const way = stepsTo(plan, { given: values, wanted }).map(({ name }) => name);
      runLayers(network, { given: values, wanted: way }).forEach((value, at) => values.set(way[at] ?? '', value));
      return wanted.map((name) => tf.clone(values.get(name) as tf.Tensor));
    },
    forget,
  };
}

const FLOAT_BYTES = Float32Array.BYTES_PER_ELEMENT;

function sameNumbers(a: Float32Array, b: Float32Array): boolean {
  return a.length === b.length && a.every((value, at) => value === b[at]);
}
