import { elementCount, type Shape } from '@/lib/core/tensor-type';
import { EntryError } from '@/lib/datasets/import/entry';

/** What stands before the values of a .npy file (NumPy Enhancement Proposal 1, formats 1.0 to 3.0). */
export interface NpyHeader {
  readonly shape: Shape;
  /** "uint8", "float32", "int64", "bool" … */
  readonly type: string;
  readonly isLittleEndian: boolean;
  /** The first axis runs fastest. */
  readonly isFortran: boolean;
  /** Where the values start. */
  readonly offset: number;
  readonly itemBytes: number;
}

const MAGIC = [0x93, 0x4e, 0x55, 0x4d, 0x50, 0x59];
const MOST_HEADER = 2 ** 16;
const KIND_NAMES: Readonly<Record<string, string>> = { u: 'uint', i: 'int', f: 'float', b: 'bool' };
const KNOWN: ReadonlySet<string> = new Set([
  'bool',
  ...['uint', 'int'].flatMap((kind) => [8, 16, 32, 64].map((bits) => kind + bits)),
  ...[16, 32, 64].map((bits) => `float${bits}`),
]);

export function isNpy(start: Uint8Array): boolean {
  return MAGIC.every((byte, at) => start[at] === byte);
}

/** `start` is the file's beginning, its header at least. */
export function readNpyHeader(start: Uint8Array): NpyHeader {
  if (!isNpy(start)) throw new EntryError('damaged', 'npy');
  const view = new DataView(start.buffer, start.byteOffset, start.byteLength);
  const isLong = (start[6] ?? 0) >= 2;
  const textAt = isLong ? 12 : 10;
  const length = isLong ? view.getUint32(8, true) : view.getUint16(8, true);
  if (length > MOST_HEADER || textAt + length > start.length) throw new EntryError('damaged', 'npy header');
  const text = new TextDecoder().decode(start.subarray(textAt, textAt + length));
  const descr = /'descr'\s*:\s*'([<>|=])([a-zA-Z])(\d+)'/.exec(text);
  const order = /'fortran_order'\s*:\s*(True|False)/.exec(text);
  const shape = /'shape'\s*:\s*\(([\d\s,]*)\)/.exec(text);
  if (descr === null || order === null || shape === null)
    throw new EntryError('unknown-kind', text.trim().slice(0, 100));
  const itemBytes = Number(descr[3]);
  const kind = KIND_NAMES[descr[2] ?? ''] ?? descr[2] ?? '';
  const type = kind === 'bool' ? 'bool' : `${kind}${8 * itemBytes}`;
  if (!KNOWN.has(type)) throw new EntryError('unknown-kind', type);
  const sizes = (shape[1] ?? '').split(',').flatMap((size) => (size.trim() === '' ? [] : [Number(size)]));
  return {
    shape: sizes,
    type,
    isLittleEndian: descr[1] !== '>',
    isFortran: order[1] === 'True',
    offset: textAt + length,
    itemBytes,
  };
}

/** The values that these bytes hold, as numbers; 64-bit whole numbers beyond 2⁵³ lose their last digits. */
export function decodeNpy(
  { type, isLittleEndian, itemBytes }: NpyHeader,
  bytes: Uint8Array,
): Uint8Array | Float32Array | Float64Array {
  if (type === 'uint8' || type === 'bool') return bytes;
  const count = Math.floor(bytes.length / itemBytes);
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const values = type === 'float32' || type === 'float16' ? new Float32Array(count) : new Float64Array(count);
  const read = readerOf(type);
  for (let index = 0; index < count; index += 1) values[index] = read(view, index * itemBytes, isLittleEndian);
  return values;
}

type ReadNumber = (view: DataView, at: number, isLittleEndian: boolean) => number;

function readerOf(type: string): ReadNumber {
  const reader = READERS[type];
  if (reader === undefined) throw new EntryError('unknown-kind', type);
  return reader;
}

const READERS: Readonly<Record<string, ReadNumber>> = {
  int8: (view, at) => view.getInt8(at),
  uint16: (view, at, little) => view.getUint16(at, little),
  int16: (view, at, little) => view.getInt16(at, little),
  uint32: (view, at, little) => view.getUint32(at, little),
  int32: (view, at, little) => view.getInt32(at, little),
  uint64: (view, at, little) => Number(view.getBigUint64(at, little)),
  int64: (view, at, little) => Number(view.getBigInt64(at, little)),
  float16: (view, at, little) => halfFloat(view.getUint16(at, little)),
  float32: (view, at, little) => view.getFloat32(at, little),
  float64: (view, at, little) => view.getFloat64(at, little),
};

/** IEEE 754 binary16. */
function halfFloat(bits: number): number {
  const sign = bits & 0x8000 ? -1 : 1;
  const exponent = (bits >> 10) & 31;
  const fraction = bits & 1023;
  if (exponent === 31) return fraction === 0 ? sign * Infinity : Number.NaN;
  return exponent === 0 ? sign * fraction * 2 ** -24 : sign * (1 + fraction / 1024) * 2 ** (exponent - 15);
}

/** Items whose first axis runs fastest, in the usual order with the last axis fastest. */
export function fromFortranOrder(
  bytes: Uint8Array,
  { shape, itemBytes }: Pick<NpyHeader, 'shape' | 'itemBytes'>,
): Uint8Array<ArrayBuffer> {
  const ordered = new Uint8Array(bytes.length);
  const steps = shape.map((_, axis) => itemBytes * elementCount(shape.slice(0, axis)));
  const place = shape.map(() => 0);
  let from = 0;
  for (let to = 0; to < ordered.length; to += itemBytes) {
    for (let byte = 0; byte < itemBytes; byte += 1) ordered[to + byte] = bytes[from + byte] ?? 0;
    for (let axis = shape.length - 1; axis >= 0; axis -= 1) {
      const [size = 1, step = 0, at = 0] = [shape[axis], steps[axis], place[axis]];
      const isOver = at + 1 === size;
      place[axis] = isOver ? 0 : at + 1;
      from += isOver ? -at * step : step;
      if (!isOver) break;
    }
  }
  return ordered;
}
