import type { FileProblem } from '@/lib/core/file-problem';
import { fail, succeed, type Result } from '@/lib/core/result';
import { camelKeys } from '@/lib/interop/json-access';
import type { Call, Ref } from '@/lib/interop/keras/calls';
import type { LayerJson, ModelJson } from '@/lib/interop/keras/model-json';
import type { KerasLayer, OpenShape } from '@/lib/interop/keras/network';
import { readOpenShape } from '@/lib/interop/keras/open-shape';
import { MOST_LAYERS } from '@/lib/interop/limits';

/** Calls of layers and of models together. */
const MOST_RUNS = 4 * MOST_LAYERS;

/** An output of a written-out layer. */
interface Tensor {
  readonly layer: string;
  readonly index: number;
}

/** Where a model stands: the names around it. */
interface Scope {
  readonly prefix: string;
  readonly trail: readonly string[];
}

export interface WrittenOut {
  readonly layers: readonly KerasLayer[];
  readonly outputs: readonly string[];
  readonly shared: readonly { readonly layer: string; readonly times: number }[];
}

/** Why it cannot be: thrown inside, since it ends every model around it. */
class Unreadable extends Error {
  constructor(readonly problem: FileProblem) {
    super(problem.code);
  }
}

type Draft = { -readonly [K in keyof KerasLayer]: KerasLayer[K] };

/** Every model within the model written out in its place, so that only layers are left. */
export function writeOut(model: ModelJson): Result<WrittenOut, FileProblem> {
  const drafts = new Map<string, Draft>();
  const shared = new Map<string, number>();
  let runs = 0;
  try {
    const outputs = runModel(model, { prefix: '', trail: [] }, null);
    return succeed({
      layers: [...drafts.values()],
      outputs: [...new Set(outputs.map(({ layer }) => layer))],
      shared: [...shared].map(([layer, times]) => ({ layer, times })),
    });
  } catch (error) {
    if (error instanceof Unreadable) return fail(error.problem);
    throw error;
  }

  /** `given`: what its inputs are bound to; null for the outermost model, whose inputs are layers. */
  function runModel(inner: ModelJson, scope: Scope, given: readonly Tensor[] | null): readonly Tensor[] {
    return inner.isSequential ? runSequential(inner, scope, given) : runFunctional(inner, scope, given);
  }

  function runSequential(inner: ModelJson, scope: Scope, given: readonly Tensor[] | null): readonly Tensor[] {
    const [first] = inner.layers;
    if (first === undefined) throw new Unreadable({ code: 'file/no-layers', values: {} });
    let tensors = given ?? (isInput(first) ? [] : [sequentialInput(inner, first, scope)]);
    for (const layer of inner.layers) {
      if (isInput(layer) && given !== null) continue;
      tensors = runLayer({ layer, scope, call: 0, inputs: tensors });
    }
    return tensors;
  }

  /** A Sequential without an input layer says its input's shape with its first layer, or beside its layers. */
  function sequentialInput(inner: ModelJson, first: LayerJson, scope: Scope): Tensor {
    const shape = inputShapeOf(first) ?? inner.buildShape ?? null;
    if (readOpenShape(shape) === null) throw new Unreadable({ code: 'file/no-input-shape', values: {} });
    const name = unusedName(`${scope.prefix}${first.name}_input`);
    const place = { trail: [...scope.trail, name], path: '' };
    const config = { batchShape: shape as readonly (number | null)[] };
    return add({ name, className: 'InputLayer', config, inputs: [], declared: null, place, hasSeveralOutputs: false });
  }

  function runFunctional(inner: ModelJson, scope: Scope, given: readonly Tensor[] | null): readonly Tensor[] {
    const values = new Map<string, readonly Tensor[]>();
    const resolve = createResolver(inner, values);
    let waiting = inner.layers.flatMap((layer) => stepsOf(layer));
    while (waiting.length > 0) {
      const later: Step[] = [];
      for (const step of waiting) {
        const inputs = step.call.refs.map(resolve);
        if (inputs.every((input) => input !== null)) {
          const bound = given === null ? undefined : inputBound(inner, step.layer, given);
          const outputs = bound ? [bound] : runLayer({ layer: step.layer, scope, call: step.index, inputs });
          values.set(keyOf(step.layer.name, step.index), outputs);
        } else later.push(step);
      }
      // Nothing came nearer: what is left waits for itself, or for a layer that is not there.
      if (later.length === waiting.length) throw stuck(inner, later);
      waiting = later;
    }
    declareShapes(inner, resolve);
    const ends = inner.outputs.length > 0 ? inner.outputs : lastOf(inner);
    return ends.map((ref) => resolve(ref) ?? raise({ code: 'file/damaged', values: { part: ref.layer } }));
  }

  function runLayer({ layer, scope, call, inputs }: Running): readonly Tensor[] {
    runs += 1;
    // Models without layers of their own, each run twice in the next one, would double for ever.
    if (runs > MOST_RUNS)
      throw new Unreadable({ code: 'file/too-many-layers', values: { count: runs, most: MOST_LAYERS } });
    const own = `${scope.prefix}${layer.name}${call === 0 ? '' : `_${call + 1}`}`;
    if (call > 0) shared.set(`${scope.prefix}${layer.name}`, call + 1);
    const trail = [...scope.trail, layer.name];
    if (layer.model !== null) return runModel(layer.model, { prefix: `${own}/`, trail }, inputs);
    for (const { layer: name, index } of inputs) {
      const source = drafts.get(name);
      if (index > 0 && source) source.hasSeveralOutputs = true;
    }
    const name = unusedName(own);
    const config = camelKeys(layer.config);
    const place = { trail, path: layer.path };
    const names = inputs.map((input) => input.layer);
    const { className } = layer;
    return [add({ name, className, config, inputs: names, declared: null, place, hasSeveralOutputs: false })];
  }

  function add(draft: Draft): Tensor {
    drafts.set(draft.name, draft);
    if (drafts.size > MOST_LAYERS) {
      throw new Unreadable({ code: 'file/too-many-layers', values: { count: drafts.size, most: MOST_LAYERS } });
    }
    return { layer: draft.name, index: 0 };
  }

  function unusedName(wanted: string): string {
    let name = wanted === '' ? 'layer' : wanted;
    for (let count = 2; drafts.has(name); count += 1) name = `${wanted}_${count}`;
    return name;
  }

  /** Keras 3 writes the shape of every tensor where it is taken. */
  function declareShapes(inner: ModelJson, resolve: (ref: Ref) => Tensor | null): void {
    for (const ref of inner.layers.flatMap(({ calls }) => calls.flatMap(({ refs }) => refs))) {
      const shape: OpenShape | null = readOpenShape(ref.shape);
      const tensor = resolve({ ...ref, tensor: 0 });
      const draft = tensor === null ? undefined : drafts.get(tensor.layer);
      if (draft && shape !== null && ref.tensor === 0) draft.declared ??= shape;
    }
  }
}

interface Running {
  readonly layer: LayerJson;
  readonly scope: Scope;
  readonly call: number;
  readonly inputs: readonly Tensor[];
}

interface Step {
  readonly layer: LayerJson;
  readonly call: Call;
  readonly index: number;
}

/** A layer without calls is called once, on nothing: an input. */
function stepsOf(layer: LayerJson): readonly Step[] {
  const calls = layer.calls.length > 0 ? layer.calls : [{ refs: [] }];
  return calls.map((call, index) => ({ layer, call, index }));
}

/**
 * Finds what a reference means, or null while it is not there yet. A model within a model counts its calls from 1 where
 * its own making counted as the first (Keras 2).
 */
function createResolver(inner: ModelJson, values: ReadonlyMap<string, readonly Tensor[]>) {
  const refs = [...inner.outputs, ...inner.layers.flatMap(({ calls }) => calls.flatMap((call) => call.refs))];
  const most = new Map<string, number>();
  for (const { layer, node } of refs) most.set(layer, Math.max(most.get(layer) ?? 0, node));
  const shift = new Map(
    inner.layers.map(({ name, model, calls }) => [name, model !== null && most.get(name) === calls.length ? 1 : 0]),
  );
  const lastCall = new Map(inner.layers.map(({ name, calls }) => [name, Math.max(calls.length - 1, 0)]));
  return ({ layer, node, tensor }: Ref): Tensor | null => {
    const call = Math.min(node - (shift.get(layer) ?? 0), lastCall.get(layer) ?? 0);
    const outputs = values.get(keyOf(layer, call));
    if (outputs === undefined) return null;
    const [only] = outputs;
    return outputs[tensor] ?? (outputs.length === 1 && only ? { ...only, index: tensor } : null);
  };
}

function inputBound(inner: ModelJson, layer: LayerJson, given: readonly Tensor[]): Tensor | undefined {
  if (!isInput(layer)) return undefined;
  const position = inner.inputs.findIndex((ref) => ref.layer === layer.name);
  return given[position === -1 ? inner.layers.filter(isInput).indexOf(layer) : position];
}

/** A name may hold anything, a number not: the number comes first. */
function keyOf(layer: string, node: number): string {
  return `${node} ${layer}`;
}

function isInput({ className }: LayerJson): boolean {
  return className === 'InputLayer';
}

function inputShapeOf({ config }: LayerJson): unknown {
  return config.batch_input_shape ?? config.batch_shape ?? null;
}

function lastOf(inner: ModelJson): readonly Ref[] {
  const last = inner.layers.at(-1);
  return last === undefined ? [] : [{ layer: last.name, node: 0, tensor: 0 }];
}

function stuck(inner: ModelJson, steps: readonly Step[]): Unreadable {
  const names = new Set(inner.layers.map(({ name }) => name));
  const lost = steps.flatMap(({ call }) => call.refs).find(({ layer }) => !names.has(layer));
  if (lost !== undefined) return new Unreadable({ code: 'file/missing-layer', values: { layer: lost.layer } });
  return new Unreadable({ code: 'file/cyclic', values: { layer: steps[0]?.layer.name ?? '' } });
}

function raise(problem: FileProblem): never {
  throw new Unreadable(problem);
}
