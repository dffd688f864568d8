import type { RunId } from '@/lib/runs/run-record';
import { differByChanceOnly, differences, type Difference, type Traits } from '@/lib/runs/difference/difference';
import {
  differenceText,
  startingText,
  type DifferenceWords,
  type Wording,
} from '@/lib/runs/difference/difference-text';
import { isInUse, settingEntries } from '@/lib/runs/difference/setting-path';

export interface LabelledRun {
  readonly id: RunId;
  readonly name: string;
  readonly traits: Traits;
}

export interface RunLabel {
  /** Few enough words for a legend. */
  readonly short: string;
  /** As `short`, of all runs that differ from this one by the seed only. */
  readonly group: string;
  /** Everything that differs from the baseline, one clause each. */
  readonly full: readonly string[];
  readonly isBaseline: boolean;
}

export interface LabelWords extends DifferenceWords {
  readonly baseline: (traits: readonly string[]) => string;
  readonly more: (count: number) => string;
  readonly seed: (seed: number) => string;
}

/** More than this are not read in a legend. */
const MOST_PIECES = 3;

/** Labels runs by what differs between them and the baseline; runs that do not differ go by their names. */
export function labelRuns(
  runs: readonly LabelledRun[],
  baseline: RunId,
  wording: Wording & { readonly words: LabelWords },
): ReadonlyMap<RunId, RunLabel> {
  const base = runs.find(({ id }) => id === baseline) ?? runs[0];
  if (base === undefined) return new Map();
  const found = new Map(runs.map((run) => [run.id, differences(base.traits, run.traits)] as const));
  const siblings = countSiblings(runs);
  const starts = startsOf([...found.values()].flat(), wording);
  return new Map(
    runs.map((run) => {
      const list = found.get(run.id) ?? [];
      const isLike = differByChanceOnly(list);
      const group = isLike ? wording.words.baseline(starts) : shortText(list, wording);
      const isOneOfMany = (siblings.get(signatureOf(run.traits)) ?? 0) > 1;
      const seed = wording.words.seed(run.traits.training.seed);
      const hasTwin = runs.some((other) => other !== run && differences(other.traits, run.traits).length === 0);
      const short = [group, ...(isOneOfMany ? [seed] : []), ...(hasTwin ? [run.name] : [])].join(' · ');
      const full = list.map((difference) => differenceText(difference, wording));
      return [run.id, { short, group, full, isBaseline: run === base }];
    }),
  );
}

/** Runs with equal signatures differ by their seed at most. */
export function signatureOf({ outline, training, data }: Traits): string {
  const layers = outline.layers
    .filter(({ isCounted }) => isCounted)
    .map(({ type, settings, lane }) => [type, sorted(settings), lane]);
  const settings = settingEntries(training).filter(([path]) => path !== 'seed' && isInUse(path, training));
  return JSON.stringify([layers, settings.map(([path, value]) => [path, sorted(value)]).sort(), data]);
}

function sorted(value: unknown): unknown {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return value;
  return Object.entries(value).sort(([a], [b]) => (a < b ? -1 : 1));
}

function countSiblings(runs: readonly LabelledRun[]): ReadonlyMap<string, number> {
  const counts = new Map<string, number>();
  for (const { traits } of runs) {
    const signature = signatureOf(traits);
    counts.set(signature, (counts.get(signature) ?? 0) + 1);
  }
  return counts;
}

function shortText(list: readonly Difference[], wording: Wording & { readonly words: LabelWords }): string {
  const told = list.filter((difference) => !isMinor(difference));
  const shown = told.length === 0 ? list : told;
  const pieces = shown.slice(0, MOST_PIECES).map((difference) => differenceText(difference, wording));
  const left = shown.length - pieces.length;
  return [...pieces, ...(left > 0 ? [wording.words.more(left)] : [])].join(', ');
}

function isMinor(difference: Difference): boolean {
  if (difference.kind === 'setting') return difference.path === 'seed';
  return (difference.kind === 'removed' || difference.kind === 'added') && difference.follows;
}

function startsOf(list: readonly Difference[], wording: Wording): readonly string[] {
  const texts = list.flatMap((difference) => {
    const text = isMinor(difference) ? null : startingText(difference, wording);
    return text === null ? [] : [text];
  });
  return [...new Set(texts)].slice(0, MOST_PIECES);
}
