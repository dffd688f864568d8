import type { FileProblem } from '@/lib/core/file-problem';
import { fail, succeed, type Result } from '@/lib/core/result';
import { FORMAT } from '@/lib/document/document';
import { entryOf, listOf, recordOf, textOf } from '@/lib/interop/json-access';
import { isModelClass } from '@/lib/interop/keras/model-json';
import { METADATA_KEY } from '@/lib/interop/metadata';

/** What a JSON file turned out to be. */
export type JsonKind =
  | { readonly kind: 'design' }
  | {
      readonly kind: 'keras';
      readonly topology: unknown;
      readonly version: string | null;
      readonly metadata: unknown;
      readonly hasTraining: boolean;
    }
  | {
      readonly kind: 'tfjs';
      readonly topology: unknown;
      readonly version: string | null;
      readonly manifest: unknown;
      readonly metadata: unknown;
      readonly hasTraining: boolean;
    };

/** Tells the JSON files of this world apart by what is in them; names of files say nothing. */
export function kindOfJson(json: unknown): Result<JsonKind, FileProblem> {
  if (entryOf(json, 'format') === FORMAT) return succeed({ kind: 'design' });
  const topology = entryOf(json, 'modelTopology');
  if (entryOf(json, 'format') === 'graph-model' || listOf(entryOf(topology, 'node')) !== null) {
    return fail({ code: 'file/graph-model', values: {} });
  }
  if (recordOf(topology) !== null) return succeed(tfjsModel(json, topology));
  if (isManifest(json) || isManifest(entryOf(json, 'weightsManifest'))) {
    return fail({ code: 'file/weights-only', values: {} });
  }
  if (listOf(entryOf(json, 'node')) !== null && entryOf(json, 'class_name') === undefined) {
    return fail(recordOf(entryOf(json, 'versions')) === null ? NOT_OURS : { code: 'file/graph-model', values: {} });
  }
  const className = textOf(entryOf(json, 'class_name'));
  if (className === null) return fail(NOT_OURS);
  const hasLayers = listOf(entryOf(json, 'config')) ?? listOf(entryOf(entryOf(json, 'config'), 'layers'));
  if (hasLayers === null) return fail(withoutLayers(json, className));
  return succeed({
    kind: 'keras',
    topology: json,
    version: textOf(entryOf(json, 'keras_version')),
    metadata: entryOf(json, METADATA_KEY),
    hasTraining: recordOf(entryOf(json, 'compile_config')) !== null,
  });
}

const NOT_OURS: FileProblem = { code: 'file/not-ours', values: {} };

function withoutLayers(json: unknown, className: string): FileProblem {
  if (className === 'Sequential' || className === 'Functional') return { code: 'file/no-layers', values: {} };
  return isModelLike(json) ? { code: 'file/subclassed', values: { name: className } } : NOT_OURS;
}

/** A model whose layers are in code: Keras still writes its class and what it was made with. */
function isModelLike(json: unknown): boolean {
  const className = textOf(entryOf(json, 'class_name')) ?? '';
  const others = ['config', 'module', 'registered_name', 'keras_version', 'build_config'];
  return isModelClass(className) || others.filter((key) => entryOf(json, key) !== undefined).length > 1;
}

/** Two shapes: as TensorFlow.js writes it, and as its converter from Python does, one level deeper. */
function tfjsModel(json: unknown, topology: unknown): JsonKind {
  const inner = entryOf(topology, 'model_config') ?? topology;
  const metadata = entryOf(json, 'userDefinedMetadata');
  return {
    kind: 'tfjs',
    topology: inner,
    version: textOf(entryOf(topology, 'keras_version')),
    manifest: entryOf(json, 'weightsManifest') ?? [],
    metadata: entryOf(metadata, METADATA_KEY),
    hasTraining: recordOf(entryOf(json, 'trainingConfig') ?? entryOf(topology, 'training_config')) !== null,
  };
}

/** `weightsManifest` alone, as older converters wrote it into a file of its own. */
function isManifest(value: unknown): boolean {
  const [first] = listOf(value) ?? [];
  return listOf(entryOf(first, 'paths')) !== null && listOf(entryOf(first, 'weights')) !== null;
}
