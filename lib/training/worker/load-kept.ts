import { messageOf } from '@/lib/core/message-of';
import { elementCount } from '@/lib/core/tensor-type';
import type { Dataset } from '@/lib/datasets/dataset';
import { parseTargets } from '@/lib/datasets/parse-targets';
import type { TargetColumn } from '@/lib/datasets/target-column';
import { openSamples, type SampleFile } from '@/lib/platform/sample-reader';
import { WorkerFailure } from '@/lib/training/worker/failure';
import { createMemorySamples, type Samples } from '@/lib/training/worker/samples';

/** Bytes of samples held in memory; larger data sets are read from storage batch by batch. */
export const MOST_MEMORY_BYTES = 512 * 2 ** 20;
/** Bytes read at a stretch. */
const STRETCH = 2 ** 24;

export interface KeptSplits {
  readonly training: Samples;
  readonly test: Samples;
}

/** The user's own data, as the import worker has kept it. */
export async function loadKept(
  dataset: Dataset,
  {
    mostMemoryBytes,
    onProgress,
  }: { readonly mostMemoryBytes: number; readonly onProgress: (loaded: number, total: number) => void },
): Promise<KeptSplits> {
  const opened = await openSamples(dataset.id).catch((error: unknown) => {
    throw gone(dataset, messageOf(error));
  });
  if (opened === null) throw gone(dataset, 'the files are missing or cut off');
  const { files, targets, record } = opened;
  const columns = {
    training: parseTargets(targets.training, { targets: dataset.targets, count: dataset.training.count }),
    test: parseTargets(targets.test, { targets: dataset.targets, count: dataset.test.count }),
  };
  const total = record.splitBytes.training + record.splitBytes.test;
  const isRight = (['training', 'test'] as const).every(
    (split) => files[split].bytes === dataset[split].count * bytesPerSample(dataset),
  );
  if (columns.training === null || columns.test === null || !isRight) {
    files.training.close();
    files.test.close();
    throw gone(dataset, 'the samples do not fit the description');
  }
  if (total > mostMemoryBytes) {
    onProgress(total, total);
    return {
      training: createStoredSamples(dataset, files.training, columns.training),
      test: createStoredSamples(dataset, files.test, columns.test),
    };
  }
  const progress = (loaded: number): void => onProgress(loaded, total);
  const training = await readAll(dataset, files.training, { targets: columns.training, progress }).catch(
    (error: unknown) => {
      files.test.close();
      throw error;
    },
  );
  const before = record.splitBytes.training;
  const test = await readAll(dataset, files.test, {
    targets: columns.test,
    progress: (loaded) => progress(before + loaded),
  });
  return { training, test };
}

function gone({ title }: Dataset, detail: string): WorkerFailure {
  return new WorkerFailure('training/data-gone', `${title}: ${detail}`);
}

function bytesPerSample({ inputShape, element }: Dataset): number {
  return elementCount(inputShape) * (element === 'uint8' ? 1 : Float32Array.BYTES_PER_ELEMENT);
}

/** Bytes as the numbers they are; little-endian, as every machine that runs browsers is. */
function asValues(bytes: Uint8Array<ArrayBuffer>, { element }: Dataset): Uint8Array | Float32Array {
  return element === 'uint8' ? bytes : new Float32Array(bytes.buffer);
}

async function readAll(
  dataset: Dataset,
  file: SampleFile,
  { targets, progress }: { readonly targets: readonly TargetColumn[]; readonly progress: (loaded: number) => void },
): Promise<Samples> {
  const size = bytesPerSample(dataset);
  const bytes = new Uint8Array(file.bytes);
  const stretch = Math.max(1, Math.floor(STRETCH / size));
  const count = file.bytes / size;
  try {
    for (let first = 0; first < count; first += stretch) {
      const end = Math.min(count, first + stretch);
      read(dataset, file, {
        indices: Uint32Array.from({ length: end - first }, (_, at) => first + at),
        into: bytes.subarray(first * size, end * size),
      });
      progress(end * size);
      // Lets messages in.
      await new Promise((resolve) => setTimeout(resolve));
    }
  } finally {
    file.close();
  }
  return createMemorySamples(asValues(bytes, dataset), { shape: dataset.inputShape, targets });
}

function read(
  dataset: Dataset,
  file: SampleFile,
  { indices, into }: { readonly indices: ArrayLike<number>; readonly into: Uint8Array<ArrayBuffer> },
): void {
  try {
    file.read(indices, into);
  } catch (error) {
    throw gone(dataset, messageOf(error));
  }
}

/** Samples that stay in storage: a batch is as many reads as it has samples, at random places. */
function createStoredSamples(dataset: Dataset, file: SampleFile, targets: readonly TargetColumn[]): Samples {
  const size = bytesPerSample(dataset);
  return {
    count: file.bytes / size,
    shape: dataset.inputShape,
    element: dataset.element,
    read(indices) {
      const bytes = new Uint8Array(indices.length * size);
      read(dataset, file, { indices, into: bytes });
      return asValues(bytes, dataset);
    },
    targets,
    dispose: () => file.close(),
  };
}
