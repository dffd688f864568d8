import { strToU8, zipSync } from 'fflate';
import type { JsonObject } from '@/lib/core/json';
import type { NamedTensor } from '@/lib/core/named-tensor';
import type { ModelPlan } from '@/lib/compile/plan';
import type { Hdf5, Hdf5Entry } from '@/lib/interop/foreign-file';
import { kerasSnakeCase } from '@/lib/interop/keras/model-json';
import { METADATA_KEY } from '@/lib/interop/metadata';
import { keras3Model } from '@/lib/interop/write/model-config';
import { portableLayer } from '@/lib/interop/write/portable';

interface Archive {
  readonly plan: ModelPlan;
  readonly tensors: readonly NamedTensor[];
  readonly version: string;
  /** Our own design, for metadata.json. */
  readonly own: JsonObject;
}

/** A `.keras` file: a zip of config, metadata and weights, none of them packed, as Keras writes it. */
export async function kerasArchive(
  { plan, tensors, version, own }: Archive,
  { hdf5, now }: { readonly hdf5: Hdf5; readonly now: string },
): Promise<Uint8Array<ArrayBuffer>> {
  const date = now.slice(0, 19).replace('T', '@');
  const metadata = { keras_version: version, date_saved: date, [METADATA_KEY]: own };
  const weights = await hdf5.write(['layers', 'vars'], weightEntries(plan, tensors));
  const files = {
    'metadata.json': strToU8(JSON.stringify(metadata)),
    'config.json': strToU8(JSON.stringify(keras3Model(plan))),
    'model.weights.h5': weights,
  };
  return zipSync(files, { level: 0, mtime: now }) as Uint8Array<ArrayBuffer>;
}

/** Recurrent layers keep their weights in a cell. */
const PARTS: Readonly<Record<string, string>> = { LSTM: 'cell/', GRU: 'cell/' };
/** Attention is four dense layers, each with a kernel and perhaps a bias: `query_dense/vars/0`. */
function weightPlace(className: string, weight: string, index: number): string {
  const [, part, kind] = className === 'MultiHeadAttention' ? (/^(\w+)_(kernel|bias)$/.exec(weight) ?? []) : [];
  if (part !== undefined) return `${part}_dense/vars/${kind === 'kernel' ? 0 : 1}`;
  return `${PARTS[className] ?? ''}vars/${index}`;
}

/** Layers that draw at random keep the state of what they draw with. */
const DRAWING = /Dropout|^GaussianNoise$/;

/** `layers/conv2d_1/vars/0`: layers numbered by class in the order of the model, weights in the order of the layer. */
function weightEntries(plan: ModelPlan, tensors: readonly NamedTensor[]): readonly Hdf5Entry[] {
  const byName = new Map(tensors.map((tensor) => [tensor.name, tensor]));
  const counts = new Map<string, number>();
  return plan.layers.flatMap((layer, position): readonly Hdf5Entry[] => {
    const { className } = portableLayer(layer, 'keras3');
    const stem = kerasSnakeCase(className);
    const count = counts.get(stem) ?? 0;
    counts.set(stem, count + 1);
    const folder = `layers/${count === 0 ? stem : `${stem}_${count}`}`;
    const weights = layer.weights.flatMap(({ name }, index): readonly Hdf5Entry[] => {
      const tensor = byName.get(`${layer.name}/${name}`);
      const path = `${folder}/${weightPlace(className, name, index)}`;
      return tensor === undefined ? [] : [{ path, shape: tensor.shape, values: tensor.values }];
    });
    if (!DRAWING.test(className)) return weights;
    const state = { path: `${folder}/seed_generator/vars/0`, shape: [2], values: Uint32Array.of(position + 1, 0) };
    return [...weights, state];
  });
}
