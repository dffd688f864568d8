import { spread } from '@/lib/runs/chart/mean-band';
import type { RunId, RunRecord } from '@/lib/runs/run-record';
import { FIGURES, figureOf, isBetter, isScoreFigure, type Figure, type RunGroup } from '@/lib/runs/table/run-row';

/** A figure of a run, or of several that differ by their seed: mean and sample deviation. */
export interface Value {
  readonly mean: number;
  /** 0 for one run. */
  readonly deviation: number;
  readonly count: number;
  /** What the scores of these runs are of. */
  readonly learns: RunRecord['learns'];
  /** Against the baseline's; null for the baseline itself, where it has none, and of scores that say other things. */
  readonly delta: number | null;
  /** null: neither. */
  readonly better: boolean | null;
}

export interface ValuesRow {
  readonly key: string;
  readonly runs: readonly RunId[];
  readonly isBaseline: boolean;
  /** null: not known. */
  readonly values: Readonly<Record<Figure, Value | null>>;
}

/** One row a group; the group with the baseline is what the others are measured against. */
export function valuesTable(
  groups: readonly RunGroup[],
  records: ReadonlyMap<RunId, RunRecord>,
  baseline: RunId,
): readonly ValuesRow[] {
  const base = groups.find(({ runs }) => runs.includes(baseline));
  const means = (group: RunGroup | undefined, figure: Figure) =>
    (group?.runs ?? []).flatMap((id) => {
      const record = records.get(id);
      const value = record === undefined ? null : figureOf(record, figure);
      return value === null ? [] : [value];
    });
  const learnsOf = (group: RunGroup | undefined) => records.get(group?.runs[0] ?? '')?.learns;
  return groups.map((group) => {
    const isBaseline = group === base;
    const learns = learnsOf(group);
    const isOfOther = (learns === 'values') !== (learnsOf(base) === 'values');
    const values = FIGURES.map((figure) => {
      const own = means(group, figure);
      if (own.length === 0) return [figure, null] as const;
      const against = isBaseline || (isOfOther && isScoreFigure(figure)) ? [] : means(base, figure);
      const { mean, deviation, count } = spread(own);
      const delta = against.length === 0 ? null : mean - spread(against).mean;
      const better = delta === null ? null : isBetter(figure, delta, learns);
      return [figure, { mean, deviation, count, learns, delta, better }] as const;
    });
    return {
      key: group.key,
      runs: group.runs,
      isBaseline,
      values: Object.fromEntries(values) as Record<Figure, Value | null>,
    };
  });
}

/** Unknown values stand last. */
export function sortValues(
  rows: readonly ValuesRow[],
  figure: Figure | null,
  direction: 'ascending' | 'descending',
): readonly ValuesRow[] {
  if (figure === null) return rows;
  const sign = direction === 'descending' ? -1 : 1;
  const missing = (row: ValuesRow) => !Number.isFinite(row.values[figure]?.mean ?? Number.NaN);
  return [...rows].sort((a, b) => {
    if (missing(a) || missing(b)) return Number(missing(a)) - Number(missing(b));
    return sign * ((a.values[figure]?.mean ?? 0) - (b.values[figure]?.mean ?? 0));
  });
}
