/** @jest-environment node */
import { bytesOf, buildDataset, splitPlan } from '@/lib/datasets/import/build-dataset';
import { createMeasure } from '@/lib/datasets/import/measure';
import { fitPicture, fitRaster } from '@/lib/datasets/import/pictures/fit-picture';
import { previewPlan } from '@/lib/datasets/import/preview';
import type { ImportOptions } from '@/lib/datasets/import/protocol';
import { stratifiedSplit } from '@/lib/datasets/import/split';
import { parseTargets } from '@/lib/datasets/parse-targets';
import { pickTargets, targetCount } from '@/lib/datasets/target-column';
import { expected, fromFixtures, fromTexts, open, plainPicture, planOf } from './harness';

const PICTURE = Uint8Array.from(expected.resize.picture);
const RASTER = { width: 17, height: 13, channels: 3, data: PICTURE };

function largestDifference(a: ArrayLike<number>, b: ArrayLike<number>): number {
  return Math.max(...Array.from(a, (value, at) => Math.abs(value - (b[at] ?? NaN))));
}

describe('a picture', () => {
  it.each(Object.entries(expected.resize.resized))(
    'made %s is what Pillow makes of it, to one step of brightness',
    (size, wanted) => {
      const [width = 0, height = 0] = size.split('x').map(Number);
      const resized = fitRaster(RASTER, { width, height, colour: 'rgb', fit: 'stretch' });
      expect(resized).toHaveLength(wanted.length);
      expect(largestDifference(resized, wanted)).toBeLessThanOrEqual(1);
    },
  );

  it('made grey is what Pillow makes of it', () => {
    const grey = fitRaster(RASTER, { width: 17, height: 13, colour: 'grey', fit: 'stretch' });
    expect(largestDifference(grey, expected.resize.grey)).toBeLessThanOrEqual(1);
  });

  it('that covers is cut off alike on both sides; one that is contained is padded with its border', () => {
    const columns = Uint8Array.from([10, 20, 30, 40, 10, 20, 30, 40]);
    const raster = { width: 4, height: 2, channels: 1, data: columns };
    expect([...fitRaster(raster, { width: 2, height: 2, colour: 'grey', fit: 'cover' })]).toEqual([20, 30, 20, 30]);
    const contained = fitRaster(raster, { width: 4, height: 4, colour: 'grey', fit: 'contain' });
    expect([...contained.subarray(4, 12)]).toEqual([...columns]);
    expect([...contained.subarray(0, 4), ...contained.subarray(12)]).toEqual(Array<number>(8).fill(25));
  });

  it('that can be seen through is as on white', () => {
    const data = Uint8ClampedArray.from([0, 0, 0, 0, 0, 0, 0, 51]);
    const pixels = fitPicture({ width: 2, height: 1, data }, { width: 2, height: 1, colour: 'rgb', fit: 'stretch' });
    expect([...pixels]).toEqual([255, 255, 255, 204, 204, 204]);
  });
});

describe('the split', () => {
  const strata = Array.from({ length: 1000 }, (_, sample) => (sample % 10 === 0 ? 1 : 0));

  it('takes the same share of every class, each sample once, the same for the same seed', () => {
    const split = stratifiedSplit(strata, { testShare: 0.2, seed: 3 });
    expect(split.test.filter((sample) => strata[sample] === 1)).toHaveLength(20);
    expect(split.test).toHaveLength(200);
    expect([...split.training, ...split.test].sort((a, b) => a - b)).toEqual(strata.map((_, sample) => sample));
    expect(stratifiedSplit(strata, { testShare: 0.2, seed: 3 })).toEqual(split);
    expect(stratifiedSplit(strata, { testShare: 0.2, seed: 4 }).test).not.toEqual(split.test);
  });

  it('leaves every class something to train on, and to test on where it has two', () => {
    const split = stratifiedSplit([0, 1, 1, 2, 2, 2], { testShare: 0.9, seed: 1 });
    expect(split.test.map((sample) => [0, 1, 1, 2, 2, 2][sample])).toEqual([1, 2, 2]);
  });
});

describe('statistics', () => {
  it('are the mean and the deviation of each channel', () => {
    const measure = createMeasure(2, 'uint8');
    measure.add(Uint8Array.from([0, 255, 51, 255]));
    measure.add(Uint8Array.from([102, 0, 51, 0]));
    const { mean, deviation } = measure.result();
    expect(mean[0]).toBeCloseTo(0.2, 12);
    expect(mean[1]).toBeCloseTo(0.5, 12);
    // √((51² + 0 + 51² + 0) / 4) / 255
    expect(deviation[0]).toBeCloseTo(Math.sqrt(0.02), 12);
    expect(deviation[1]).toBeCloseTo(0.5, 12);
  });

  it('of numbers far from zero lose nothing', () => {
    const measure = createMeasure(1, 'float32');
    measure.add(Float32Array.from([1_000_001, 1_000_002, 1_000_003]));
    expect(measure.result().mean[0]).toBeCloseTo(1_000_002, 9);
    expect(measure.result().deviation[0]).toBeCloseTo(Math.sqrt(2 / 3), 9);
  });
});

/** Keeps what is written. */
function createMemorySink() {
  const parts = { training: [] as number[], test: [] as number[] };
  const write = async (split: 'training' | 'test', bytes: Uint8Array): Promise<void> =>
    void parts[split].push(...bytes);
  return { parts, write };
}

async function build(texts: Readonly<Record<string, string>>, changes: Partial<ImportOptions> = {}) {
  const opened = await open(fromTexts(texts));
  const options = {
    ...opened.found.suggested,
    title: 'Mine',
    picture: { height: 1, width: 1, colour: 'rgb', fit: 'cover' },
    ...changes,
  } as const;
  const sink = createMemorySink();
  const plan = await planOf(opened, options);
  const { format, skipped } = opened.found;
  const built = await buildDataset(plan, { id: 'x', options, format, skipped, sink, onProgress: () => {} });
  return { built, sink, plan };
}

const pictures = (folder: string, colours: readonly (readonly [number, number, number] | null)[]) =>
  Object.fromEntries(
    colours.map((colour, at) => [`${folder}/${at}.png`, colour === null ? 'broken' : plainPicture(3, 3, colour)]),
  );

describe('a data set that is built', () => {
  it('has each sample with its target in its split, and says what was left out', async () => {
    const red = Array.from({ length: 6 }, (_, at) => [200 + at, 0, 0] as const);
    const blue = Array.from({ length: 6 }, (_, at) => [0, 0, 100 + at] as const);
    const { built, sink } = await build({ ...pictures('d/red', [...red, null]), ...pictures('d/blue', blue) });
    if (!built.ok) throw new Error(built.error.code);
    const { description, targets } = built.value;
    expect(description.dataset).toMatchObject({
      title: 'Mine',
      inputShape: [1, 1, 3],
      training: { count: 10 },
      test: { count: 2 },
      isSynthetic: false,
    });
    expect(description.balance).toEqual({ names: ['blue', 'red'], training: [5, 5], test: [1, 1] });
    expect(description.skipped).toMatchObject({ count: 1, first: [{ name: 'd/red/6.png', reason: 'not-a-picture' }] });
    for (const split of ['training', 'test'] as const) {
      const [column] = targets[split];
      const labels = column?.kind === 'classes' ? [...column.classes] : [];
      // Red pictures have blue 0.
      expect(labels).toEqual(labels.map((_, at) => (sink.parts[split][3 * at + 2] === 0 ? 1 : 0)));
    }
    const all = [...sink.parts.training, ...sink.parts.test];
    expect(all.filter((value) => value > 0).sort((a, b) => a - b)).toEqual([
      100, 101, 102, 103, 104, 105, 200, 201, 202, 203, 204, 205,
    ]);
    const reds = sink.parts.training.filter((_, at) => at % 3 === 0);
    expect(description.dataset.statistics?.mean[0]).toBeCloseTo(
      reds.reduce((sum, value) => sum + value, 0) / reds.length / 255,
      10,
    );
  });

  it('does without a class whose every file was broken, and fails where one is left', async () => {
    const good = [
      [9, 0, 0],
      [8, 0, 0],
      [7, 0, 0],
    ] as const;
    const broken = pictures('d/b', [null, null]);
    const { built } = await build({ ...pictures('d/a', good), ...broken, ...pictures('d/c', good) });
    if (!built.ok) throw new Error(built.error.code);
    expect(built.value.description.dataset.targets[0]).toMatchObject({ classes: ['a', 'c'] });
    const [column] = built.value.targets.test;
    expect(column?.kind === 'classes' && [...column.classes]).toEqual([0, 1]);
    expect((await build({ ...pictures('d/a', good), ...broken })).built).toEqual({
      ok: false,
      error: { code: 'import/one-class', values: { name: 'a' } },
    });
  });

  it('is refused before anything is read where an option is out of bounds', async () => {
    const texts = {
      ...pictures('a', [
        [1, 1, 1],
        [2, 2, 2],
      ]),
      ...pictures('b', [[3, 3, 3]]),
    };
    const { built, sink } = await build(texts, { picture: { height: 0, width: 5000, colour: 'rgb', fit: 'cover' } });
    expect(built).toMatchObject({ ok: false, error: { code: 'import/bad-options' } });
    expect(sink.parts.training).toEqual([]);
  });

  it('takes the bytes that were foretold', async () => {
    const { built, plan } = await build({
      ...pictures('a', [
        [1, 1, 1],
        [2, 2, 2],
      ]),
      ...pictures('b', [
        [3, 3, 3],
        [4, 4, 4],
      ]),
    });
    expect(built.ok && built.value.description.dataset.source).toEqual({ kind: 'kept', bytes: bytesOf(plan) });
  });

  it('keeps the test set of its source', async () => {
    const plan = await planOf(await open(fromFixtures('cifar-10-binary.tar.gz')));
    expect(splitPlan(plan, { keepsOwn: true, testShare: 0.5, seed: 1 }).test).toEqual([6, 7]);
    expect(splitPlan(plan, { keepsOwn: false, testShare: 0.5, seed: 1 }).training).not.toEqual([0, 1, 2, 3, 4, 5]);
  });
});

describe('a preview', () => {
  it('shows each class in turn, and the names of what it shows', async () => {
    const opened = await open(
      fromTexts({
        ...pictures('a', [
          [1, 0, 0],
          [2, 0, 0],
          [3, 0, 0],
        ]),
        ...pictures('b', [null, [4, 0, 0]]),
      }),
    );
    const options = {
      ...opened.found.suggested,
      picture: { height: 1, width: 1, colour: 'grey', fit: 'cover' },
    } as const;
    const preview = await previewPlan(await planOf(opened, options), options, 4);
    expect(preview.samples.map(({ name, target }) => `${name} ${target}`)).toEqual([
      'a/0.png a',
      'a/1.png a',
      'b/1.png b',
    ]);
    expect(preview.skipped).toMatchObject([{ name: 'b/0.png', reason: 'not-a-picture' }]);
    expect(preview.counts).toEqual({ training: 3, test: 2 });
  });
});

describe('kept targets', () => {
  const targets = [
    { kind: 'classes', name: 'c', classes: ['a', 'b'] },
    { kind: 'values', name: 'v', columns: ['x'] },
  ] as const;
  const stored = [
    { kind: 'classes', width: 2, classes: Uint16Array.from([0, 1, 1]) },
    { kind: 'values', width: 1, values: Float32Array.from([1, 2, 3]) },
  ] as const;

  it('are read back as they were, and refused where they are of something else', () => {
    expect(parseTargets(stored, { targets, count: 3 })).toEqual(stored);
    expect(parseTargets(stored, { targets, count: 4 })).toBeNull();
    expect(parseTargets(stored.slice(1), { targets, count: 3 })).toBeNull();
    const outside = [{ ...stored[0], classes: Uint16Array.from([0, 1, 2]) }, stored[1]];
    expect(parseTargets(outside, { targets, count: 3 })).toBeNull();
    expect(parseTargets(null, { targets, count: 3 })).toBeNull();
  });

  it('are picked in the order asked', () => {
    const [classes, values] = stored.map((column) => pickTargets(column, [2, 0]));
    expect(classes).toMatchObject({ classes: Uint16Array.from([1, 0]) });
    expect(values).toMatchObject({ values: Float32Array.from([3, 1]) });
    expect(stored.map(targetCount)).toEqual([3, 3]);
  });
});
