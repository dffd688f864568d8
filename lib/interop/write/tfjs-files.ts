import type { JsonObject } from '@/lib/core/json';
import type { NamedTensor } from '@/lib/core/named-tensor';
import type { ModelPlan } from '@/lib/compile/plan';
import { METADATA_KEY } from '@/lib/interop/metadata';
import type { SavedFile } from '@/lib/interop/write/save-model';
import { keras2Model } from '@/lib/interop/write/model-config';

/** Bytes of a file of weights, as TensorFlow.js's own converter cuts them. */
const SHARD = 4 * 2 ** 20;

interface TfjsModel {
  readonly plan: ModelPlan;
  /** null: without weights. */
  readonly tensors: readonly NamedTensor[] | null;
  readonly version: string;
  readonly own: JsonObject;
}

/** A `model.json`, and the files of its weights, which it names. */
export function tfjsFiles({ plan, tensors, version, own }: TfjsModel): readonly SavedFile[] {
  const bytes = tensors === null ? new Uint8Array() : joined(tensors);
  const count = Math.ceil(bytes.length / SHARD);
  const shards = Array.from(
    { length: count },
    (_, index): SavedFile & { readonly content: Uint8Array<ArrayBuffer> } => ({
      path: `group1-shard${index + 1}of${count}.bin`,
      content: bytes.slice(index * SHARD, (index + 1) * SHARD),
    }),
  );
  const weights = (tensors ?? []).map(({ name, shape }) => ({ name, shape, dtype: 'float32' }));
  const model = {
    format: 'layers-model',
    generatedBy: 'Shapeflow',
    convertedBy: null,
    modelTopology: { ...keras2Model(plan, 'tfjs'), keras_version: version, backend: 'tensorflow' },
    weightsManifest: count === 0 ? [] : [{ paths: shards.map(({ path }) => path), weights }],
    userDefinedMetadata: { [METADATA_KEY]: own },
  };
  return [{ path: 'model.json', content: `${JSON.stringify(model)}\n` }, ...shards];
}

function joined(tensors: readonly NamedTensor[]): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(tensors.reduce((total, { values }) => total + values.byteLength, 0));
  let offset = 0;
  for (const { values } of tensors) {
    bytes.set(new Uint8Array(values.buffer, values.byteOffset, values.byteLength), offset);
    offset += values.byteLength;
  }
  return bytes;
}
