import type * as tf from '@tensorflow/tfjs';
import {
  addressOf,
  paddedToTile,
  simdOf,
  withScratch,
  FEWEST_GATHERED,
  LONGEST_SUM,
  TILE_COLUMNS,
  TILE_ROWS,
  type SimdFunctions,
} from '@/lib/training/worker/wasm-kernels/simd';
import type { WasmBackend } from '@/lib/training/worker/wasm-kernels/wasm-backend';

const FLOAT = 4;
/** Bytes of one row of a packed panel. */
const PANEL_ROW = TILE_COLUMNS * FLOAT;
/** Columns packed at a time: with a long sum's rows 128 KiB, a part of the second-level cache. */
const COLUMNS_AT_ONCE = 64;
/** The same for the transposed product, whose sums are as long as the batch. */
const MOST_PACKED_BYTES = 2 ** 18;

export interface Factors {
  readonly a: tf.TensorInfo;
  readonly b: tf.TensorInfo;
  readonly transposeA: boolean;
  readonly transposeB: boolean;
  /** Added to every row, if given. */
  readonly bias?: tf.TensorInfo | undefined;
}

/** Sizes and addresses of one product of matrices, m × k times k × n. */
interface Product {
  readonly simd: SimdFunctions;
  readonly m: number;
  readonly k: number;
  readonly n: number;
  readonly a: number;
  readonly b: number;
  readonly out: number;
  readonly transposeB: boolean;
}

/** a · b or a · bᵀ, a block of the sum and of the columns at a time. */
function multiplyRows(product: Product, packed: number, bias: number): void {
  const { simd, m, k, n, a, b, out, transposeB } = product;
  for (let start = 0; start < k; start += LONGEST_SUM) {
    const rows = Math.min(LONGEST_SUM, k - start);
    for (let first = 0; first < n; first += COLUMNS_AT_ONCE) {
      const count = Math.min(COLUMNS_AT_ONCE, n - first);
      if (transposeB) simd.packRows(b + start * FLOAT, rows, k * FLOAT, n, first, count, packed);
      else simd.packColumns(b + start * n * FLOAT, rows, n, first, count, packed);
      simd.convolve(
        ...[a + start * FLOAT, 0, k * FLOAT, 1, m, 1, 0, rows, packed, rows * PANEL_ROW, count, n * FLOAT],
        ...[bias + first * FLOAT, out + first * FLOAT, start === 0 ? 1 : 0],
      );
    }
  }
}

function columnsForTransposed({ k, n }: Pick<Product, 'k' | 'n'>): number {
  const most = Math.floor(MOST_PACKED_BYTES / (k * FLOAT));
  return Math.min(paddedToTile(n), Math.max(FEWEST_GATHERED, most - (most % FEWEST_GATHERED)));
}

/** aᵀ · b */
function multiplyTransposed(product: Product, packed: number, gathered: number): void {
  const { simd, m, k, n, a, b, out } = product;
  const atOnce = columnsForTransposed(product);
  for (let first = 0; first < n; first += atOnce) {
    const count = Math.min(atOnce, n - first);
    simd.packColumns(b, k, n, first, count, packed);
    const run = count < FEWEST_GATHERED ? simd.filterGradient : simd.filterGradientOfMany;
    run(...[a, 0, m * FLOAT, 1, k, packed, count, 1, 0, m, out + first * FLOAT, n * FLOAT, 1, gathered]);
  }
}

interface Sizes {
  /** Of the batch's axes; empty for plain matrices. */
  readonly outer: readonly number[];
  readonly batch: number;
  readonly m: number;
  readonly k: number;
  readonly n: number;
}

/** Fewer rows than a tile has are not worth packing the other factor for. */
const FEWEST_ROWS = 4;

function sizesOf({ a, b, transposeA, transposeB, bias }: Factors): Sizes | null {
  const [rowsA = 0, columnsA = 0] = a.shape.slice(-2);
  const [rowsB = 0, columnsB = 0] = b.shape.slice(-2);
  const [m, k] = transposeA ? [columnsA, rowsA] : [rowsA, columnsA];
  const n = transposeB ? rowsB : columnsB;
  const outer = a.shape.slice(0, -2);
  const isSound =
    a.dtype === 'float32' && b.dtype === 'float32' && outer.join() === b.shape.slice(0, -2).join() && m * k * n > 0;
  const hasTiles = transposeA ? !transposeB && bias === undefined : m >= FEWEST_ROWS;
  const fitsBias = bias === undefined || (bias.shape.length === 1 && bias.shape[0] === n);
  const batch = outer.reduce((product, size) => product * size, 1);
  return isSound && hasTiles && fitsBias ? { outer, batch, m, k, n } : null;
}

/**
 * Products of matrices by the compiled kernels: their tiles are those of a convolution of one pixel, and of its kernel's
 * gradient. Null where they cannot: both factors transposed, one matrix for a whole batch, no vectors in this browser.
 */
export function multiply(backend: WasmBackend, factors: Factors): tf.TensorInfo | null {
  const simd = simdOf(backend);
  const found = simd === null ? null : sizesOf(factors);
  if (simd === null || found === null) return null;
  const { a, b, transposeA, transposeB, bias } = factors;
  const { outer, batch, m, k, n } = found;
  const output = backend.makeOutput([...outer, m, n], 'float32');
  const start = { a: addressOf(backend, a), b: addressOf(backend, b), out: addressOf(backend, output) };
  const sizes = { simd, m, k, n, transposeB };
  const packedBytes = transposeA
    ? columnsForTransposed({ k, n }) * k * FLOAT
    : Math.min(COLUMNS_AT_ONCE, paddedToTile(n)) * Math.min(LONGEST_SUM, k) * FLOAT;
  const scratch = [packedBytes, paddedToTile(n) * FLOAT, k * TILE_ROWS * FLOAT];
  withScratch(backend, scratch, (packed = 0, biases = 0, gathered = 0) => {
    if (bias === undefined) simd.clear(biases, paddedToTile(n) * FLOAT);
    else simd.packColumns(addressOf(backend, bias), 1, n, 0, n, biases);
    for (let at = 0; at < batch; at += 1) {
      const product = {
        ...sizes,
        a: start.a + at * m * k * FLOAT,
        b: start.b + at * k * n * FLOAT,
        out: start.out + at * m * n * FLOAT,
      };
      if (transposeA) multiplyTransposed(product, packed, gathered);
      else multiplyRows(product, packed, biases);
    }
  });
  return output;
}
