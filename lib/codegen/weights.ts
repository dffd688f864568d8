import type { JsonObject } from '@/lib/core/json';
import type { NamedTensor } from '@/lib/core/named-tensor';
import { fail, succeed, type Result } from '@/lib/core/result';
import { elementCount, type Shape } from '@/lib/core/tensor-type';

/** A trained model as tfjs keeps it: `tf.loadLayersModel` reads the pair. */
export interface ModelFiles {
  readonly modelJson: string;
  readonly weightsBin: Uint8Array<ArrayBuffer>;
}

interface WeightSpec {
  readonly name: string;
  readonly shape: Shape;
  readonly dtype: 'float32';
}

export const WEIGHTS_FILE = 'weights.bin';

/** `topology` is the Keras model whose layers the weights are named after. Values are little-endian float32. */
export function toModelFiles(topology: JsonObject, weights: readonly NamedTensor[]): ModelFiles {
  const specs: readonly WeightSpec[] = weights.map(({ name, shape }) => ({ name, shape, dtype: 'float32' }));
  const modelJson = JSON.stringify({
    format: 'layers-model',
    generatedBy: 'Shapeflow',
    convertedBy: null,
    modelTopology: topology,
    weightsManifest: [{ paths: [WEIGHTS_FILE], weights: specs }],
  });
  return { modelJson, weightsBin: pack(weights) };
}

function pack(weights: readonly NamedTensor[]): Uint8Array<ArrayBuffer> {
  const count = weights.reduce((sum, { values }) => sum + values.length, 0);
  const packed = new Uint8Array(count * Float32Array.BYTES_PER_ELEMENT);
  let at = 0;
  for (const { values } of weights) {
    packed.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), at);
    at += values.byteLength;
  }
  return packed;
}

/** What is wrong with a pair of model files, in one clause. */
export interface UnreadableWeights {
  readonly reason: 'not-json' | 'not-a-layers-model' | 'not-float32' | 'wrong-size';
}

/** The weights of a pair of model files, by name; the way back from `toModelFiles`. */
export function fromModelFiles(files: ModelFiles): Result<readonly NamedTensor[], UnreadableWeights> {
  const specs = readSpecs(files.modelJson);
  if (!specs.ok) return specs;
  const count = specs.value.reduce((sum, { shape }) => sum + elementCount(shape), 0);
  if (files.weightsBin.byteLength !== count * Float32Array.BYTES_PER_ELEMENT) return fail({ reason: 'wrong-size' });
  // A copy: float32 values must start at a multiple of four bytes.
  const values = new Float32Array(files.weightsBin.slice().buffer);
  let at = 0;
  return succeed(
    specs.value.map(({ name, shape }) => ({ name, shape, values: values.subarray(at, (at += elementCount(shape))) })),
  );
}

function readSpecs(text: string): Result<readonly WeightSpec[], UnreadableWeights> {
  let json: unknown;
  try {
    json = JSON.parse(text);
  } catch {
    return fail({ reason: 'not-json' });
  }
  const manifest = property(json, 'weightsManifest');
  if (!Array.isArray(manifest)) return fail({ reason: 'not-a-layers-model' });
  const specs: readonly unknown[] = manifest.flatMap((group: unknown) => property(group, 'weights') ?? []);
  if (!specs.every(isSpec)) return fail({ reason: 'not-a-layers-model' });
  return specs.every(({ dtype }) => dtype === 'float32') ? succeed(specs) : fail({ reason: 'not-float32' });
}

function property(json: unknown, key: string): unknown {
  return typeof json === 'object' && json !== null && key in json ? (json as Record<string, unknown>)[key] : undefined;
}

function isSpec(json: unknown): json is WeightSpec {
  const shape = property(json, 'shape');
  const isShape = Array.isArray(shape) && shape.every((size) => Number.isInteger(size) && size > 0);
  return isShape && typeof property(json, 'name') === 'string' && typeof property(json, 'dtype') === 'string';
}
