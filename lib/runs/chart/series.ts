import { batchesPerEpoch } from '@/lib/runs/chart/steps';
import type { KeptRun } from '@/lib/runs/run-record';

export const QUANTITIES = ['loss', 'score', 'validation-loss', 'validation-score', 'gradient'] as const;
export type Quantity = (typeof QUANTITIES)[number];

/** 'time': seconds of training, pauses left out. */
export const AXES = ['epoch', 'step', 'time'] as const;
export type Axis = (typeof AXES)[number];

/** Points in the order of x; what was not finite is NaN. */
export interface Series {
  readonly xs: Float64Array;
  readonly ys: Float64Array;
}

interface View {
  readonly quantity: Quantity;
  readonly axis: Axis;
}

/** One quantity of a run along an axis: a point per batch, or per epoch for what is measured at an epoch's end. */
export function seriesOf(run: KeptRun, { quantity, axis }: View): Series {
  const place = placer(run, axis);
  const { losses, scores, epochs } = run.curves;
  if (quantity === 'loss' || quantity === 'score') {
    const values = quantity === 'loss' ? losses : scores;
    return { xs: Float64Array.from(values, (_, index) => place(index + 1)), ys: Float64Array.from(values) };
  }
  if (quantity === 'gradient') return gradientSeries(run.curves.gradients ?? new Float32Array(), place);
  const perEpoch = batchesPerEpoch(run);
  const known = epochs.flatMap((metrics): readonly (readonly [number, number])[] => {
    const value = quantity === 'validation-loss' ? metrics.validationLoss : metrics.validationAccuracy;
    return value === null ? [] : [[place((metrics.epoch + 1) * perEpoch), value]];
  });
  return { xs: Float64Array.from(known, ([x]) => x), ys: Float64Array.from(known, ([, y]) => y) };
}

/** What was seen now and then: [batches so far, norm] in pairs. */
function gradientSeries(pairs: Float32Array, place: (batches: number) => number): Series {
  const places = pairs.filter((_, at) => at % 2 === 0);
  const norms = pairs.filter((_, at) => at % 2 === 1);
  return { xs: Float64Array.from(places, (batches) => place(batches)), ys: Float64Array.from(norms) };
}

/** Whether it is the score, which has a form of its own, and not a plain number. */
export function isScore(quantity: Quantity): boolean {
  return quantity === 'score' || quantity === 'validation-score';
}

/** Where the end of a batch, counted from 1, stands on an axis. */
function placer(run: KeptRun, axis: Axis): (batches: number) => number {
  switch (axis) {
    case 'step':
      return (batches) => batches;
    case 'epoch': {
      const perEpoch = batchesPerEpoch(run);
      return (batches) => batches / perEpoch;
    }
    case 'time':
      return clock(run.curves.times);
  }
}

/** `times`: [batches so far, seconds] in pairs; between two of them time is taken to pass evenly. */
function clock(times: Float32Array): (batches: number) => number {
  let pair = 0;
  return (batches) => {
    if (batches < (times[pair * 2 - 2] ?? 0)) pair = 0;
    while (pair < times.length / 2 - 1 && (times[pair * 2] ?? 0) < batches) pair += 1;
    const [to, toSeconds] = [times[pair * 2] ?? 0, times[pair * 2 + 1] ?? 0];
    const [from, fromSeconds] = pair === 0 ? [0, 0] : [times[pair * 2 - 2] ?? 0, times[pair * 2 - 1] ?? 0];
    if (to <= from) return toSeconds;
    return fromSeconds + ((batches - from) / (to - from)) * (toSeconds - fromSeconds);
  };
}
