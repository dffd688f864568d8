import type { ShownRun, ShownRuns } from '@/components/runs/use-shown-runs';
import type { ViewState } from '@/components/runs/view-state';
import { meanBand } from '@/lib/runs/chart/mean-band';
import type { Line } from '@/lib/runs/chart/scene';
import { seriesOf, type Series } from '@/lib/runs/chart/series';
import { smooth } from '@/lib/runs/chart/smooth';

/** A line with what the legend says of it. */
export interface NamedLine extends Line {
  readonly name: string;
  /** Everything that differs from the baseline. */
  readonly details: readonly string[];
  readonly isBaseline: boolean;
  /** More than one: their mean is drawn. */
  readonly count: number;
  /** Its scores are shares of what is right, not how far values are off. */
  readonly hasShares: boolean;
}

type How = Pick<ViewState, 'quantity' | 'axis' | 'smoothing' | 'isGrouped'>;

/** The lines of the chosen runs, or of the groups that differ by their seed only. */
export function overlayLines({ runs, groups }: Pick<ShownRuns, 'runs' | 'groups'>, how: How): readonly NamedLine[] {
  if (!how.isGrouped) return runs.map((run) => runLine(run, how));
  const byId = new Map(runs.map((run) => [run.run.record.id, run]));
  return groups.flatMap((group) => {
    const members = group.runs.flatMap((id) => byId.get(id) ?? []);
    const [first] = members;
    if (first === undefined) return [];
    if (members.length === 1) return [{ ...runLine(first, how), name: first.label.group }];
    const band = meanBand(members.map((run) => runLine(run, how).series));
    return [
      {
        ...runLine(first, how),
        key: group.key,
        series: band?.mean ?? EMPTY,
        raw: null,
        band,
        name: first.label.group,
        isBaseline: members.some(({ label }) => label.isBaseline),
        count: members.length,
      },
    ];
  });
}

const EMPTY: Series = { xs: new Float64Array(0), ys: new Float64Array(0) };

function runLine({ run, look, label }: ShownRun, { quantity, axis, smoothing }: How): NamedLine {
  const raw = seriesOf(run, { quantity, axis });
  const isPerBatch = quantity === 'loss' || quantity === 'score';
  const isSmoothed = isPerBatch && smoothing > 0;
  return {
    key: run.record.id,
    look,
    series: isSmoothed ? { xs: raw.xs, ys: smooth(raw.ys, smoothing) } : raw,
    raw: isSmoothed ? raw : null,
    band: null,
    name: label.short,
    details: label.full,
    isBaseline: label.isBaseline,
    count: 1,
    hasShares: run.record.learns !== 'values',
  };
}
