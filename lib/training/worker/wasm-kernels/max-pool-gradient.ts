import * as tf from '@tensorflow/tfjs';
import { addressOf, simdOf } from '@/lib/training/worker/wasm-kernels/simd';
import { wasmKernel, type KernelCall } from '@/lib/training/worker/wasm-kernels/wasm-backend';

interface Attrs {
  readonly filterSize: [number, number] | number;
  readonly strides: [number, number] | number;
  readonly pad: 'valid' | 'same' | number;
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil';
}

/**
 * The gradient of max pooling: all of each window's goes to its first maximum. tfjs's own wasm kernel loses it where
 * the maximum is zero or negative (its running maximum starts at the smallest positive number).
 */
function computeMaxPoolGradient({ inputs, backend, attrs }: KernelCall<'dy' | 'input'>): tf.TensorInfo {
  const { filterSize, strides, pad, dimRoundingMode } = attrs as unknown as Attrs;
  const { dy, input } = inputs;
  const shape = input.shape as [number, number, number, number];
  const pool = tf.backend_util.computePool2DInfo(shape, filterSize, strides, 1, pad, dimRoundingMode);
  const output = backend.makeOutput(input.shape, 'float32');
  const simd = simdOf(backend);
  if (simd !== null) {
    const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, padInfo } = pool;
    simd.maxPoolGradient(
      ...[addressOf(backend, input), addressOf(backend, dy), addressOf(backend, output)],
      ...[batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, pool.filterHeight, pool.filterWidth],
      ...[pool.strideHeight, pool.strideWidth, padInfo.top, padInfo.left],
    );
    return output;
  }
  // Views on the heap: made after the last allocation, which may move the heap.
  const dx = backend.typedArrayFromHeap(output);
  scatter(pool, backend.typedArrayFromHeap(input), { dy: backend.typedArrayFromHeap(dy), dx });
  return output;
}

interface Range {
  readonly start: number;
  readonly end: number;
}

function windowRange(
  position: number,
  stride: number,
  options: { before: number; window: number; size: number },
): Range {
  const from = position * stride - options.before;
  return { start: Math.max(0, from), end: Math.min(options.size, from + options.window) };
}

function scatter(
  pool: tf.backend_util.Conv2DInfo,
  x: Float32Array,
  { dy, dx }: { readonly dy: Float32Array; readonly dx: Float32Array },
): void {
  dx.fill(0);
  const { batchSize, inHeight, inWidth, outHeight, outWidth, inChannels, strideHeight, strideWidth, padInfo } = pool;
  const vertical = { before: padInfo.top, window: pool.effectiveFilterHeight, size: inHeight };
  const horizontal = { before: padInfo.left, window: pool.effectiveFilterWidth, size: inWidth };
  let at = 0;
  for (let sample = 0; sample < batchSize; sample += 1) {
    for (let y = 0; y < outHeight; y += 1) {
      const rows = windowRange(y, strideHeight, vertical);
      for (let column = 0; column < outWidth; column += 1) {
        const columns = windowRange(column, strideWidth, horizontal);
        for (let channel = 0; channel < inChannels; channel += 1) {
          let best = -1;
          let most = Number.NEGATIVE_INFINITY;
          for (let row = rows.start; row < rows.end; row += 1) {
            const rowStart = ((sample * inHeight + row) * inWidth + columns.start) * inChannels + channel;
            const rowEnd = rowStart + (columns.end - columns.start) * inChannels;
            for (let cell = rowStart; cell < rowEnd; cell += inChannels) {
              const value = x[cell] ?? 0;
              if (value > most || best < 0) {
                most = value;
                best = cell;
              }
            }
          }
          if (best >= 0) dx[best] = (dx[best] ?? 0) + (dy[at] ?? 0);
          at += 1;
        }
      }
    }
  }
}

export const maxPoolGradient = wasmKernel('MaxPoolGrad', computeMaxPoolGradient);
