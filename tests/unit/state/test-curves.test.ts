import {
  calibrationOf,
  fewPoints,
  precisionRecallCurve,
  rocCurve,
  valueFigures,
  type Rated,
} from '@/lib/state/test-curves';

const rated = (scores: readonly number[], truth: readonly number[]): Rated => ({
  scores: Float32Array.from(scores),
  isSo: (sample) => truth[sample] === 1,
});

// The example of scikit-learn's documentation of roc_curve, roc_auc_score and average_precision_score.
const EXAMPLE = rated([0.1, 0.4, 0.35, 0.8], [0, 0, 1, 1]);

describe('the ROC curve', () => {
  it('is that of the textbook example, of area 0.75', () => {
    const curve = rocCurve(EXAMPLE);
    expect(curve?.points).toEqual([
      { x: 0, y: 0 },
      { x: 0, y: 0.5 },
      { x: 0.5, y: 0.5 },
      { x: 0.5, y: 1 },
      { x: 1, y: 1 },
    ]);
    expect(curve?.area).toBe(0.75);
  });

  it('has area 1 where all that are so come first, 0 where last, 1/2 where nothing is told apart', () => {
    expect(rocCurve(rated([4, 3, 2, 1], [1, 1, 0, 0]))?.area).toBe(1);
    expect(rocCurve(rated([1, 2, 3, 4], [1, 1, 0, 0]))?.area).toBe(0);
    expect(rocCurve(rated([5, 5, 5, 5], [1, 0, 1, 0]))?.area).toBe(0.5);
  });

  it('has an area that is the share of pairs in the right order', () => {
    const scores = [0.9, 0.8, 0.8, 0.6, 0.5, 0.5, 0.3, 0.2];
    const truth = [1, 0, 1, 1, 0, 1, 0, 0];
    let [right, pairs] = [0, 0];
    scores.forEach((a, i) => {
      scores.forEach((b, j) => {
        if (truth[i] !== 1 || truth[j] !== 0) return;
        pairs += 1;
        right += a > b ? 1 : a === b ? 0.5 : 0;
      });
    });
    expect(rocCurve(rated(scores, truth))?.area).toBeCloseTo(right / pairs, 12);
  });

  it('is none where all are so or none', () => {
    expect(rocCurve(rated([1, 2], [1, 1]))).toBeNull();
    expect(rocCurve(rated([1, 2], [0, 0]))).toBeNull();
    expect(rocCurve(rated([], []))).toBeNull();
  });
});

describe('the precision–recall curve', () => {
  it('is that of the textbook example, of average precision 0.83', () => {
    const curve = precisionRecallCurve(EXAMPLE);
    expect(curve?.area).toBeCloseTo(0.5 * 1 + 0.5 * (2 / 3), 12);
    expect(curve?.points.at(-1)).toEqual({ x: 1, y: 0.5 });
  });

  it('is none where nothing is so', () => {
    expect(precisionRecallCurve(rated([1], [0]))).toBeNull();
  });
});

describe('calibration', () => {
  it('of who is always sure and right half of the time is off by a half', () => {
    const { error, bins } = calibrationOf(Float32Array.of(1, 0, 1, 0), { width: 2, labels: Uint16Array.of(0, 1) });
    expect(error).toBeCloseTo(0.5, 6);
    expect(bins.at(-1)).toEqual({ count: 2, confidence: 1, accuracy: 0.5 });
  });

  it('of who says 0.75 and is right three times of four is exact', () => {
    const rows = Float32Array.from(Array(4).fill([0.75, 0.25]).flat() as number[]);
    const { error, bins } = calibrationOf(rows, { width: 2, labels: Uint16Array.of(0, 0, 0, 1) });
    expect(error).toBeCloseTo(0, 6);
    expect(bins[11]).toMatchObject({ count: 4, accuracy: 0.75 });
  });
});

test('values are measured column by column', () => {
  const given = Float32Array.of(1, 10, 2, 10, 3, 10);
  const wanted = Float32Array.of(1, 12, 2, 8, 6, 10);
  const first = valueFigures({ given, wanted }, { width: 2, column: 0 });
  expect(first.meanAbsoluteError).toBeCloseTo(1, 6);
  expect(first.rootMeanSquareError).toBeCloseTo(Math.sqrt(3), 6);
  // Truth 1, 2, 6 about 3: 4 + 1 + 9 = 14; error 9.
  expect(first.determination).toBeCloseTo(1 - 9 / 14, 6);
  expect(valueFigures({ given, wanted: given }, { width: 2, column: 1 }).determination).toBeNull();
});

test('a long curve is drawn with few points, its ends among them', () => {
  const points = Array.from({ length: 5001 }, (_, at) => ({ x: at / 5000, y: at / 5000 }));
  const few = fewPoints(points);
  expect(few).toHaveLength(200);
  expect(few[0]).toEqual({ x: 0, y: 0 });
  expect(few.at(-1)).toEqual({ x: 1, y: 1 });
  expect(fewPoints(few)).toBe(few);
});
