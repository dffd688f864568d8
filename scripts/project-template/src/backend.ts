import * as tf from '@tensorflow/tfjs';
import '@tensorflow/tfjs-backend-wasm';
import { registerOrthogonal } from '@/lib/training/worker/orthogonal';
import { guardWasmMemory, registerWasmKernels } from '@/lib/training/worker/wasm-kernels';

/**
 * WebAssembly is many times faster in Node than the plain JavaScript of the "cpu" backend. TensorFlow.js cannot train
 * convolutions on it by itself: wasm-kernels.ts adds what is missing.
 */
export async function startBackend(): Promise<void> {
  tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
  registerWasmKernels();
  registerOrthogonal();
  if (await tf.setBackend('wasm')) guardWasmMemory(tf.backend());
  else await tf.setBackend('cpu');
}
