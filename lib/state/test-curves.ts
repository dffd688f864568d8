/** A place on a curve, both in [0, 1]. */
export interface CurvePoint {
  readonly x: number;
  readonly y: number;
}

export interface RatedCurve {
  readonly points: readonly CurvePoint[];
  /** Area under the ROC curve; average precision of a precision–recall curve. */
  readonly area: number;
}

/** How sure the network was of something for each sample, and for which it was so. */
export interface Rated {
  readonly scores: Float32Array;
  readonly isSo: (sample: number) => boolean;
}

interface Step {
  /** Of all samples with at least this score: those that are so, and those that are not. */
  readonly hits: number;
  readonly misses: number;
}

/** From the surest sample down, samples of equal score together. */
function stepsOf({ scores, isSo }: Rated): readonly Step[] {
  const order = Array.from(scores, (_, sample) => sample).sort((a, b) => (scores[b] ?? 0) - (scores[a] ?? 0));
  const steps: Step[] = [];
  let [hits, misses] = [0, 0];
  order.forEach((sample, rank) => {
    if (isSo(sample)) hits += 1;
    else misses += 1;
    const next = order[rank + 1];
    if (next === undefined || scores[next] !== scores[sample]) steps.push({ hits, misses });
  });
  return steps;
}

/**
 * Receiver operating characteristic: true positive rate (y) over false positive rate (x) for every threshold; its area by
 * trapezoids (Fawcett 2006). Null where all samples are so, or none.
 */
export function rocCurve(rated: Rated): RatedCurve | null {
  const steps = stepsOf(rated);
  const last = steps.at(-1);
  if (last === undefined || last.hits === 0 || last.misses === 0) return null;
  const rates = steps.map(({ hits, misses }) => ({ x: misses / last.misses, y: hits / last.hits }));
  const points = [{ x: 0, y: 0 }, ...rates];
  let area = 0;
  points.forEach((point, at) => {
    const before = points[at - 1];
    if (before !== undefined) area += ((point.x - before.x) * (point.y + before.y)) / 2;
  });
  return { points, area };
}

/**
 * Precision (y) over recall (x) for every threshold; its area as average precision, Σ (Rₙ − Rₙ₋₁) Pₙ, without
 * interpolation. Null where no sample is so.
 */
export function precisionRecallCurve(rated: Rated): RatedCurve | null {
  const steps = stepsOf(rated);
  const all = steps.at(-1)?.hits ?? 0;
  if (all === 0) return null;
  const points = steps.map(({ hits, misses }) => ({ x: hits / all, y: hits / (hits + misses) }));
  const area = points.reduce((sum, { x, y }, at) => sum + (x - (points[at - 1]?.x ?? 0)) * y, 0);
  return { points: [{ x: 0, y: 1 }, ...points], area };
}

export interface CalibrationBin {
  readonly count: number;
  /** Means over the bin's samples. */
  readonly confidence: number;
  readonly accuracy: number;
}

export interface Calibration {
  /** Equally wide; empty ones too. */
  readonly bins: readonly CalibrationBin[];
  /** Expected calibration error: |accuracy − confidence| of the bins, weighted by their samples (Guo et al. 2017). */
  readonly error: number;
}

const BINS = 15;

/** Whether the network is right as often as it says: its surest class against the truth, over all samples. */
export function calibrationOf(
  probabilities: Float32Array,
  { width, labels }: { readonly width: number; readonly labels: Uint16Array },
): Calibration {
  const sums = Array.from({ length: BINS }, () => ({ count: 0, confidence: 0, right: 0 }));
  labels.forEach((label, sample) => {
    const row = probabilities.subarray(sample * width, (sample + 1) * width);
    const confidence = row.reduce((most, value) => Math.max(most, value), 0);
    const bin = sums[Math.min(BINS - 1, Math.floor(confidence * BINS))];
    if (bin === undefined) return;
    bin.count += 1;
    bin.confidence += confidence;
    if (row.indexOf(confidence) === label) bin.right += 1;
  });
  const bins = sums.map(({ count, confidence, right }) => ({
    count,
    confidence: count === 0 ? 0 : confidence / count,
    accuracy: count === 0 ? 0 : right / count,
  }));
  const error = bins.reduce((sum, { count, confidence, accuracy }) => sum + count * Math.abs(accuracy - confidence), 0);
  return { bins, error: labels.length === 0 ? 0 : error / labels.length };
}

/** How far values are from what they should be, of one column. */
export interface ValueFigures {
  readonly meanAbsoluteError: number;
  readonly rootMeanSquareError: number;
  /** 1 − squared error over squared deviation from the mean; null where the truth never changes. */
  readonly determination: number | null;
}

export function valueFigures(
  { given, wanted }: { readonly given: Float32Array; readonly wanted: Float32Array },
  { width, column }: { readonly width: number; readonly column: number },
): ValueFigures {
  const count = given.length / width;
  let [absolute, squared, sum, squares] = [0, 0, 0, 0];
  for (let at = column; at < given.length; at += width) {
    const truth = wanted[at] ?? 0;
    const off = (given[at] ?? 0) - truth;
    absolute += Math.abs(off);
    squared += off * off;
    sum += truth;
    squares += truth * truth;
  }
  const spread = squares - (sum * sum) / count;
  return {
    meanAbsoluteError: absolute / count,
    rootMeanSquareError: Math.sqrt(squared / count),
    determination: spread > 0 ? 1 - squared / spread : null,
  };
}

const MOST_POINTS = 200;

/** Few enough points to draw, evenly chosen, the ends among them. */
export function fewPoints(points: readonly CurvePoint[]): readonly CurvePoint[] {
  if (points.length <= MOST_POINTS) return points;
  const step = (points.length - 1) / (MOST_POINTS - 1);
  return Array.from({ length: MOST_POINTS }, (_, at) => points[Math.round(at * step)] ?? { x: 1, y: 1 });
}
