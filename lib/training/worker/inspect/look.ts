import * as tf from '@tensorflow/tfjs';
import type { NodeId } from '@/lib/core/ids';
import type { LayerLook, LookReply, LookRequest } from '@/lib/training/inspect/protocol';
import { scaledDown } from '@/lib/training/worker/inspect/miniature';
import type { InspectNetwork } from '@/lib/training/worker/inspect/network';
import { ownValues } from '@/lib/training/worker/inspect/own-values';

/** One forward pass over one sample. */
export async function look(network: InspectNetwork, request: LookRequest, now: () => number): Promise<LookReply> {
  const started = now();
  const tensors = passed(network, request);
  try {
    const [whole, small, [output]] = await Promise.all([
      Promise.all(tensors.whole.map(valuesOf)),
      Promise.all(tensors.small.map(valuesOf)),
      Promise.all(tensors.output.map(valuesOf)),
    ]);
    const layers = request.layers.map((node, at) => layerLook(node, tensors.whole[at], whole[at]));
    const miniatures = request.miniatures.map((node, at) => {
      const { shape, values } = layerLook(node, tensors.small[at], small[at]);
      return { node, ...scaledDown({ shape, values }, request.miniatureSize) };
    });
    return { layers, miniatures, output: output ?? new Float32Array(), milliseconds: now() - started };
  } finally {
    tf.dispose([tensors.whole, tensors.small, tensors.output]);
  }
}

interface Passed {
  readonly whole: tf.Tensor[];
  readonly small: tf.Tensor[];
  readonly output: tf.Tensor[];
}

function passed(network: InspectNetwork, { input, layers, miniatures }: LookRequest): Passed {
  return tf.tidy(() => {
    const nodes = [...layers, ...miniatures, network.outputNode];
    const values = network.forward(network.inputTensor(input), nodes);
    const rest = layers.length + miniatures.length;
    return {
      whole: values.slice(0, layers.length),
      small: values.slice(layers.length, rest).map(meanMap),
      output: values.slice(rest),
    };
  });
}

/** What of a layer's output is read for its miniature: where it has places, the mean over the channels. */
function meanMap(output: tf.Tensor): tf.Tensor {
  return output.rank > 2 ? tf.mean(output, -1, true) : tf.clone(output);
}

async function valuesOf(tensor: tf.Tensor): Promise<Float32Array> {
  return ownValues(await tensor.data());
}

function layerLook(node: NodeId, tensor: tf.Tensor | undefined, values: Float32Array | undefined): LayerLook {
  if (tensor === undefined || values === undefined) throw new Error(`nothing was read of ${node}`);
  return { node, shape: tensor.shape.slice(1), values };
}
