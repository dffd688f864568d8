import { isRecord } from '@/lib/document/load/json-shape';

const ARRAYS = { float32: Float32Array, uint16: Uint16Array } as const;
type ArrayName = keyof typeof ARRAYS;

const NOT_FINITE: Readonly<Record<string, number>> = { NaN: Number.NaN, Infinity: Infinity, '-Infinity': -Infinity };

/**
 * Plain JSON of a value that holds arrays of numbers and numbers that are not finite: `{"float32": [0.1, "NaN"]}`. Nine
 * significant digits tell all numbers of 32 bits apart.
 */
export function toTypedJson(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : { number: String(value) };
  for (const [name, Kind] of Object.entries(ARRAYS)) {
    if (value instanceof Kind) return { [name]: Array.from(value, (each) => plain(each)) };
  }
  if (Array.isArray(value)) return value.map(toTypedJson);
  if (!isRecord(value)) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, toTypedJson(inner)]));
}

function plain(value: number): number | string {
  return Number.isFinite(value) ? Number(value.toPrecision(9)) : String(value);
}

/** The inverse; what was not written by `toTypedJson` comes back as it is, with NaN for what is no number. */
export function fromTypedJson(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(fromTypedJson);
  if (!isRecord(value)) return value;
  const [only, second] = Object.entries(value);
  if (only !== undefined && second === undefined) {
    const [name, inner] = only;
    if (name === 'number' && typeof inner === 'string') return NOT_FINITE[inner] ?? Number.NaN;
    if (isArrayName(name) && Array.isArray(inner)) return ARRAYS[name].from(inner.map(numberOf));
  }
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fromTypedJson(inner)]));
}

function isArrayName(name: string): name is ArrayName {
  return Object.hasOwn(ARRAYS, name);
}

function numberOf(value: unknown): number {
  return typeof value === 'number' ? value : (NOT_FINITE[String(value)] ?? Number.NaN);
}
