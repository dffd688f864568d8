import { splitCounts } from '@/lib/training/split-counts';
import { createRandom, type Random } from '@/lib/core/random';

/** Streams of random numbers that must not depend on each other, all from the run's one seed. */
const SPLIT_STREAM = 1;
const ORDER_STREAM = 2;

export interface SampleSplit {
  readonly training: Uint32Array;
  readonly validation: Uint32Array;
}

/** Fisher–Yates (Durstenfeld 1964), in place. */
function shuffle(values: Uint32Array, random: Random): Uint32Array {
  for (let last = values.length - 1; last > 0; last -= 1) {
    const other = random.below(last + 1);
    const moved = values[last] ?? 0;
    values[last] = values[other] ?? 0;
    values[other] = moved;
  }
  return values;
}

/**
 * Which samples are trained on and which are held out, drawn by the seed. At least one sample is left for training.
 * `dataShare` in (0, 1] of all samples are used; `validationShare` in [0, 1) of those are held out.
 */
export function splitSamples(options: {
  readonly count: number;
  readonly dataShare: number;
  readonly validationShare: number;
  readonly seed: number;
}): SampleSplit {
  const all = shuffle(
    Uint32Array.from({ length: options.count }, (_, index) => index),
    createRandom(options.seed, SPLIT_STREAM),
  );
  const { training, validation } = splitCounts(options.count, options);
  return { training: all.slice(validation, validation + training), validation: all.slice(0, validation).sort() };
}

/** The order in which an epoch visits its samples: depends on seed and epoch alone, so a run can resume anywhere. */
export function epochOrder(samples: Uint32Array, seed: number, epoch: number): Uint32Array {
  return shuffle(samples.slice(), createRandom(seed, ORDER_STREAM, epoch));
}
