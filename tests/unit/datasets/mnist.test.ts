import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { elementCount } from '@/lib/core/tensor-type';
import { mnist } from '@/lib/datasets/mnist';
import { DATASETS, datasetById } from '@/lib/datasets/registry';

const build = (): void => {
  execFileSync(process.execPath, ['scripts/build-datasets.mjs']);
};

describe('the packed digits', () => {
  beforeAll(build, 60_000);

  it.each([mnist.training.images, mnist.training.labels, mnist.test.images, mnist.test.labels])(
    '$path holds the stated bytes with the stated hash',
    ({ path, bytes, sha256 }) => {
      const content = gunzipSync(readFileSync(`public/${path}`));
      expect(content).toHaveLength(bytes);
      expect(createHash('sha256').update(content).digest('hex')).toBe(sha256);
    },
  );

  it.each([
    ['training', mnist.training],
    ['test', mnist.test],
  ])('the %s split has one label, a class, for every picture', (_, split) => {
    expect(split.images.bytes).toBe(split.count * elementCount(mnist.inputShape));
    const labels = gunzipSync(readFileSync(`public/${split.labels.path}`));
    expect(labels).toHaveLength(split.count);
    expect(new Set(labels)).toEqual(new Set(mnist.classes.map(Number)));
  });

  it('are not written again when they are up to date', () => {
    const file = `public/${mnist.training.images.path}`;
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

  it('gives every one a licence with a credit', () => {
    for (const { licence } of DATASETS) {
      expect(licence.credit).not.toBe('');
      expect(new URL(licence.url).protocol).toBe('https:');
    }
  });
});
