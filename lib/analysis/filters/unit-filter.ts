import type { NodeId } from '@/lib/core/ids';
import type { NamedTensor } from '@/lib/core/named-tensor';
import { finished, type Steps } from '@/lib/core/steps';
import { elementCount, type Shape } from '@/lib/core/tensor-type';
import { cellOf, positionOf } from '@/lib/layers/cells';
import type { Leaves } from '@/lib/layers/evaluate';
import type { Pair } from '@/lib/layers/fields';
import { linearFormSteps, type LinearForm } from '@/lib/layers/linear-form';
import { placesOf } from '@/lib/layers/reach';
import type { Analysis } from '@/lib/analysis/analysis';
import { placesToAsk, tapsOf, type Taps } from '@/lib/analysis/filters/taps';
import { layerInputs, typedLayer } from '@/lib/analysis/typed-layer';
import type { TypedLayer } from '@/lib/analysis/types';

/** The weights of one unit of a layer that sums up what it reads, laid out as they meet its input. */
export interface UnitFilter {
  readonly layer: NodeId;
  readonly unit: number;
  /** The layer whose output it reads: for a dense layer behind a flatten, the one whose maps are laid flat. */
  readonly input: NodeId;
  readonly inputShape: Shape;
  /** Which units of it, in the order of `values`' last axis. */
  readonly channels: readonly number[];
  readonly taps: Taps;
  /** Rows × columns × channels; not a number where a weight meets no input anywhere. */
  readonly values: Float32Array;
  /** Null: the layer has none. */
  readonly bias: number | null;
}

/** Null for a layer that is no weighted sum of its input in a fixed pattern. `layer`: of `analysis.flat`. */
export function unitFilter(
  analysis: Analysis,
  weights: readonly NamedTensor[],
  at: { readonly layer: NodeId; readonly unit: number },
): UnitFilter | null {
  return finished(unitFilterSteps(analysis, weights, at));
}

/** As `unitFilter`, in steps: the 25,088 weights of one of VGG's dense units take a tenth of a second. */
export function* unitFilterSteps(
  analysis: Analysis,
  weights: readonly NamedTensor[],
  { layer, unit }: { readonly layer: NodeId; readonly unit: number },
): Steps<UnitFilter | null> {
  const typed = typedLayer(analysis, layer);
  const [input] = layerInputs(analysis, layer);
  if (typed === null || input === undefined || typed.site.inputs.length !== 1) return null;
  if (typed.definition.nature !== 'affine' || typed.weights.length === 0) return null;
  const source = yield* foldedInput(analysis, input);
  const taps = tapsOf(typed.definition.reach(typed.site), source.places);
  if (taps === null) return null;
  const forms = yield* formsOf(typed, { unit, taps, source, weight: weightsOf(typed, layer, weights) });
  return forms === null ? null : yield* layOut(forms, { layer, unit, source, taps, hasBias: hasBias(typed) });
}

interface Source {
  readonly node: NodeId;
  readonly shape: Shape;
  readonly places: Pair;
  /** Of each number that reaches the layer, its position among this one's; null: the same. */
  readonly positions: Int32Array | null;
}

const CELLS_PER_STEP = 512;
const folds = new WeakMap<Analysis, Map<NodeId, Source>>();

/** What is laid flat is seen as the maps it was, where only cells have been moved on the way. Worked out once. */
function* foldedInput(analysis: Analysis, input: NodeId): Steps<Source> {
  const known = folds.get(analysis) ?? new Map<NodeId, Source>();
  folds.set(analysis, known);
  const source = known.get(input) ?? (yield* findFold(analysis, input));
  known.set(input, source);
  return source;
}

function* findFold(analysis: Analysis, input: NodeId): Steps<Source> {
  const direct = sourceOf(analysis, input, null);
  if (direct.shape.length !== 1) return direct;
  let positions = Int32Array.from({ length: elementCount(direct.shape) }, (_, position) => position);
  for (let node = input; ;) {
    const typed = typedLayer(analysis, node);
    const [before] = layerInputs(analysis, node);
    const moves = typed === null ? null : yield* movesOf(typed);
    const shape = typed?.site.inputs[0]?.shape;
    if (before === undefined || moves === null || shape === undefined) return direct;
    positions = positions.map((position) => moves[position] ?? 0);
    if (placesOf(shape) !== null) return sourceOf(analysis, before, positions);
    node = before;
  }
}

function sourceOf(analysis: Analysis, node: NodeId, positions: Int32Array | null): Source {
  const shape = analysis.layers[node]?.output?.shape ?? [];
  return { node, shape, places: placesOf(shape) ?? [1, 1], positions };
}

/** Which cell of its only input each cell of a layer is; null: one is made of others, or by weights. */
function* movesOf({ definition, site, weights }: TypedLayer): Steps<Int32Array | null> {
  const [input] = site.inputs;
  const { shape } = site.output;
  const first = definition.explain(site, cellOf(shape, 0));
  if (input === undefined || site.inputs.length !== 1 || weights.length > 0 || first.op !== 'input') return null;
  const moves = new Int32Array(elementCount(shape));
  for (let position = 0; position < moves.length; position += 1) {
    if (position % CELLS_PER_STEP === CELLS_PER_STEP - 1) yield;
    const read = definition.explain(site, cellOf(shape, position));
    if (read.op !== 'input') return null;
    moves[position] = positionOf(input.shape, read.cell);
  }
  return moves;
}

function weightsOf(typed: TypedLayer, layer: NodeId, weights: readonly NamedTensor[]): Leaves['weight'] {
  const tensors = new Map(weights.map((tensor) => [tensor.name, tensor.values]));
  const own = new Map(
    typed.weights.map(({ name, shape }) => [name, { shape, values: tensors.get(`${layer}/${name}`) }]),
  );
  return (name, cell) => {
    const tensor = own.get(name);
    return tensor?.values?.[positionOf(tensor.shape, cell)] ?? Number.NaN;
  };
}

function hasBias({ definition, site, weights }: TypedLayer): boolean {
  const { biasParam } = definition;
  return biasParam !== null && site.params[biasParam] === true && weights.length > 1;
}

interface FormAt {
  readonly place: Pair;
  readonly form: LinearForm;
}

interface Asking {
  readonly unit: number;
  readonly taps: Taps;
  readonly source: Source;
  readonly weight: Leaves['weight'];
}

/** Of output places that between them show every weight. */
function* formsOf(
  { definition, site }: TypedLayer,
  { unit, taps, source, weight }: Asking,
): Steps<readonly FormAt[] | null> {
  const { shape } = site.output;
  const output = placesOf(shape);
  const along = (axis: 0 | 1) =>
    output === null ? [0] : placesToAsk(taps, axis, { input: source.places[axis], output: output[axis] });
  const forms: FormAt[] = [];
  for (const row of along(0)) {
    for (const column of along(1)) {
      const cell = output === null ? [unit] : shape.length === 2 ? [row, unit] : [row, column, unit];
      yield;
      const arithmetic = definition.explain(site, cell);
      yield;
      const form = yield* linearFormSteps(arithmetic, weight);
      if (form === null) return null;
      forms.push({ place: [row, column], form });
    }
  }
  return forms;
}

interface Layout {
  readonly layer: NodeId;
  readonly unit: number;
  readonly source: Source;
  readonly taps: Taps;
  readonly hasBias: boolean;
}

function* layOut(forms: readonly FormAt[], { layer, unit, source, taps, hasBias }: Layout): Steps<UnitFilter> {
  const width = source.shape.at(-1) ?? 1;
  const across = source.places[1];
  const isRead = new Uint8Array(width);
  const positions: Int32Array[] = [];
  for (const { form } of forms) {
    const own = new Int32Array(form.terms.length);
    for (const [term, { cell }] of form.terms.entries()) {
      if (term % CELLS_PER_STEP === 0) yield;
      own[term] = positionIn(source, cell);
    }
    positions.push(own);
  }
  for (const each of positions) for (const position of each) isRead[position % width] = 1;
  const channels = [...isRead.keys()].filter((channel) => isRead[channel] === 1);
  const channelAt = new Int32Array(width);
  channels.forEach((channel, at) => (channelAt[channel] = at));
  const values = new Float32Array(taps.size[0] * taps.size[1] * channels.length).fill(Number.NaN);
  for (const [at, { place, form }] of forms.entries()) {
    const sums = new Float64Array(values.length).fill(Number.NaN);
    const [rows, columns] = [tapsByPlace(taps, 0, place[0]), tapsByPlace(taps, 1, place[1])];
    for (const [term, { factor }] of form.terms.entries()) {
      if (term % CELLS_PER_STEP === 0) yield;
      const position = positions[at]?.[term] ?? 0;
      const cell = Math.floor(position / width);
      const tap = (rows.get(Math.floor(cell / across)) ?? 0) * taps.size[1] + (columns.get(cell % across) ?? 0);
      const index = tap * channels.length + (channelAt[position % width] ?? 0);
      const before = sums[index] ?? Number.NaN;
      sums[index] = Number.isNaN(before) ? factor : before + factor;
    }
    sums.forEach((sum, index) => {
      if (!Number.isNaN(sum)) values[index] = sum;
    });
  }
  const bias = hasBias ? (forms[0]?.form.constant ?? 0) : null;
  return { layer, unit, input: source.node, inputShape: source.shape, channels, taps, values, bias };
}

/** Of what reaches the layer, where it lies in the source. */
function positionIn({ shape, positions }: Source, cell: readonly number[]): number {
  return positions === null ? positionOf(shape, cell) : (positions[cell[0] ?? 0] ?? 0);
}

function tapsByPlace(taps: Taps, axis: 0 | 1, at: number): ReadonlyMap<number, number> {
  const known = new Map<number, number>();
  for (let tap = 0; tap < taps.size[axis]; tap += 1) {
    const place = taps.place(axis, at, tap);
    if (place !== null) known.set(place, tap);
  }
  return known;
}
