import type { RawSample, SampleJob, SampleReply } from '@/components/data/sample-jobs';
import type { SampleValues } from '@/components/data/paint-sample';
import { elementCount } from '@/lib/core/tensor-type';
import { targetWords } from '@/lib/datasets/target-words';
import type { Dataset } from '@/lib/datasets/dataset';
import { fetchFirstBytes } from '@/lib/platform/first-bytes';

/** A test sample as it is kept, and what it is in words. */
export interface FirstSample {
  readonly index: number;
  readonly values: SampleValues;
  readonly target: string;
}

/** Some test samples, the first of them where they are drawn or fetched; none where they cannot be had. */
export async function firstSamples(dataset: Dataset, count: number): Promise<readonly FirstSample[]> {
  const { source, targets } = dataset;
  const raw = source.kind === 'packed' ? await fetchPacked(dataset, source.test, count) : await ask({ dataset, count });
  return (raw ?? []).map(({ index, values, label, row }) => ({
    index,
    values,
    target: targetWords(targets[0], { label, row, write: (value) => String(Number(value.toPrecision(4))) }),
  }));
}

async function fetchPacked(
  dataset: Dataset,
  { images, labels }: Extract<Dataset['source'], { kind: 'packed' }>['test'],
  most: number,
): Promise<readonly RawSample[]> {
  const size = elementCount(dataset.inputShape);
  const count = Math.min(most, dataset.test.count);
  const url = (path: string) => new URL(path, document.baseURI).href;
  const [pixels, classes] = await Promise.all([
    fetchFirstBytes(url(images.path), count * size),
    fetchFirstBytes(url(labels.path), count),
  ]);
  if (pixels === null || classes === null) return [];
  return Array.from({ length: count }, (_, index) => ({
    index,
    values: pixels.subarray(index * size, (index + 1) * size),
    label: classes[index] ?? 0,
    row: [],
  }));
}

/** A worker for this one job: the files of kept samples can be read in workers only. */
function ask(job: SampleJob): Promise<SampleReply> {
  return new Promise((resolve) => {
    const worker = new Worker(new URL('./sample-worker.ts', import.meta.url), { type: 'module' });
    const end = (reply: SampleReply) => {
      worker.terminate();
      resolve(reply);
    };
    worker.onmessage = ({ data }: MessageEvent<SampleReply>) => end(data);
    worker.onerror = (event) => {
      event.preventDefault();
      end(null);
    };
    worker.postMessage(job);
  });
}
