import type { NodeId } from '@/lib/core/ids';
import { elementCount, sameShape, type Shape } from '@/lib/core/tensor-type';
import type { Arithmetic } from '@/lib/layers/arithmetic';
import { placesOf } from '@/lib/layers/reach';
import type { Analysis } from '@/lib/analysis/analysis';
import { layerInputs, typedLayer } from '@/lib/analysis/typed-layer';
import type { TypedLayer } from '@/lib/analysis/types';
import { termsOf } from '@/lib/analysis/workings/work-out';

/** A channel of a layer's output, or a number of a vector. `cell`: where one cell of its map is meant, its row and column. */
export interface UnitAt {
  readonly layer: NodeId;
  readonly unit: number;
  readonly cell: readonly [number, number] | null;
}

/**
 * Whose weights make a unit what it is, through layers that leave every unit to itself (activations, pooling, flatten).
 * `from`: the cell of a map that the unit is, behind a flatten; null: it is no number out of a map.
 */
export type Behind = { readonly from: UnitAt | null } & (
  | { readonly kind: 'filter'; readonly at: UnitAt }
  /** Nothing but the data. */
  | { readonly kind: 'input'; readonly at: UnitAt }
  /** A layer that brings units of several layers together (addition); `units`: one of each. */
  | { readonly kind: 'several'; readonly at: UnitAt; readonly units: readonly UnitAt[] }
  /** A layer that reads many units and is no weighted sum of them (attention, softmax on places). */
  | { readonly kind: 'mixed'; readonly at: UnitAt }
);

/** Null where the shape of a layer on the way is not known. Layers: of `analysis.flat`. */
export function unitBehind(analysis: Analysis, layer: NodeId, unit: number): Behind | null {
  let at: UnitAt = { layer, unit, cell: null };
  let from: UnitAt | null = null;
  for (;;) {
    const typed = typedLayer(analysis, at.layer);
    if (typed === null) return null;
    if (typed.definition.role === 'source') return { kind: 'input', at, from };
    if (typed.definition.nature === 'affine' && typed.weights.length > 0) return { kind: 'filter', at, from };
    const units = unitsRead(typed, at, layerInputs(analysis, at.layer));
    const [only] = units ?? [];
    if (units === null || only === undefined) return { kind: 'mixed', at, from };
    if (units.length > 1) return { kind: 'several', at, from, units };
    if (placesOf(typed.site.output.shape) === null && only.cell !== null) from = only;
    at = only;
  }
}

/** Null: more than one unit of an input, or other ones from place to place. */
function unitsRead({ definition, site }: TypedLayer, at: UnitAt, inputs: readonly NodeId[]): readonly UnitAt[] | null {
  const [layer, input] = [inputs[0], site.inputs[0]];
  const isSame = input !== undefined && sameShape(input.shape, site.output.shape);
  if (layer !== undefined && inputs.length === 1 && isSame && definition.reach(site) === 'pointwise')
    return [{ ...at, layer }];
  const most = MOST_VISITS * site.inputs.reduce((count, { shape }) => count + elementCount(shape), 1);
  const [first, second] = cellsToAsk(site.output.shape, at).map((cell) =>
    unitsIn(definition.explain(site, cell), most),
  );
  if (first == null || second == null || !sameUnits(first, second)) return null;
  const isCell = at.cell !== null || placesOf(site.output.shape) === null;
  return first.flatMap(({ input: index, unit, cell }) => {
    const source = inputs[index];
    const hasPlaces = placesOf(site.inputs[index]?.shape ?? []) !== null;
    return source === undefined ? [] : [{ layer: source, unit, cell: isCell && hasPlaces ? cell : null }];
  });
}

/** Two cells of the unit's map; of a vector the one there is, twice. */
function cellsToAsk(shape: Shape, { unit, cell }: UnitAt): readonly (readonly number[])[] {
  const places = placesOf(shape);
  if (places === null) return [[unit], [unit]];
  const middle = cell ?? [places[0] >> 1, places[1] >> 1];
  return [middle, [0, 0]].map(([row = 0, column = 0]) => (shape.length === 2 ? [row, unit] : [row, column, unit]));
}

/** Numbers and operations for each number of the inputs: every one is read once or twice, and multiplied or compared. */
const MOST_VISITS = 8;

interface ReadUnit {
  readonly input: number;
  readonly unit: number;
  /** Null: several cells of it. */
  readonly cell: readonly [number, number] | null;
}

/**
 * One unit of each input; null: several of one. Of `most` numbers and operations at most: what is worked out of more is
 * not left to itself, and some of it (a recurrent layer, attention) no machine would come to the end of.
 */
function unitsIn(arithmetic: Arithmetic, most: number): readonly ReadUnit[] | null {
  const found = new Map<number, ReadUnit>();
  let visits = 0;
  const isSingle = (of: Arithmetic): boolean => {
    visits += 1;
    if (visits > most) return false;
    if (of.op !== 'input') return termsOf(of).every(isSingle);
    const unit = of.cell.at(-1) ?? 0;
    const known = found.get(of.input);
    const place = [of.cell[0] ?? 0, of.cell.length > 2 ? (of.cell[1] ?? 0) : 0] as const;
    found.set(of.input, { input: of.input, unit, cell: known === undefined ? place : null });
    return known === undefined || known.unit === unit;
  };
  return isSingle(arithmetic) ? [...found.values()] : null;
}

function sameUnits(a: readonly ReadUnit[], b: readonly ReadUnit[]): boolean {
  return a.length === b.length && a.every(({ input, unit }, at) => b[at]?.input === input && b[at].unit === unit);
}
