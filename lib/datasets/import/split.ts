import { createRandom, type Random } from '@/lib/core/random';

/** Keeps the split apart from whatever else is drawn by the same seed. */
const SPLIT_STREAM = 11;

export interface Split {
  /** Ascending, as the samples are stored: the order of training is drawn anew for every epoch. */
  readonly training: readonly number[];
  readonly test: readonly number[];
}

/**
 * Which samples are for the test, drawn by the seed: of every stratum (of every class) the same share, at least one and
 * never all where it has two or more. Samples of no stratum are one of their own.
 */
export function stratifiedSplit(
  strata: ArrayLike<number>,
  { testShare, seed }: { readonly testShare: number; readonly seed: number },
): Split {
  const groups = new Map<number, number[]>();
  for (let sample = 0; sample < strata.length; sample += 1) {
    const stratum = strata[sample] ?? -1;
    const group = groups.get(stratum);
    if (group === undefined) groups.set(stratum, [sample]);
    else group.push(sample);
  }
  const test = new Set<number>();
  for (const [stratum, group] of groups) {
    const count = Math.min(group.length - 1, Math.max(1, Math.round(group.length * testShare)));
    for (const sample of drawn(group, count, createRandom(seed, SPLIT_STREAM, stratum + 1))) test.add(sample);
  }
  const all = Array.from({ length: strata.length }, (_, sample) => sample);
  return { training: all.filter((sample) => !test.has(sample)), test: all.filter((sample) => test.has(sample)) };
}

/** `count` of them, each equally likely (Fisher & Yates, up to where it is needed). */
function drawn(values: readonly number[], count: number, random: Random): readonly number[] {
  const left = [...values];
  for (let at = 0; at < count; at += 1) {
    const other = at + random.below(left.length - at);
    const moved = left[at] ?? 0;
    left[at] = left[other] ?? 0;
    left[other] = moved;
  }
  return left.slice(0, count);
}
