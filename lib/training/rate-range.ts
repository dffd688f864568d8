/** A step of a learning-rate range test: the rate it took, and the loss of the batch before it. */
export interface RangePoint {
  readonly rate: number;
  readonly loss: number;
}

export interface RangeLimits {
  readonly from: number;
  readonly to: number;
  readonly steps: number;
}

export const USUAL_RANGE: RangeLimits = { from: 1e-6, to: 10, steps: 100 };

/** How much of the mean so far is kept with each new loss. */
const SMOOTHING = 0.9;
/** A smoothed loss this many times its best ends the test. */
const BLOWN_UP = 4;
/** Points on either side that a slope is taken over, and that are left out at the beginning. */
const REACH = 2;
const SKIPPED = 5;

/** Moving means, corrected for their start as Adam's are. */
export function smoothLosses(losses: readonly number[]): readonly number[] {
  let mean = 0;
  return losses.map((loss, index) => {
    mean = SMOOTHING * mean + (1 - SMOOTHING) * loss;
    return mean / (1 - SMOOTHING ** (index + 1));
  });
}

/** Larger rates need not be tried: the loss is no number any more, or far above its best. */
export function isBlownUp(losses: readonly number[]): boolean {
  const smoothed = smoothLosses(losses);
  const last = smoothed.at(-1);
  if (last === undefined) return false;
  return !Number.isFinite(last) || last > BLOWN_UP * Math.min(...smoothed);
}

/**
 * The index of the rate at which the smoothed loss falls most steeply over the logarithm of the rate; null where it never
 * falls. The test is Smith's ("Cyclical Learning Rates for Training Neural Networks", WACV 2017, §3.3), the rule that of
 * fastai's `steep`.
 */
export function steepestDescent(points: readonly RangePoint[]): number | null {
  const smoothed = smoothLosses(points.map(({ loss }) => loss));
  let [best, steepest] = [-1, 0];
  for (let index = Math.max(SKIPPED, REACH); index + REACH < points.length; index += 1) {
    const [before, after] = [points[index - REACH], points[index + REACH]];
    const fall = (smoothed[index + REACH] ?? Number.NaN) - (smoothed[index - REACH] ?? Number.NaN);
    const slope = fall / Math.log((after?.rate ?? 1) / (before?.rate ?? 1));
    if (slope < steepest) [best, steepest] = [index, slope];
  }
  return best < 0 ? null : best;
}
