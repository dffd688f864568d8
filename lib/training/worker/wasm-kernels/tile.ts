import type * as tf from '@tensorflow/tfjs';
import { wasmKernel, type KernelCall } from '@/lib/training/worker/wasm-kernels/wasm-backend';

/** Whether repeating x along its axes is the whole of x, again and again: no repeated axis lies behind one with a size. */
function isWholeRepeated(shape: readonly number[], reps: readonly number[]): boolean {
  const lastRepeated = reps.reduce((last, count, axis) => (count > 1 ? axis : last), -1);
  return shape.every((size, axis) => size === 1 || axis >= lastRepeated);
}

/**
 * Repeats a tensor. Where the whole of it is repeated, as means are over a batch in the gradient of batch normalization, the
 * copies are made by doubling; tfjs's own kernel goes number by number, which was more than half of such a network's step.
 */
export function tile(stock: tf.KernelFunc | undefined): tf.KernelConfig {
  return wasmKernel('Tile', ({ inputs, backend, attrs }: KernelCall<'x'>) => {
    const { x } = inputs;
    const { reps } = attrs as unknown as { readonly reps: readonly number[] };
    const isOurs = x.dtype === 'float32' && reps.length === x.shape.length && isWholeRepeated(x.shape, reps);
    if (!isOurs) {
      if (stock === undefined) throw new Error('The wasm backend repeats no tensors.');
      return stock({ inputs, backend, attrs }) as tf.TensorInfo;
    }
    const output = backend.makeOutput(
      x.shape.map((size, axis) => size * (reps[axis] ?? 1)),
      'float32',
    );
    // Views on the heap: made after the last allocation, which may move the heap.
    const [from, to] = [backend.typedArrayFromHeap(x), backend.typedArrayFromHeap(output)];
    if (from.length > 0 && to.length > 0) to.set(from);
    for (let done = from.length; done > 0 && done < to.length; done *= 2) {
      to.copyWithin(done, 0, Math.min(done, to.length - done));
    }
    return output;
  });
}
