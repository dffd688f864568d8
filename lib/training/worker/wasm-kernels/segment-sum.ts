import type * as tf from '@tensorflow/tfjs';
import { wasmKernel, type KernelCall } from '@/lib/training/worker/wasm-kernels/wasm-backend';

/**
 * Adds the rows of `x` up by the number that `segmentIds` (a vector) gives each: the gradient of looking rows up, which
 * embeddings need and tfjs's wasm backend lacks.
 */
function computeSegmentSum({ inputs, backend, attrs }: KernelCall<'x' | 'segmentIds'>): tf.TensorInfo {
  const { numSegments } = attrs as unknown as { readonly numSegments: number };
  const { x, segmentIds } = inputs;
  const [rows = 0, ...rest] = x.shape;
  const width = rest.reduce((product, size) => product * size, 1);
  const output = backend.makeOutput([numSegments, ...rest], 'float32');
  // Views on the heap: made after the last allocation, which may move the heap.
  const [values, ids] = [backend.typedArrayFromHeap(x), backend.typedArrayFromHeap(segmentIds)];
  const sums = backend.typedArrayFromHeap(output).fill(0);
  for (let row = 0; row < rows; row += 1) {
    const segment = ids[row] ?? -1;
    if (segment < 0 || segment >= numSegments) continue;
    for (let column = 0; column < width; column += 1) {
      const at = segment * width + column;
      sums[at] = (sums[at] ?? 0) + (values[row * width + column] ?? 0);
    }
  }
  return output;
}

export const segmentSum = wasmKernel('UnsortedSegmentSum', computeSegmentSum);
