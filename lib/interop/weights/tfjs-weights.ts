import type { FileProblem } from '@/lib/core/file-problem';
import { fail, succeed, type Result } from '@/lib/core/result';
import { elementCount, type Shape } from '@/lib/core/tensor-type';
import { entryOf, listOf, textOf } from '@/lib/interop/json-access';
import { MOST_RANK, MOST_SIZE } from '@/lib/interop/limits';
import { halfToFloat } from '@/lib/interop/weights/half-float';
import type { RawTensor, WeightSource } from '@/lib/interop/weights/weight-source';

/** How a tensor stands in the shards. */
interface Spec {
  readonly name: string;
  readonly shape: Shape;
  readonly stored: Stored;
  readonly scale: number;
  readonly min: number;
}

const BYTES = { float32: 4, int32: 4, uint16: 2, uint8: 1, bool: 1, float16: 2 } as const;
type Stored = keyof typeof BYTES;

interface Group {
  readonly paths: readonly string[];
  readonly specs: readonly Spec[];
}

/**
 * The weights of a TensorFlow.js model: a manifest of groups, each a run of tensors cut into files. `files` are by name
 * without folder. Null where none of the files is at hand, which is a model without weights.
 */
export function shardedWeights(
  manifest: unknown,
  files: ReadonlyMap<string, Uint8Array>,
): Result<WeightSource | null, FileProblem> {
  const groups = (listOf(manifest) ?? []).map(readGroup);
  if (groups.some((group) => group === null)) return damaged('weightsManifest');
  const known = groups.filter((group) => group !== null);
  const names = known.flatMap(({ paths }) => paths.map(baseName));
  const missing = names.filter((name) => !files.has(name));
  if (missing.length === names.length) return succeed(null);
  if (missing.length > 0) return fail({ code: 'file/missing-files', values: { names: missing.slice(0, 4) } });
  const tensors = new Map<string, RawTensor[]>();
  for (const group of known) {
    const bytes = joined(group.paths.map((path) => files.get(baseName(path)) ?? new Uint8Array()));
    let offset = 0;
    for (const spec of group.specs) {
      const start = offset;
      offset += elementCount(spec.shape) * BYTES[spec.stored];
      if (offset > bytes.length) return damaged(baseName(group.paths.at(-1) ?? spec.name));
      grow(tensors, spec, bytes.subarray(start, offset));
    }
  }
  return succeed({ tensorsOf: ({ place }) => tensors.get(place.trail.at(-1) ?? '') ?? [] });
}

/** A tensor belongs to each of the names before its own: `block/conv2d_1/kernel` is found by `conv2d_1`. */
function grow(tensors: Map<string, RawTensor[]>, spec: Spec, bytes: Uint8Array): void {
  const tensor: RawTensor = { shape: spec.shape, values: () => decode(spec, bytes) };
  for (const layer of new Set(spec.name.split('/').slice(0, -1))) {
    const known = tensors.get(layer);
    if (known) known.push(tensor);
    else tensors.set(layer, [tensor]);
  }
}

function decode({ stored, scale, min }: Spec, bytes: Uint8Array): Float32Array {
  // Aligned, as typed arrays want it.
  const { buffer } = bytes.slice();
  switch (stored) {
    case 'float32':
      return new Float32Array(buffer);
    case 'float16':
      return Float32Array.from(new Uint16Array(buffer), halfToFloat);
    case 'int32':
      return Float32Array.from(new Int32Array(buffer));
    case 'uint16':
      return Float32Array.from(new Uint16Array(buffer), (value) => value * scale + min);
    case 'uint8':
    case 'bool':
      return Float32Array.from(new Uint8Array(buffer), (value) => value * scale + min);
  }
}

function readGroup(group: unknown): Group | null {
  const paths = listOf(entryOf(group, 'paths'))?.map(textOf);
  const specs = listOf(entryOf(group, 'weights'))?.map(readSpec);
  if (paths === undefined || specs === undefined) return null;
  if (!paths.every((path) => path !== null) || !specs.every((spec) => spec !== null)) return null;
  return { paths, specs };
}

function readSpec(value: unknown): Spec | null {
  const [name, shape] = [textOf(entryOf(value, 'name')), listOf(entryOf(value, 'shape'))];
  const quantization = entryOf(value, 'quantization');
  const stored = storedOf(entryOf(quantization, 'dtype') ?? entryOf(value, 'dtype'));
  if (name === null || shape === null || stored === null || shape.length > MOST_RANK || !shape.every(isSize))
    return null;
  return { name, shape, stored, scale: numberOf(quantization, 'scale', 1), min: numberOf(quantization, 'min', 0) };
}

function storedOf(dtype: unknown): Stored | null {
  return typeof dtype === 'string' && Object.hasOwn(BYTES, dtype) ? (dtype as Stored) : null;
}

function isSize(size: unknown): size is number {
  return typeof size === 'number' && Number.isInteger(size) && size >= 0 && size <= MOST_SIZE;
}

function numberOf(record: unknown, key: string, otherwise: number): number {
  const value = entryOf(record, key);
  return typeof value === 'number' ? value : otherwise;
}

function baseName(path: string): string {
  return path.split('/').at(-1) ?? path;
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (parts.length === 1 && only !== undefined) return only;
  const whole = new Uint8Array(parts.reduce((total, { length }) => total + length, 0));
  let offset = 0;
  for (const part of parts) {
    whole.set(part, offset);
    offset += part.length;
  }
  return whole;
}

function damaged(part: string) {
  return fail<FileProblem>({ code: 'file/damaged', values: { part } });
}
