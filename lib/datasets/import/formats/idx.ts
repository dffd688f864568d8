import type { Shape } from '@/lib/core/tensor-type';

/** What stands before the bytes of an IDX file (yann.lecun.org/exdb/mnist): two zeros, type, rank, sizes big-endian. */
export interface IdxHeader {
  readonly shape: Shape;
  readonly offset: number;
}

const UNSIGNED_BYTE = 0x08;
export const MOST_IDX_HEADER = 4 + 4 * 4;

/** Null where it is none of unsigned bytes, or not as long as it says. */
export function readIdxHeader(start: Uint8Array, size: number): IdxHeader | null {
  const rank = start[3] ?? 0;
  if (start[0] !== 0 || start[1] !== 0 || start[2] !== UNSIGNED_BYTE || rank < 1 || rank > 4) return null;
  const offset = 4 + 4 * rank;
  if (start.length < offset) return null;
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  const shape = Array.from({ length: rank }, (_, axis) => view.getUint32(4 + 4 * axis));
  const count = shape.reduce((product, length) => product * length, 1);
  return offset + count === size ? { shape, offset } : null;
}

/** Whether the name is of a file of samples to test on: "t10k-images-idx3-ubyte", "emnist-letters-test-…". */
export function isTestName(path: string): boolean {
  return /t10k|(^|[^a-z])(test|testing|val|valid|validation|eval)([^a-z]|$)/i.test(
    path.slice(path.lastIndexOf('/') + 1),
  );
}
