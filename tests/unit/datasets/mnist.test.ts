import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { elementCount } from '@/lib/core/tensor-type';
import { classesOf } from '@/lib/datasets/dataset';
import { mnist } from '@/lib/datasets/mnist';
import { DATASETS, datasetById } from '@/lib/datasets/registry';

const { source } = mnist;
if (source.kind !== 'packed') throw new Error('The digits are packed.');
const { training, test } = source;

const build = (): void => {
  execFileSync(process.execPath, ['scripts/build-datasets.mjs']);
};

describe('the packed digits', () => {
  beforeAll(build, 60_000);

  it.each([training.images, training.labels, test.images, test.labels])(
    '$path holds the stated bytes with the stated hash',
    ({ path, bytes, sha256 }) => {
      const content = gunzipSync(readFileSync(`public/${path}`));
      expect(content).toHaveLength(bytes);
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
    },
  );

  it.each([
    ['training', training, mnist.training.count],
    ['test', test, mnist.test.count],
  ])('the %s split has one label, a class, for every picture', (_, split, count) => {
    expect(split.images.bytes).toBe(count * elementCount(mnist.inputShape));
    const labels = gunzipSync(readFileSync(`public/${split.labels.path}`));
    expect(labels).toHaveLength(count);
    expect(new Set(labels)).toEqual(new Set(classesOf(mnist).map(Number)));
  });

  it('have the mean and the deviation that are stated', () => {
    const pixels = gunzipSync(readFileSync(`public/${training.images.path}`));
    let [sum, squares] = [0, 0];
    for (const pixel of pixels) {
      sum += pixel;
      squares += pixel * pixel;
    }
    const mean = sum / pixels.length;
    const deviation = Math.sqrt(squares / pixels.length - mean * mean);
    expect(mnist.statistics?.mean[0]).toBeCloseTo(mean / 255, 4);
    expect(mnist.statistics?.deviation[0]).toBeCloseTo(deviation / 255, 4);
  });

  it('are not written again when they are up to date', () => {
    const file = `public/${training.images.path}`;
    const before = statSync(file).mtimeMs;
    build();
    expect(statSync(file).mtimeMs).toBe(before);
  });
});

describe('the registry of data sets', () => {
  it('finds each one by its id, and no two share an id', () => {
    for (const dataset of DATASETS) expect(datasetById(dataset.id)).toBe(dataset);
    expect(datasetById('no-such-data')).toBeUndefined();
  });

  it('gives every one that was not drawn by the product itself a licence with a credit', () => {
    for (const { licence } of DATASETS.filter(({ isSynthetic }) => !isSynthetic)) {
      expect(licence?.credit).not.toBe('');
      expect(new URL(licence?.url ?? '').protocol).toBe('https:');
    }
  });
});
