import * as tf from '@tensorflow/tfjs';
import { registerActivationGradients, tanh } from '@/lib/training/worker/wasm-kernels/activations';
import { conv2d, fusedConv2d } from '@/lib/training/worker/wasm-kernels/conv2d-forward';
import { conv2dFilterGradient } from '@/lib/training/worker/wasm-kernels/conv2d-filter-gradient';
import { conv2dInputGradient } from '@/lib/training/worker/wasm-kernels/conv2d-input-gradient';
import {
  depthwiseFilterGradient,
  depthwiseInputGradient,
} from '@/lib/training/worker/wasm-kernels/depthwise-gradients';
import { identity } from '@/lib/training/worker/wasm-kernels/identity';
import { fusedMatrixProduct, matrixProduct } from '@/lib/training/worker/wasm-kernels/matrix-product';
import { maxPoolGradient } from '@/lib/training/worker/wasm-kernels/max-pool-gradient';
import { sum } from '@/lib/training/worker/wasm-kernels/row-sum';
import { segmentSum } from '@/lib/training/worker/wasm-kernels/segment-sum';
import { tile } from '@/lib/training/worker/wasm-kernels/tile';
import type { WasmBackend } from '@/lib/training/worker/wasm-kernels/wasm-backend';

/** Each takes tfjs's own kernel of that name, which it may fall back on; undefined where tfjs has none. */
const KERNELS: readonly ((stock: tf.KernelFunc | undefined) => tf.KernelConfig)[] = [
  () => conv2dFilterGradient,
  () => maxPoolGradient,
  () => depthwiseFilterGradient,
  () => depthwiseInputGradient,
  () => segmentSum,
  conv2dInputGradient,
  matrixProduct,
  fusedMatrixProduct,
  conv2d,
  fusedConv2d,
  tanh,
  tile,
  sum,
  () => identity,
];

/** Names of the kernels that this module registers for 'wasm'. */
export const WASM_KERNEL_NAMES = KERNELS.map((kernel) => kernel(undefined).kernelName);

let isRegistered = false;

/**
 * Adds what tfjs's wasm backend lacks for training and replaces what it gets wrong or does slowly. Call before the
 * backend starts: tfjs sets its kernels up then.
 */
export function registerWasmKernels(): void {
  if (isRegistered) return;
  isRegistered = true;
  for (const create of KERNELS) replaceKernel(create);
  registerActivationGradients();
}

function replaceKernel(create: (stock: tf.KernelFunc | undefined) => tf.KernelConfig): void {
  const { kernelName, backendName } = create(undefined);
  const stock = tf.getKernel(kernelName, backendName) as tf.KernelConfig | undefined;
  if (stock !== undefined) tf.unregisterKernel(kernelName, backendName);
  // The stock kernel still needs its own set-up when the backend starts.
  const setup = stock?.setupFunc === undefined ? {} : { setupFunc: stock.setupFunc };
  tf.registerKernel({ ...create(stock?.kernelFunc), ...setup });
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
