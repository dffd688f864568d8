import type * as tf from '@tensorflow/tfjs';
import { wasmKernel, type KernelCall } from '@/lib/training/worker/wasm-kernels/wasm-backend';

/** A second tensor on the same numbers, which are never written to again. tfjs's own kernel copies them. */
export const identity = wasmKernel('Identity', ({ inputs, backend }: KernelCall<'x'>): tf.TensorInfo => {
  const { dataId, shape, dtype } = inputs.x;
  backend.incRef(dataId);
  return { dataId, shape, dtype };
});
