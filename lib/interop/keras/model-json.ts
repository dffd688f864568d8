import type { FileProblem } from '@/lib/core/file-problem';
import type { JsonObject } from '@/lib/core/json';
import { fail, succeed, type Result } from '@/lib/core/result';
import { entryOf, listOf, recordOf, textOf } from '@/lib/interop/json-access';
import { readCalls, readRefs, type Call, type Ref } from '@/lib/interop/keras/calls';
import { MOST_LAYERS, MOST_NESTED_MODELS } from '@/lib/interop/limits';

/** A Keras model as the file has it, its parts recognised. */
export interface ModelJson {
  readonly name: string;
  readonly isSequential: boolean;
  readonly layers: readonly LayerJson[];
  readonly inputs: readonly Ref[];
  readonly outputs: readonly Ref[];
  /** Of a Sequential without an input layer, the batch first. */
  readonly buildShape: unknown;
}

export interface LayerJson {
  readonly className: string;
  readonly name: string;
  readonly config: JsonObject;
  readonly calls: readonly Call[];
  readonly model: ModelJson | null;
  /** `layers/conv2d_1`: in a `model.weights.h5`. */
  readonly path: string;
}

const MODEL_CLASSES: readonly string[] = ['Model', 'Functional', 'Sequential'];

export function isModelClass(className: string): boolean {
  return MODEL_CLASSES.includes(className);
}

/** Reads `{class_name, config}` of a model and of the models in it. */
export function readModelJson(json: unknown): Result<ModelJson, FileProblem> {
  let count = 0;

  function readModel(value: unknown, path: string, depth: number): Result<ModelJson, FileProblem> {
    const className = textOf(entryOf(value, 'class_name')) ?? '';
    const config = entryOf(value, 'config');
    // Old Sequentials: the list of layers itself.
    const list = listOf(config) ?? listOf(entryOf(config, 'layers'));
    if (list === null) return fail({ code: 'file/subclassed', values: { name: className } });
    if (depth > MOST_NESTED_MODELS) return fail({ code: 'file/too-deep', values: { most: MOST_NESTED_MODELS } });
    const numbered = createNumbering();
    const layers: LayerJson[] = [];
    for (const entry of list) {
      count += 1;
      if (count > MOST_LAYERS) return fail({ code: 'file/too-many-layers', values: { count, most: MOST_LAYERS } });
      const layer = readLayer(entry, `${path}layers/${numbered(classNameOf(entry))}`, depth);
      if (!layer.ok) return layer;
      layers.push(layer.value);
    }
    return succeed({
      name: textOf(entryOf(config, 'name')) ?? textOf(entryOf(value, 'name')) ?? '',
      isSequential: className === 'Sequential',
      layers,
      inputs: readRefs(entryOf(config, 'input_layers')),
      outputs: readRefs(entryOf(config, 'output_layers')),
      buildShape: entryOf(config, 'build_input_shape') ?? entryOf(entryOf(value, 'build_config'), 'input_shape'),
    });
  }

  function readLayer(value: unknown, path: string, depth: number): Result<LayerJson, FileProblem> {
    const className = classNameOf(value);
    const config = recordOf(entryOf(value, 'config')) ?? {};
    const name = textOf(entryOf(value, 'name')) ?? textOf(entryOf(config, 'name')) ?? '';
    if (className === '') return fail({ code: 'file/damaged', values: { part: name === '' ? 'layers' : name } });
    if (isOfKeras1(className, config)) return fail({ code: 'file/keras-1', values: {} });
    const isModel = isModelClass(className) && listOf(entryOf(value, 'config') ?? null) !== null;
    const holdsModel = isModel || (isModelClass(className) && listOf(entryOf(config, 'layers')) !== null);
    const model = holdsModel ? readModel(value, `${path}/`, depth + 1) : null;
    if (model !== null && !model.ok) return model;
    const calls = readCalls(entryOf(value, 'inbound_nodes'));
    return succeed({ className, name, config, calls, model: model?.value ?? null, path });
  }

  return readModel(json, '', 0);
}

function classNameOf(value: unknown): string {
  return textOf(entryOf(value, 'class_name')) ?? '';
}

/** Keras 1 called the same things by other names. */
function isOfKeras1(className: string, config: JsonObject): boolean {
  const names = ['nb_filter', 'nb_row', 'border_mode', 'output_dim', 'subsample', 'subsample_length', 'dim_ordering'];
  const isOurs = className === 'Embedding' || className === 'Lambda';
  return className === 'Merge' || (!isOurs && names.some((name) => Object.hasOwn(config, name)));
}

/** As Keras 3 names the parts of a model in its weights: `conv2d`, `conv2d_1`, … by class, in the model's order. */
function createNumbering(): (className: string) => string {
  const counts = new Map<string, number>();
  return (className) => {
    const stem = kerasSnakeCase(className);
    const count = counts.get(stem) ?? 0;
    counts.set(stem, count + 1);
    return count === 0 ? stem : `${stem}_${count}`;
  };
}

/** keras.src.utils.naming.to_snake_case: `Conv2D` → `conv2d`, `LeakyReLU` → `leaky_re_lu`. */
export function kerasSnakeCase(className: string): string {
  return className
    .replace(/\W+/g, '')
    .replace(/(.)([A-Z][a-z]+)/g, '$1_$2')
    .replace(/([a-z])([A-Z])/g, '$1_$2')
    .toLowerCase();
}
