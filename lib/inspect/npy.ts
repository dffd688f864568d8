import { elementCount, type Shape } from '@/lib/core/tensor-type';

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59, 1, 0];
/** The values start at a multiple of this. */
const ALIGNMENT = 64;

/** A .npy file, format 1.0 (NumPy Enhancement Proposal 1): little-endian float32, the last axis fastest. */
export function writeNpy({ shape, values }: { readonly shape: Shape; readonly values: Float32Array }) {
  if (elementCount(shape) !== values.length) throw new Error(`${values.length} values are no ${shape.join(' × ')}`);
  const sizes = shape.length === 1 ? `${shape[0]},` : shape.join(', ');
  const text = `{'descr': '<f4', 'fortran_order': False, 'shape': (${sizes}), }`;
  const before = MAGIC.length + 2;
  const length = Math.ceil((before + text.length + 1) / ALIGNMENT) * ALIGNMENT;
  const bytes = new Uint8Array(length + 4 * values.length);
  bytes.set(MAGIC);
  const view = new DataView(bytes.buffer);
  view.setUint16(MAGIC.length, length - before, true);
  bytes.set(new TextEncoder().encode(`${text.padEnd(length - before - 1)}\n`), before);
  values.forEach((value, index) => view.setFloat32(length + 4 * index, value, true));
  return bytes;
}
