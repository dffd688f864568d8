import * as tf from '@tensorflow/tfjs';
import { addressOf, simdOf, withScratch } from '@/lib/training/worker/wasm-kernels/simd';
import { wasmKernel, type KernelCall } from '@/lib/training/worker/wasm-kernels/wasm-backend';

interface Attrs {
  readonly axis?: number | number[];
  readonly keepDims?: boolean;
}

/** How many axes are summed if they are the first ones, and not all; null otherwise. */
function leadingAxes({ shape }: tf.TensorInfo, axis: number | number[] | undefined): number | null {
  if (axis === undefined) return null;
  const axes = tf.util.parseAxisParam(axis, [...shape]).sort((a, b) => a - b);
  const isLeading = axes.length > 0 && axes.length < shape.length && axes.every((value, index) => value === index);
  return isLeading ? axes.length : null;
}

/**
 * Sums over the first axes, which a bias's gradient is: tfjs's own kernel transposes the whole tensor to make them the last.
 * All other sums are tfjs's.
 */
export function sum(stock: tf.KernelFunc | undefined): tf.KernelConfig {
  return wasmKernel('Sum', ({ inputs, backend, attrs }: KernelCall<'x'>) => {
    const { x } = inputs;
    const { axis, keepDims = false } = attrs as unknown as Attrs;
    const simd = x.dtype === 'float32' ? simdOf(backend) : null;
    const count = leadingAxes(x, axis);
    if (simd === null || count === null) {
      if (stock === undefined) throw new Error('The wasm backend has no sum.');
      return stock({ inputs, backend, attrs }) as tf.TensorInfo;
    }
    const rest = x.shape.slice(count);
    const [rows, columns] = [tf.util.sizeFromShape(x.shape.slice(0, count)), tf.util.sizeFromShape(rest)];
    const output = backend.makeOutput(keepDims ? [...x.shape.slice(0, count).fill(1), ...rest] : rest, 'float32');
    withScratch(backend, [columns * Float32Array.BYTES_PER_ELEMENT], (part = 0) => {
      simd.sumRows(addressOf(backend, x), rows, columns, part, addressOf(backend, output));
    });
    return output;
  });
}
