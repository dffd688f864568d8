import { elementCount } from '@/lib/core/tensor-type';
import type { SampleValues } from '@/components/data/paint-sample';
import { targetNames, type Dataset } from '@/lib/datasets/dataset';
import { fetchFirstBytes } from '@/lib/platform/first-bytes';

/** A test sample as it is kept, and what it is in words. */
export interface FirstSample {
  readonly index: number;
  readonly values: SampleValues;
  readonly target: string;
}

/** The first test samples; none where they cannot be had. */
export async function firstSamples(dataset: Dataset, count: number): Promise<readonly FirstSample[]> {
  return dataset.source.kind === 'packed' ? packedSamples(dataset, dataset.source.test, count) : [];
}

async function packedSamples(
  dataset: Dataset,
  { images, labels }: Extract<Dataset['source'], { kind: 'packed' }>['test'],
  most: number,
): Promise<readonly FirstSample[]> {
  const size = elementCount(dataset.inputShape);
  const count = Math.min(most, dataset.test.count);
  const url = (path: string) => new URL(path, document.baseURI).href;
  const [pixels, classes] = await Promise.all([
    fetchFirstBytes(url(images.path), count * size),
    fetchFirstBytes(url(labels.path), count),
  ]);
  if (pixels === null || classes === null) return [];
  const names = targetNames(dataset.targets[0]);
  return Array.from({ length: count }, (_, index) => ({
    index,
    values: pixels.subarray(index * size, (index + 1) * size),
    target: names[classes[index] ?? 0] ?? '',
  }));
}
