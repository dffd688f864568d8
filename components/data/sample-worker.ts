import { elementCount } from '@/lib/core/tensor-type';
import type { Dataset } from '@/lib/datasets/dataset';
import { parseTargets } from '@/lib/datasets/parse-targets';
import { drawScene } from '@/lib/datasets/scenes/draw-scene';
import { openSamples } from '@/lib/platform/sample-reader';
import type { RawSample, SampleJob, SampleReply } from '@/components/data/sample-jobs';

/** Reads or draws a few samples to show; one job, then it is ended. */

const scope = globalThis as unknown as Pick<Worker, 'postMessage'> & {
  onmessage: ((event: MessageEvent<SampleJob>) => void) | null;
};

scope.onmessage = ({ data }) => {
  run(data).then(
    (reply) => scope.postMessage(reply),
    () => scope.postMessage(null satisfies SampleReply),
  );
};

async function run({ dataset, count }: SampleJob): Promise<SampleReply> {
  const { source, training, test } = dataset;
  if (source.kind === 'kept') return readKept(dataset, count);
  if (source.kind === 'packed') return null;
  // Those to test on come after those to train on.
  return Array.from({ length: Math.min(count, test.count) }, (_, index) => {
    const { pixels, label } = drawScene(source.seed, training.count + index);
    return { index, values: Uint8Array.from(pixels), label, row: [] };
  });
}

async function readKept(dataset: Dataset, most: number): Promise<SampleReply> {
  const opened = await openSamples(dataset.id);
  if (opened === null) return null;
  const { files, targets } = opened;
  try {
    const [column] = parseTargets(targets.test, { targets: dataset.targets, count: dataset.test.count }) ?? [];
    if (column === undefined) return null;
    const count = Math.min(most, dataset.test.count);
    const size = elementCount(dataset.inputShape) * (dataset.element === 'uint8' ? 1 : Float32Array.BYTES_PER_ELEMENT);
    const bytes = new Uint8Array(count * size);
    const indices = spread(dataset.test.count, count);
    files.test.read(indices, bytes);
    return indices.map((index, at): RawSample => {
      const own = bytes.slice(at * size, (at + 1) * size);
      return {
        index,
        values: dataset.element === 'uint8' ? own : new Float32Array(own.buffer),
        label: column.kind === 'classes' ? (column.classes[index] ?? 0) : 0,
        row:
          column.kind === 'classes'
            ? []
            : [...column.values.subarray(index * column.width, (index + 1) * column.width)],
      };
    });
  } finally {
    files.training.close();
    files.test.close();
  }
}

/** They may lie class by class: some of the first, some of the last. */
function spread(all: number, count: number): readonly number[] {
  return Array.from({ length: count }, (_, at) => Math.floor((at * all) / count));
}
