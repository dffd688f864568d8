import * as tf from '@tensorflow/tfjs';

/** What our kernels use of tfjs's wasm backend. */
export interface WasmBackend {
  readonly wasm: {
    _malloc: (bytes: number) => number;
    readonly _free: (address: number) => void;
    readonly HEAPU8: Uint8Array;
    /** The exports of the compiled module, as Emscripten keeps them. */
    readonly asm?: { readonly memory?: unknown };
  };
  makeOutput(shape: readonly number[], dtype: tf.DataType): tf.TensorInfo;
  typedArrayFromHeap(tensor: tf.TensorInfo): Float32Array;
  getMemoryOffset(dataId: object): number;
  incRef(dataId: object): void;
  disposeData(dataId: object): boolean;
}

export interface KernelCall<Names extends string> {
  readonly inputs: { readonly [N in Names]: tf.TensorInfo };
  readonly backend: WasmBackend;
  readonly attrs: tf.NamedAttrMap;
}

type Inputs = Readonly<Record<string, tf.TensorInfo>>;

/** Runs another kernel of the wasm backend, outside tfjs's bookkeeping: release what it returns. */
export function runKernel(
  name: string,
  inputs: Inputs,
  options: { readonly backend: WasmBackend; readonly attrs: tf.NamedAttrMap },
): tf.TensorInfo {
  const kernel = tf.getKernel(name, 'wasm');
  const output = kernel.kernelFunc({ inputs, attrs: options.attrs, backend: options.backend });
  if (Array.isArray(output)) throw new Error(`The kernel ${name} has several outputs.`);
  return output;
}

export function release(backend: WasmBackend, ...tensors: readonly tf.TensorInfo[]): void {
  for (const tensor of tensors) backend.disposeData(tensor.dataId);
}

/** A kernel of ours as tfjs's registry takes it. */
export function wasmKernel<Names extends string>(
  kernelName: string,
  kernelFunc: (call: KernelCall<Names>) => tf.TensorInfo,
): tf.KernelConfig {
  return { kernelName, backendName: 'wasm', kernelFunc: kernelFunc as unknown as tf.KernelFunc };
}
