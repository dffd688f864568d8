import * as tf from '@tensorflow/tfjs';
import { conv2dFilterGradient } from '@/lib/training/worker/wasm-kernels/conv2d-filter-gradient';
import { maxPoolGradient } from '@/lib/training/worker/wasm-kernels/max-pool-gradient';
import type { WasmBackend } from '@/lib/training/worker/wasm-kernels/wasm-backend';

const KERNELS: readonly tf.KernelConfig[] = [conv2dFilterGradient, maxPoolGradient];

/** Adds what tfjs's wasm backend lacks for training and replaces what it gets wrong. Call before the backend starts. */
export function registerWasmKernels(): void {
  for (const kernel of KERNELS) {
    if (tf.getKernel(kernel.kernelName, kernel.backendName) !== undefined) {
      tf.unregisterKernel(kernel.kernelName, kernel.backendName);
    }
    tf.registerKernel(kernel);
  }
}

/** tfjs would write to address 0 when the wasm heap is full: make that an error. */
export function guardWasmMemory(backend: tf.KernelBackend): void {
  const { wasm } = backend as unknown as WasmBackend;
  const allocate = wasm._malloc.bind(wasm);
  wasm._malloc = (bytes) => {
    const address = allocate(bytes);
    if (address === 0 && bytes > 0) throw new RangeError(`out of memory: WebAssembly could not get ${bytes} bytes`);
    return address;
  };
}
