import type { NodeId } from '@/lib/core/ids';
import type { NamedTensor } from '@/lib/core/named-tensor';
import { elementCount, type Shape } from '@/lib/core/tensor-type';
import { cellOf, positionOf } from '@/lib/layers/cells';
import type { Leaves } from '@/lib/layers/evaluate';
import type { Pair } from '@/lib/layers/fields';
import { linearForm, type LinearForm } from '@/lib/layers/linear-form';
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
  { layer, unit }: { readonly layer: NodeId; readonly unit: number },
): UnitFilter | null {
  const typed = typedLayer(analysis, layer);
  const [input] = layerInputs(analysis, layer);
  if (typed === null || input === undefined || typed.site.inputs.length !== 1) return null;
  if (typed.definition.nature !== 'affine' || typed.weights.length === 0) return null;
  const source = foldedInput(analysis, input);
  const taps = tapsOf(typed.definition.reach(typed.site), source.places);
  if (taps === null) return null;
  const forms = formsOf(typed, { unit, taps, source, weight: weightsOf(typed, layer, weights) });
  return forms === null ? null : layOut(forms, { layer, unit, source, taps, hasBias: hasBias(typed) });
}

interface Source {
  readonly node: NodeId;
  readonly shape: Shape;
  readonly places: Pair;
  /** Where a cell of the input that reaches the layer lies in this one's output. */
  readonly cellAt: (cell: readonly number[]) => readonly number[];
}

/** What is laid flat is seen as the maps it was, where only cells have been moved on the way. */
function foldedInput(analysis: Analysis, input: NodeId): Source {
  const direct = sourceOf(analysis, input, (cell) => cell);
  if (direct.shape.length !== 1) return direct;
  const steps: ((cell: readonly number[]) => readonly number[])[] = [];
  const through = (cell: readonly number[]) => steps.reduce((at, step) => step(at), cell);
  for (let node = input; ;) {
    const typed = typedLayer(analysis, node);
    const [before] = layerInputs(analysis, node);
    if (typed === null || before === undefined || !onlyMoves(typed)) return direct;
    const { definition, site } = typed;
    steps.push((cell) => {
      const read = definition.explain(site, cell);
      return read.op === 'input' ? read.cell : cell;
    });
    node = before;
    if (placesOf(site.inputs[0]?.shape ?? []) !== null) return sourceOf(analysis, node, through);
  }
}

function sourceOf(analysis: Analysis, node: NodeId, cellAt: Source['cellAt']): Source {
  const shape = analysis.layers[node]?.output?.shape ?? [];
  return { node, shape, places: placesOf(shape) ?? [1, 1], cellAt };
}

/** Every cell is a cell of the only input: of the first and the last this is looked at. */
function onlyMoves({ definition, site, weights }: TypedLayer): boolean {
  const { shape } = site.output;
  const isMove = (position: number) => definition.explain(site, cellOf(shape, position)).op === 'input';
  return site.inputs.length === 1 && weights.length === 0 && isMove(0) && isMove(elementCount(shape) - 1);
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
function formsOf({ definition, site }: TypedLayer, { unit, taps, source, weight }: Asking): readonly FormAt[] | null {
  const { shape } = site.output;
  const output = placesOf(shape);
  const along = (axis: 0 | 1) =>
    output === null ? [0] : placesToAsk(taps, axis, { input: source.places[axis], output: output[axis] });
  const forms: FormAt[] = [];
  for (const row of along(0)) {
    for (const column of along(1)) {
      const cell = output === null ? [unit] : shape.length === 2 ? [row, unit] : [row, column, unit];
      const form = linearForm(definition.explain(site, cell), weight);
      if (form === null) return null;
      const terms = form.terms.map((term) => ({ ...term, cell: source.cellAt(term.cell) }));
      forms.push({ place: [row, column], form: { ...form, terms } });
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

function layOut(forms: readonly FormAt[], { layer, unit, source, taps, hasBias }: Layout): UnitFilter {
  const channels = [...new Set(forms.flatMap(({ form }) => form.terms.map(({ cell }) => cell.at(-1) ?? 0)))];
  channels.sort((a, b) => a - b);
  const channelAt = new Map(channels.map((channel, at) => [channel, at]));
  const values = new Float32Array(taps.size[0] * taps.size[1] * channels.length).fill(Number.NaN);
  for (const { place, form } of forms) {
    const sums = new Map<number, number>();
    const [rows, columns] = [tapsByPlace(taps, 0, place[0]), tapsByPlace(taps, 1, place[1])];
    for (const { cell, factor } of form.terms) {
      const row = rows.get(cell[0] ?? 0) ?? 0;
      const column = columns.get(cell.length > 2 ? (cell[1] ?? 0) : 0) ?? 0;
      const at = (row * taps.size[1] + column) * channels.length + (channelAt.get(cell.at(-1) ?? 0) ?? 0);
      sums.set(at, (sums.get(at) ?? 0) + factor);
    }
    for (const [at, sum] of sums) values[at] = sum;
  }
  const bias = hasBias ? (forms[0]?.form.constant ?? 0) : null;
  return { layer, unit, input: source.node, inputShape: source.shape, channels, taps, values, bias };
}

function tapsByPlace(taps: Taps, axis: 0 | 1, at: number): ReadonlyMap<number, number> {
  const known = new Map<number, number>();
  for (let tap = 0; tap < taps.size[axis]; tap += 1) {
    const place = taps.place(axis, at, tap);
    if (place !== null) known.set(place, tap);
  }
  return known;
}
