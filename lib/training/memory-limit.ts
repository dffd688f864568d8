import type { BackendName } from '@/lib/training/protocol';

const GIB = 2 ** 30;
/** Browsers without navigator.deviceMemory: what a modest computer can spare for one page. */
const UNKNOWN_DEVICE_BYTES = 2 * GIB;
/** WebAssembly's addresses have 32 bits; the rest of the heap (weights' copies, packed kernels) needs some of them. */
const WASM_BYTES = 3.5 * GIB;

/**
 * The bytes a training step may take on a backend. Half the device's memory: the browser, the page and the data set need
 * the other half. `gibibytes` is navigator.deviceMemory, rounded and capped by the browser; null where it does not say.
 */
export function memoryLimit(backend: BackendName, gibibytes: number | null): number {
  const spare = gibibytes === null ? UNKNOWN_DEVICE_BYTES : (gibibytes / 2) * GIB;
  return backend === 'wasm' ? Math.min(spare, WASM_BYTES) : spare;
}
