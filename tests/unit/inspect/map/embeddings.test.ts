import { createRandom } from '@/lib/core/random';
import type { Embedding, MapData } from '@/lib/inspect/map/embedding';
import { createPca } from '@/lib/inspect/map/pca';
import { trustworthiness } from '@/lib/inspect/map/trustworthiness';
import { createTsne } from '@/lib/inspect/map/tsne';
import { createUmap } from '@/lib/inspect/map/umap';

function dataOf(rows: readonly (readonly number[])[]): MapData {
  return { count: rows.length, width: rows[0]?.length ?? 0, values: Float32Array.from(rows.flat()) };
}

/** Two clouds in ten dimensions, 20 apart, each within 1 of its centre. */
function blobs(each: number): MapData {
  const random = createRandom(3);
  const near = (centre: number) => Array.from({ length: 10 }, () => centre + random.next() / 2 ** 31 - 1);
  return dataOf([...Array.from({ length: each }, () => near(0)), ...Array.from({ length: each }, () => near(20))]);
}

function done(embedding: Embedding): Float32Array {
  while (!embedding.isDone) embedding.step();
  return embedding.points();
}

function columns(points: Float32Array): readonly (readonly number[])[] {
  return [0, 1].map((axis) => Array.from({ length: points.length / 2 }, (_, row) => points[row * 2 + axis] ?? 0));
}

/** Between the centres of the clouds, over the mean distance of a point from its cloud's centre. */
function separation(points: Float32Array): number {
  const half = points.length / 4;
  const cloud = (from: number) =>
    Array.from({ length: half }, (_, at) => [points[(from + at) * 2] ?? 0, points[(from + at) * 2 + 1] ?? 0] as const);
  const clouds = [cloud(0), cloud(half)];
  const centres = clouds.map((own) => [0, 1].map((axis) => own.reduce((sum, at) => sum + (at[axis] ?? 0), 0) / half));
  const far = (a: readonly number[], b: readonly number[]) =>
    Math.hypot((a[0] ?? 0) - (b[0] ?? 0), (a[1] ?? 0) - (b[1] ?? 0));
  const spread = clouds.flatMap((own, index) => own.map((at) => far(at, centres[index] ?? [])));
  return far(centres[0] ?? [], centres[1] ?? []) / (spread.reduce((sum, value) => sum + value, 0) / spread.length);
}

/**
 * numpy.linalg.eigh of the covariance of these five rows; the eigenvector whose largest component is negative turned round.
 */
const ROWS = [
  [2, 0, 1, 4],
  [0, 1, 3, 1],
  [4, -2, 0, 7],
  [1, 1, 2, 0],
  [-3, 2, 5, -6],
] as const;
const FIRST = [3.262982, -0.900711, 7.349414, -0.969179, -8.742505];
const SECOND = [-0.182258, -0.897062, 0.185028, 0.803414, 0.090877];
const SHARES = [0.981064, 0.01048] as const;

describe('a map by principal components', () => {
  it('has the coordinates and shares that numpy computes', () => {
    const pca = createPca(dataOf(ROWS));
    const [first, second] = columns(done(pca));
    FIRST.forEach((value, row) => expect(first?.[row]).toBeCloseTo(value, 4));
    SECOND.forEach((value, row) => expect(second?.[row]).toBeCloseTo(value, 4));
    expect(pca.shares?.[0]).toBeCloseTo(SHARES[0], 5);
    expect(pca.shares?.[1]).toBeCloseTo(SHARES[1], 5);
  });

  it('of samples that are all the same, or of one number each, has nothing to tell along the axis that is not there', () => {
    const same = createPca(
      dataOf([
        [1, 2],
        [1, 2],
        [1, 2],
        [1, 2],
      ]),
    );
    expect([...done(same)]).toEqual(new Array<number>(8).fill(0));
    expect(same.shares).toEqual([0, 0]);
    const line = createPca(dataOf([[1], [2], [4], [5]]));
    expect(columns(done(line))).toEqual([
      [-2, -1, 1, 2],
      [0, 0, 0, 0],
    ]);
    expect(line.shares?.[0]).toBeCloseTo(1, 6);
  });
});

describe.each([
  ['t-SNE', (data: MapData, seed: number) => createTsne(data, { seed, perplexity: 15 })],
  ['UMAP', (data: MapData, seed: number) => createUmap(data, { seed, neighbours: 10 })],
] as const)('a map by %s', (_, create) => {
  it('keeps two clouds apart, and neighbours neighbours', () => {
    const data = blobs(40);
    const points = done(create(data, 1));
    expect(separation(points)).toBeGreaterThan(4);
    expect(trustworthiness(data, points, { neighbours: 12 })).toBeGreaterThan(0.85);
  });

  it('is the same for the same seed, and another for another', () => {
    const data = blobs(20);
    const points = done(create(data, 1));
    expect(done(create(data, 1))).toEqual(points);
    expect(done(create(data, 2))).not.toEqual(points);
  });
});

describe('trustworthiness', () => {
  it('is 1 where the map is the data, and far less where places were dealt out by chance', () => {
    const random = createRandom(5);
    const points = Float32Array.from({ length: 200 }, () => random.next() / 2 ** 32);
    const data: MapData = { count: 100, width: 2, values: points };
    expect(trustworthiness(data, points, { neighbours: 10 })).toBe(1);
    const dealt = Float32Array.from({ length: 200 }, () => random.next() / 2 ** 32);
    expect(trustworthiness(data, dealt, { neighbours: 10 })).toBeLessThan(0.65);
  });

  it('is what the definition gives for five samples of which the first and the last change places', () => {
    // Samples at 0, 1, 3, 7, 15. On the map the nearest of the first is the fourth, of rank 3 in the data: 2 too far; of the
    // second the last, of rank 4: 3; of the third the second and of the fourth the third, of rank 1: 0; of the last the
    // second, of rank 3: 2. With one neighbour: 1 - 2 / (5 · 1 · (2 · 5 - 3 · 1 - 1)) · (2 + 3 + 2).
    const data = dataOf([[0], [1], [3], [7], [15]]);
    const points = Float32Array.from([15, 0, 1, 0, 3, 0, 7, 0, 0, 0]);
    expect(trustworthiness(data, points, { neighbours: 1 })).toBeCloseTo(1 - 14 / 30, 10);
  });
});
