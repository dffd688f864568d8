import type { JsonObject } from '@/lib/core/json';
import type { NamedTensor } from '@/lib/core/named-tensor';
import type { SaveFormat, SaveNote } from '@/lib/core/save-note';
import type { Document } from '@/lib/document/document';
import { documentFile, saveDocument } from '@/lib/document/save';
import type { ModelPlan } from '@/lib/compile/plan';
import type { Hdf5 } from '@/lib/interop/foreign-file';
import { METADATA_KEY } from '@/lib/interop/metadata';
import { kerasArchive } from '@/lib/interop/write/keras-archive';
import { keras2Model, keras3Model } from '@/lib/interop/write/model-config';
import { portableLayer, type Dialect } from '@/lib/interop/write/portable';
import { weightsOf } from '@/lib/interop/write/start-values';
import { tfjsFiles } from '@/lib/interop/write/tfjs-files';

export interface SavedFile {
  readonly path: string;
  readonly content: string | Uint8Array<ArrayBuffer>;
}

export interface SaveOrder {
  readonly document: Document;
  readonly plan: ModelPlan;
  readonly format: SaveFormat;
  /** Trained or imported weights; null: none, or none wanted. */
  readonly weights: readonly NamedTensor[] | null;
}

/** What the machine adds: the library for HDF5, and when the file was made. */
export interface SaveMeans {
  readonly hdf5: Hdf5;
  /** As ISO 8601, in UTC. */
  readonly now: string;
}

/** The versions whose form the files have. */
const KERAS_2 = '2.15.0';
const KERAS_3 = '3.11.3';

const DIALECTS = { keras: 'keras2', keras3: 'keras3', 'keras-zip': 'keras3', tfjs: 'tfjs' } as const;

/** A design as the files of another tool, with its titles, places and blocks in a corner that other tools pass by. */
export async function saveModel(order: SaveOrder, means: SaveMeans): Promise<readonly SavedFile[]> {
  const { document, plan, format, weights } = order;
  const own = documentFile(document) as unknown as JsonObject;
  switch (format) {
    case 'shapeflow':
      return [{ path: 'design.shapeflow.json', content: saveDocument(document) }];
    case 'keras': {
      const model = { ...keras2Model(plan, 'keras2'), keras_version: KERAS_2, backend: 'tensorflow' };
      return [json('model.json', { ...model, [METADATA_KEY]: own })];
    }
    case 'keras3':
      return [json('model.json', { ...keras3Model(plan), keras_version: KERAS_3, [METADATA_KEY]: own })];
    case 'keras-zip': {
      const tensors = weightsOf(plan, weights ?? [], document.training.seed);
      const content = await kerasArchive({ plan, tensors, version: KERAS_3, own }, means);
      return [{ path: 'model.keras', content }];
    }
    case 'tfjs':
      return tfjsFiles({ plan, tensors: weights === null ? null : weightsOf(plan, weights, 0), version: KERAS_2, own });
  }
}

/** What should be known before the design is saved in this format. */
export function notesOf({ document, plan, format, weights }: SaveOrder): readonly SaveNote[] {
  if (format === 'shapeflow') return [];
  const notes = ownClasses(plan, DIALECTS[format]);
  const lacks = plan.layers.some(({ weights: own }) => own.length > 0) && (weights ?? []).length === 0;
  if (format === 'keras-zip' && lacks) notes.push({ code: 'save/start-values', values: {} });
  const blocks = Object.keys(document.blocks).length;
  if (blocks > 0) notes.push({ code: 'save/blocks', values: { count: blocks } });
  const members = new Set(plan.layers.map(({ node }) => node));
  const outside = blocks > 0 ? 0 : Object.keys(document.nodes).filter((id) => !members.has(id)).length;
  if (outside > 0) notes.push({ code: 'save/outside', values: { count: outside } });
  return notes;
}

function ownClasses(plan: ModelPlan, dialect: Dialect): SaveNote[] {
  const byClass = new Map<string, string[]>();
  for (const layer of plan.layers) {
    const { className, isOwn } = portableLayer(layer, dialect);
    if (isOwn) byClass.set(className, [...(byClass.get(className) ?? []), layer.name]);
  }
  return [...byClass].map(([className, names]) => {
    return { code: 'save/own-class', values: { className, layers: names.slice(0, 4), count: names.length } };
  });
}

function json(path: string, value: JsonObject): SavedFile {
  return { path, content: `${JSON.stringify(value)}\n` };
}
