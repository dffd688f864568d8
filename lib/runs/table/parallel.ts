import { settingEntries, isInUse, type SettingPath } from '@/lib/runs/difference/setting-path';
import type { TrainingSettings } from '@/lib/document/training-settings';
import type { RunId, RunRecord } from '@/lib/runs/run-record';
import { FIGURES, figureOf, type Figure } from '@/lib/runs/table/run-row';

/** One axis of parallel coordinates: a number that differs among the runs. */
export type ParallelAxis = {
  readonly low: number;
  readonly high: number;
  readonly values: ReadonlyMap<RunId, number>;
} & ({ readonly kind: 'setting'; readonly name: SettingPath } | { readonly kind: 'figure'; readonly name: Figure });

export interface ParallelRun {
  readonly record: RunRecord;
  readonly training: TrainingSettings;
}

/** Settings first, results after them; only finite numbers that differ, at most `most` axes. */
export function parallelAxes(runs: readonly ParallelRun[], most: number): readonly ParallelAxis[] {
  const paths = runs[0] === undefined ? [] : settingEntries(runs[0].training).map(([path]) => path);
  const settings = paths.flatMap((name) => {
    const range = rangeOf(runs.map(({ record, training }) => [record.id, settingValue(training, name)]));
    return range === null ? [] : [{ kind: 'setting' as const, name, ...range }];
  });
  const figures = FIGURES.flatMap((name) => {
    const range = rangeOf(runs.map(({ record }) => [record.id, figureOf(record, name)]));
    return range === null ? [] : [{ kind: 'figure' as const, name, ...range }];
  });
  const room = Math.max(1, most - figures.length);
  return [...settings.slice(0, room), ...figures].slice(0, most);
}

function settingValue(training: TrainingSettings, path: SettingPath): number | null {
  const value = settingEntries(training).find(([name]) => name === path)?.[1];
  return typeof value === 'number' && isInUse(path, training) ? value : null;
}

function rangeOf(entries: readonly (readonly [RunId, number | null])[]) {
  const known = entries.flatMap(([id, value]) =>
    value !== null && Number.isFinite(value) ? [[id, value] as const] : [],
  );
  const numbers = known.map(([, value]) => value);
  const [low, high] = [Math.min(...numbers), Math.max(...numbers)];
  return low < high ? { low, high, values: new Map(known) } : null;
}

/** By axis name: only runs whose value lies within stay. */
export type Ranges = Readonly<Record<string, readonly [number, number]>>;

export function fitsRanges(id: RunId, axes: readonly ParallelAxis[], ranges: Ranges): boolean {
  return axes.every(({ name, values }) => {
    const range = ranges[name];
    if (range === undefined) return true;
    const value = values.get(id);
    return value !== undefined && value >= range[0] && value <= range[1];
  });
}
