import type { Comparison, ComparisonRow } from '@/lib/analysis/compare/compare-designs';
import type { Pair } from '@/lib/layers/fields';
import type { DesignTotals, OutlineLayer } from '@/lib/analysis/compare/outline';

/** What is drawn along the depth. */
export const ALONG_DEPTH = ['params', 'macs', 'memory'] as const;
export type AlongDepth = (typeof ALONG_DEPTH)[number];

/** Totals that have a difference and a ratio. */
export const TOTAL_FIGURES = [
  'layers',
  'params',
  'trainableParams',
  'macs',
  'activations',
  'inference',
  'training',
] as const;
export type TotalFigure = (typeof TOTAL_FIGURES)[number];

/** What a total of another design is against the first one's; null where either is not known. */
export interface Against {
  readonly delta: number;
  /** Null where the first one's is 0. */
  readonly ratio: number | null;
}

/** Counts that faults leave incomplete are compared with nothing. */
export function againstFirst(first: DesignTotals, other: DesignTotals, figure: TotalFigure): Against | null {
  if (!first.complete || !other.complete) return null;
  const [before, after] = [first[figure], other[figure]];
  return { delta: after - before, ratio: before === 0 ? null : after / before };
}

/** A layer's figure less that of the first layer of its row; null where there is none to compare with. */
export function deltaInRow(row: ComparisonRow, design: number, figure: AlongDepth): number | null {
  const [cell, first] = [row.cells[design], row.cells.find((other) => other !== null)];
  if (!cell || !first || cell.state === 'first') return null;
  const [before, after] = [first.layer[figure], cell.layer[figure]];
  return before === null || after === null ? null : after - before;
}

/** By how many pixels a layer sees more than the first one of its row, height and width; null where one sees all or nothing. */
export function fieldDeltaInRow(row: ComparisonRow, design: number): Pair | null {
  const [cell, first] = [row.cells[design], row.cells.find((other) => other !== null)];
  if (!cell || !first || cell.state === 'first') return null;
  const [before, after] = [first.layer.field, cell.layer.field];
  if (before === null || after === null || before.global || after.global) return null;
  return [after.size[0] - before.size[0], after.size[1] - before.size[1]];
}

/** One layer's place along the depth of its design. */
export interface DepthPoint {
  readonly layer: OutlineLayer;
  readonly value: number;
  /** Of the design's sum, in [0, 1]; 0 where that is 0. */
  readonly share: number;
  /** The sum up to and with this layer. */
  readonly cumulative: number;
}

/** The counted layers of one design in the order of computation; what is not known counts 0. */
export function alongDepth(
  { rows }: Pick<Comparison, 'rows'>,
  design: number,
  figure: AlongDepth,
): readonly DepthPoint[] {
  const layers = rows.flatMap(({ cells }) => {
    const cell = cells[design];
    return cell?.layer.isCounted ? [cell.layer] : [];
  });
  const total = layers.reduce((sum, layer) => sum + (layer[figure] ?? 0), 0);
  let cumulative = 0;
  return layers.map((layer) => {
    const value = layer[figure] ?? 0;
    cumulative += value;
    return { layer, value, share: total === 0 ? 0 : value / total, cumulative };
  });
}
