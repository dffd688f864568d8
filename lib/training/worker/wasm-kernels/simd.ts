import type { WasmBackend } from '@/lib/training/worker/wasm-kernels/wasm-backend';

type Numbers = readonly number[];
type Run = (...operands: Numbers) => void;

/**
 * The functions of assembly/, which has their parameters: addresses in the backend's memory, counts, and steps in bytes.
 * They are called with the numbers in order, as WebAssembly takes them.
 */
export type SimdFunctions = Readonly<
  Record<
    | 'packColumns'
    | 'packRows'
    | 'packTurned'
    | 'convolve'
    | 'inputGradient'
    | 'filterGradient'
    | 'filterGradientOfMany'
    | 'clear'
    | 'pad'
    | 'unpad'
    | 'maxPoolGradient'
    | 'reluGradient'
    | 'sigmoidGradient'
    | 'tanh'
    | 'tanhGradient'
    | 'sumRows'
    | 'adamStep',
    Run
  >
>;

/** The compiled kernels' tiles: four pixels or places by eight filters. */
export const TILE_ROWS = 4;
export const TILE_COLUMNS = 8;
/** Rows of a panel of eight columns that stay in the first-level cache (16 KiB of 32 or 48) beside what they meet. */
export const LONGEST_SUM = 512;
/** From this many filters on it pays to gather the other factor first. */
export const FEWEST_GATHERED = 3 * TILE_COLUMNS;

export const paddedToTile = (columns: number): number => Math.ceil(columns / TILE_COLUMNS) * TILE_COLUMNS;

let compiled: WebAssembly.Module | null = null;
const instances = new WeakMap<object, SimdFunctions>();

/**
 * Before the first kernel runs. Without bytes, or where the browser has no vector instructions, the kernels of plain
 * TypeScript do the work.
 */
export async function loadSimdKernels(bytes: ArrayBuffer | null): Promise<void> {
  compiled = bytes !== null && WebAssembly.validate(bytes) ? await WebAssembly.compile(bytes) : null;
}

/**
 * Our compiled kernels on the memory of the backend's own module, so that they read and write its tensors where they lie;
 * null where they cannot run. They keep nothing in that memory, and never make it grow: what they need besides tensors is
 * allocated by the backend's own allocator (withScratch).
 */
export function simdOf({ wasm }: WasmBackend): SimdFunctions | null {
  if (compiled === null) return null;
  const there = instances.get(wasm);
  if (there !== undefined) return there;
  const memory = wasm.asm?.memory;
  if (!(memory instanceof WebAssembly.Memory)) return null;
  const { exports } = new WebAssembly.Instance(compiled, { env: { memory } });
  const functions = exports as unknown as SimdFunctions;
  instances.set(wasm, functions);
  return functions;
}

/** Lends memory of the backend's heap, each part at a multiple of 16 bytes, for as long as `use` runs. */
export function withScratch<T>(backend: WasmBackend, sizes: Numbers, use: (...addresses: number[]) => T): T {
  const starts: number[] = [];
  let bytes = 0;
  for (const size of sizes) {
    starts.push(bytes);
    bytes += (size + 15) & ~15;
  }
  const address = backend.wasm._malloc(bytes) >>> 0;
  try {
    return use(...starts.map((start) => address + start));
  } finally {
    backend.wasm._free(address);
  }
}

export function addressOf(backend: WasmBackend, tensor: { readonly dataId: object }): number {
  return backend.getMemoryOffset(tensor.dataId);
}
