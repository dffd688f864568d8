import { createRandom } from '@/lib/core/random';
import { boundsOf, takes, type SettingPath } from '@/lib/runs/study/settings';
import type { StudyChange } from '@/lib/runs/study/study';

/** How one setting is searched: from one value to another, in even steps of itself or of its logarithm. */
export interface SearchAxis {
  readonly setting: SettingPath;
  readonly from: number;
  readonly to: number;
  readonly scale: 'linear' | 'logarithmic';
  /** Values of a grid, both ends among them. */
  readonly steps: number;
}

/** More are no study any more. */
export const MOST_VARIANTS = 200;

export type AxisFault = 'outside-bounds' | 'not-ascending' | 'no-logarithm' | 'too-few-steps';

export function axisFault({ setting, from, to, scale, steps }: SearchAxis): AxisFault | null {
  const bounds = boundsOf(setting);
  if (bounds === null || !(from >= bounds.min) || !(to <= bounds.max)) return 'outside-bounds';
  if (!(from < to)) return 'not-ascending';
  if (scale === 'logarithmic' && from <= 0) return 'no-logarithm';
  return Number.isInteger(steps) && steps >= 2 ? null : 'too-few-steps';
}

/** The value a share of the way along the axis; whole for settings that are. Four significant digits say enough. */
export function valueAt({ setting, from, to, scale }: SearchAxis, share: number): number {
  const value =
    scale === 'logarithmic'
      ? Math.exp(Math.log(from) + share * (Math.log(to) - Math.log(from)))
      : from + share * (to - from);
  const short = Number(value.toPrecision(4));
  const kept = short >= from && short <= to ? short : value;
  return boundsOf(setting)?.whole === true ? Math.round(value) : kept;
}

/** Every combination of the axes' values; the last axis changes fastest. */
export function gridSearch(axes: readonly SearchAxis[]): readonly (readonly StudyChange[])[] {
  const all = axes.reduce<readonly (readonly StudyChange[])[]>(
    (found, axis) => found.flatMap((changes) => valuesOf(axis).map((value) => [...changes, setting(axis, value)])),
    [[]],
  );
  return axes.length === 0 ? [] : all;
}

/** Independent draws, each even along every axis (Bergstra & Bengio, JMLR 2012); those drawn twice count once. */
export function randomSearch(
  axes: readonly SearchAxis[],
  { count, seed }: { readonly count: number; readonly seed: number },
): readonly (readonly StudyChange[])[] {
  if (axes.length === 0) return [];
  const random = createRandom(seed);
  const drawn = new Map<string, readonly StudyChange[]>();
  for (let at = 0; at < count; at += 1) {
    const changes = axes.map((axis) => setting(axis, valueAt(axis, random.next() / 2 ** 32)));
    drawn.set(JSON.stringify(changes), changes);
  }
  return [...drawn.values()];
}

function valuesOf(axis: SearchAxis): readonly number[] {
  const values = Array.from({ length: axis.steps }, (_, step) => valueAt(axis, step / (axis.steps - 1)));
  return [...new Set(values)].filter((value) => takes(axis.setting, value));
}

function setting(axis: SearchAxis, value: number): StudyChange {
  return { kind: 'set', setting: axis.setting, value };
}
