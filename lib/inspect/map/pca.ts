import { createRandom } from '@/lib/core/random';
import type { Embedding, MapData } from '@/lib/inspect/map/embedding';
import { symmetricEigen } from '@/lib/inspect/map/symmetric-eigen';

/** Directions that are followed at once: the two wanted come the sooner the more go along. */
const BLOCK = 8;
const MOST_STEPS = 200;
/** Change of the two variances, as a share of them, below which they stand. */
const STILL = 1e-9;

/**
 * The two directions of greatest variance (Pearson 1901; Hotelling 1933), by subspace iteration with Rayleigh–Ritz
 * (Rutishauser 1969): no matrix of width × width, so that it is quick where there are thousands of columns. Which end of
 * an axis is up means nothing: the largest component is positive.
 */
export function createPca(data: MapData): Embedding {
  const rows = centred(data);
  const total = rows.values.reduce((sum, value) => sum + value * value, 0);
  let directions = firstDirections(data.width);
  let before: readonly number[] = [];
  let isDone = total === 0 || data.width === 0;
  let taken = 0;
  const { count } = data;

  /** Turned to the axes of the variance seen along them, largest first; the sums of squares along each. */
  function turned(): readonly number[] {
    const seen = directions.map((direction) => along(rows, direction));
    const { values, vectors } = symmetricEigen(seen.map((a) => seen.map((b) => dot(a, b))));
    directions = vectors.map((weights) => mixed(directions, weights));
    return values;
  }

  function step(): void {
    if (isDone || taken === MOST_STEPS) return;
    taken += 1;
    directions = orthonormal(directions.map((direction) => back(rows, along(rows, direction))));
    const sums = turned();
    const isStill = [0, 1].every((axis) => {
      const [now, last] = [sums[axis] ?? 0, before[axis] ?? Number.POSITIVE_INFINITY];
      return Math.abs(now - last) <= STILL * total;
    });
    before = sums;
    isDone = isStill;
  }

  function axis(index: 0 | 1): Float64Array {
    const direction = directions[index];
    return direction === undefined || taken === 0 ? new Float64Array(count) : along(rows, upright(direction));
  }

  return {
    steps: MOST_STEPS,
    step,
    get isDone() {
      return isDone || taken === MOST_STEPS;
    },
    points() {
      const [xs, ys] = [axis(0), axis(1)];
      return Float32Array.from({ length: count * 2 }, (_, at) => (at % 2 === 0 ? xs : ys)[at >> 1] ?? 0);
    },
    get shares() {
      const share = (index: 0 | 1): number => (total === 0 ? 0 : Math.max(0, before[index] ?? 0) / total);
      return [share(0), share(1)] as const;
    },
  };
}

interface Rows {
  readonly count: number;
  readonly width: number;
  readonly values: Float64Array;
}

/** Minus the mean of each column. */
function centred({ count, width, values }: MapData): Rows {
  const means = new Float64Array(width);
  values.forEach((value, at) => {
    means[at % width] = (means[at % width] ?? 0) + value / count;
  });
  return { count, width, values: Float64Array.from(values, (value, at) => value - (means[at % width] ?? 0)) };
}

/** Any will do that are not at right angles to the wanted ones; these are the same every time. */
function firstDirections(width: number): readonly Float64Array[] {
  const random = createRandom(1);
  const drawn = Array.from({ length: Math.min(BLOCK, width) }, () =>
    Float64Array.from({ length: width }, () => random.next() / 2 ** 31 - 1),
  );
  return orthonormal(drawn);
}

/** Where each row lies along a direction. */
function along({ count, width, values }: Rows, direction: Float64Array): Float64Array {
  const result = new Float64Array(count);
  for (let row = 0; row < count; row += 1) {
    let sum = 0;
    for (let at = 0; at < width; at += 1) sum += (values[row * width + at] ?? 0) * (direction[at] ?? 0);
    result[row] = sum;
  }
  return result;
}

/** The rows added up, each as often as `weights` says. */
function back({ count, width, values }: Rows, weights: Float64Array): Float64Array {
  const result = new Float64Array(width);
  for (let row = 0; row < count; row += 1) {
    const weight = weights[row] ?? 0;
    for (let at = 0; at < width; at += 1) result[at] = (result[at] ?? 0) + weight * (values[row * width + at] ?? 0);
  }
  return result;
}

/** Gram and Schmidt's way, twice, since once is not exact; what depends on those before becomes 0. */
function orthonormal(vectors: readonly Float64Array[]): readonly Float64Array[] {
  const result: Float64Array[] = [];
  for (const vector of vectors) {
    const left = vector.slice();
    const length = Math.sqrt(dot(vector, vector));
    for (let time = 0; time < 2; time += 1) {
      for (const other of result) {
        const share = dot(left, other);
        for (let at = 0; at < left.length; at += 1) left[at] = (left[at] ?? 0) - share * (other[at] ?? 0);
      }
    }
    const rest = Math.sqrt(dot(left, left));
    result.push(rest > 1e-12 * length ? left.map((value) => value / rest) : new Float64Array(left.length));
  }
  return result;
}

function mixed(vectors: readonly Float64Array[], weights: readonly number[]): Float64Array {
  const result = new Float64Array(vectors[0]?.length ?? 0);
  vectors.forEach((vector, index) => {
    const weight = weights[index] ?? 0;
    for (let at = 0; at < result.length; at += 1) result[at] = (result[at] ?? 0) + weight * (vector[at] ?? 0);
  });
  return result;
}

function upright(direction: Float64Array): Float64Array {
  const largest = direction.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
  return largest < 0 ? direction.map((value) => -value) : direction;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at += 1) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}
