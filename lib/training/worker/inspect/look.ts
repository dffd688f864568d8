import * as tf from '@tensorflow/tfjs';
import type { NodeId } from '@/lib/core/ids';
import type { LayerLook, LookReply, LookRequest } from '@/lib/training/inspect/protocol';
import { keptPass } from '@/lib/training/worker/inspect/kept-pass';
import { scaledDown } from '@/lib/training/worker/inspect/miniature';
import type { InspectNetwork } from '@/lib/training/worker/inspect/network';
import { ownValues } from '@/lib/training/worker/inspect/own-values';

export interface Looker {
  look(request: LookRequest): Promise<LookReply>;
  /** Before the weights change, or the network goes. */
  forget(): void;
}

/** Looks at one sample at a time; of the one looked at last, what has been computed is not computed again. */
export function createLooker(network: InspectNetwork): Looker {
  const pass = keptPass(network);
  return {
    async look(request) {
      const started = performance.now();
      const tensors = passed(request);
      try {
        const [whole, small, output] = await Promise.all(
          [tensors.whole, tensors.small, tensors.output].map((part) => Promise.all(part.map(valuesOf))),
        );
        return {
          layers: request.layers.map((node, at) => layerLook(node, tensors.whole[at], whole?.[at])),
          miniatures: request.miniatures.map((node, at) => {
            const { shape, values } = layerLook(node, tensors.small[at], small?.[at]);
            return { node, ...scaledDown({ shape, values }, request.miniatureSize) };
          }),
          output: output?.[0] ?? new Float32Array(),
          milliseconds: performance.now() - started,
        };
      } finally {
        tf.dispose([tensors.whole, tensors.small, tensors.output]);
      }
    },
    forget: pass.forget,
  };

  function passed({ input, layers, miniatures }: LookRequest) {
    const values = pass.outputs(input, [...layers, ...miniatures, network.outputNode]);
    const [first, rest] = [layers.length, layers.length + miniatures.length];
    const means = values.slice(first, rest).map((value) => tf.tidy(() => meanMap(value)));
    tf.dispose(values.slice(first, rest));
    return { whole: values.slice(0, first), small: means, output: values.slice(rest) };
  }
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
