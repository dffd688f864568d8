import { orderByDifference, unitedSpans } from '@/lib/inspect/compare-maps';
import { orderOf, unitFigures, type UnitFigures, type UnitOrder, type UnitSpans } from '@/lib/inspect/grid-statistics';
import { sameShape } from '@/lib/core/tensor-type';
import type { Pair } from '@/lib/state/inspect-compare';
import type { LayerLook } from '@/lib/training/inspect/protocol';

/** One of the three columns: what is drawn, and what its colours are scaled to. */
export interface Sheet {
  readonly look: LayerLook;
  readonly figures: UnitFigures;
  readonly spans: UnitSpans;
}

export interface PairSheets {
  readonly a: Sheet;
  readonly b: Sheet | null;
  readonly difference: Sheet | null;
}

export const SIDES = ['a', 'b', 'difference'] as const;
export type Side = (typeof SIDES)[number];

export const PAIR_ORDERS = ['index', 'activation', 'variance', 'difference'] as const;
export type PairOrder = UnitOrder | 'difference';

const known = new WeakMap<Pair, PairSheets>();

/** A and B on one scale where their units are the same ones; the difference on a scale of its own. */
export function sheetsOf(pair: Pair): PairSheets {
  const sheets = known.get(pair) ?? makeSheets(pair);
  known.set(pair, sheets);
  return sheets;
}

function makeSheets({ a, b, difference }: Pair): PairSheets {
  const ofA = unitFigures(a);
  const ofB = b === null ? null : unitFigures(b);
  const spans = ofB !== null && hasSameUnits(a, b) ? unitedSpans(ofA, ofB) : null;
  const ofDifference = difference === null ? null : unitFigures(difference);
  return {
    a: { look: a, figures: ofA, spans: spans ?? ofA },
    b: b === null || ofB === null ? null : { look: b, figures: ofB, spans: spans ?? ofB },
    difference:
      difference === null || ofDifference === null
        ? null
        : { look: difference, figures: ofDifference, spans: ofDifference },
  };
}

/** The units in the order in which they stand in all columns. */
export function pairOrder({ a, difference }: PairSheets, by: PairOrder): Uint32Array {
  if (by !== 'difference') return orderOf(a.figures, by);
  return difference === null ? orderOf(a.figures, 'index') : orderByDifference(difference.figures);
}

/** Units of the one are compared with those of the other by their numbers. */
export function hasSameUnits(a: LayerLook, b: LayerLook | null): boolean {
  return (
    b !== null &&
    (sameShape(a.shape, b.shape) || (a.shape.length === b.shape.length && a.shape.at(-1) === b.shape.at(-1)))
  );
}
