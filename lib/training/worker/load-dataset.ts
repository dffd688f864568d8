import { messageOf } from '@/lib/core/message-of';
import { elementCount } from '@/lib/core/tensor-type';
import {
  classesOf,
  type Dataset,
  type DatasetFile,
  type DatasetSource,
  type PackedSplit,
} from '@/lib/datasets/dataset';
import { WorkerFailure } from '@/lib/training/worker/failure';
import { loadGenerated } from '@/lib/training/worker/load-generated';
import { loadKept, MOST_MEMORY_BYTES } from '@/lib/training/worker/load-kept';
import { createMemorySamples, type Samples } from '@/lib/training/worker/samples';
import { sha256Hex } from '@/lib/training/worker/sha256';

export interface LoadedDataset {
  readonly dataset: Dataset;
  readonly training: Samples;
  readonly test: Samples;
  readonly bytes: number;
  readonly fromCache: boolean;
}

/** The browser's parts that loading needs; tests give doubles. */
export interface LoadDependencies {
  readonly fetch: (url: string, init?: RequestInit) => Promise<Response>;
  /** undefined where the page is not in a secure context: nothing is cached then. */
  readonly openCache: (() => Promise<Cache>) | undefined;
  readonly onProgress: (loaded: number, total: number) => void;
  /** Kept samples beyond this are read from storage batch by batch. */
  readonly mostMemoryBytes?: number | undefined;
}

const isGzip = (start: Uint8Array): boolean => start[0] === 0x1f && start[1] === 0x8b;

/**
 * The unzipped content. Some servers send a .gz file as it is, others say `Content-Encoding: gzip` and the browser has
 * unzipped it already: the first two bytes tell.
 */
async function unzipped(body: ReadableStream<Uint8Array<ArrayBuffer>>): Promise<ReadableStream<Uint8Array>> {
  const [peeked, whole] = body.tee();
  const reader = peeked.getReader();
  const { value } = await reader.read();
  void reader.cancel();
  return value !== undefined && isGzip(value) ? whole.pipeThrough(new DecompressionStream('gzip')) : whole;
}

/** Exactly `file.bytes` bytes, or null when there are more or fewer. */
async function collect(
  stream: ReadableStream<Uint8Array>,
  file: DatasetFile,
  onBytes: (count: number) => void,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const content = new Uint8Array(file.bytes);
  let length = 0;
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return length === file.bytes ? content : null;
    if (length + value.length > file.bytes) {
      void reader.cancel();
      return null;
    }
    content.set(value, length);
    length += value.length;
    onBytes(value.length);
  }
}

async function fetchFile(options: {
  readonly file: DatasetFile;
  readonly url: string;
  readonly deps: LoadDependencies;
  readonly onBytes: (count: number) => void;
  readonly isRetry: boolean;
}): Promise<Uint8Array<ArrayBuffer> | null> {
  const { file, url, deps, onBytes, isRetry } = options;
  const response = await deps.fetch(url, isRetry ? { cache: 'reload' } : {}).catch((error: unknown) => {
    throw new WorkerFailure('training/data-unreachable', `${url}: ${messageOf(error)}`);
  });
  if (!response.ok || response.body === null) {
    throw new WorkerFailure('training/data-unreachable', `${url}: ${response.status} ${response.statusText}`);
  }
  // A stream that breaks off or does not unzip is as bad as one with wrong bytes.
  const content = await unzipped(response.body)
    .then((stream) => collect(stream, file, onBytes))
    .catch(() => null);
  return content !== null && (await sha256Hex(content)) === file.sha256 ? content : null;
}

async function readCached(
  cache: Cache | null,
  key: string,
  file: DatasetFile,
): Promise<Uint8Array<ArrayBuffer> | null> {
  const response = await cache?.match(key);
  if (response === undefined) return null;
  const content = new Uint8Array(await response.arrayBuffer());
  if (content.length === file.bytes && (await sha256Hex(content)) === file.sha256) return content;
  await cache?.delete(key);
  return null;
}

/** A cache that cannot be opened or written (private window, full disk) only costs the next download. */
async function opened({ openCache }: LoadDependencies): Promise<Cache | null> {
  return (await openCache?.().catch(() => null)) ?? null;
}

interface LoadedFile {
  readonly content: Uint8Array<ArrayBuffer>;
  readonly fromCache: boolean;
}

async function loadFile(
  file: DatasetFile,
  baseUrl: string,
  deps: LoadDependencies,
  progress: Progress,
): Promise<LoadedFile> {
  const url = new URL(file.path, baseUrl).href;
  const key = `${url}?sha256=${file.sha256}`;
  const cache = await opened(deps);
  const cached = await readCached(cache, key, file);
  if (cached !== null) {
    progress.set(file, file.bytes);
    return { content: cached, fromCache: true };
  }
  for (const isRetry of [false, true]) {
    progress.set(file, 0);
    const onBytes = (count: number): void => progress.add(file, count);
    const content = await fetchFile({ file, url, deps, onBytes, isRetry });
    if (content === null) continue;
    await cache?.put(key, new Response(content)).catch(() => undefined);
    return { content, fromCache: false };
  }
  const expected = `${file.bytes} bytes with SHA-256 ${file.sha256}`;
  throw new WorkerFailure('training/data-corrupt', `${url} is not the expected ${expected}`);
}

interface Progress {
  set(file: DatasetFile, loaded: number): void;
  add(file: DatasetFile, count: number): void;
}

/** Counts unzipped bytes: their total is known, whatever the server says of lengths. */
function createProgress(files: readonly DatasetFile[], onProgress: LoadDependencies['onProgress']): Progress {
  const total = files.reduce((sum, file) => sum + file.bytes, 0);
  const loaded = new Map<DatasetFile, number>();
  let reported = -1;
  const set = (file: DatasetFile, count: number): void => {
    loaded.set(file, count);
    const sum = [...loaded.values()].reduce((a, b) => a + b, 0);
    // At most a hundred and one reports.
    const percent = Math.floor((100 * sum) / total);
    if (percent !== reported) onProgress(sum, total);
    reported = percent;
  };
  return { set, add: (file, count) => set(file, (loaded.get(file) ?? 0) + count) };
}

/** The samples of a data set, wherever it is. */
export async function loadDataset(dataset: Dataset, baseUrl: string, deps: LoadDependencies): Promise<LoadedDataset> {
  const { source } = dataset;
  const { onProgress, mostMemoryBytes = MOST_MEMORY_BYTES } = deps;
  switch (source.kind) {
    case 'packed':
      return loadPacked(dataset, source, { baseUrl, deps });
    case 'kept': {
      const splits = await loadKept(dataset, { mostMemoryBytes, onProgress });
      return { dataset, ...splits, bytes: source.bytes, fromCache: true };
    }
    case 'generated': {
      const { generator, seed } = source;
      const key = new URL(`datasets/generated/${generator}?seed=${seed}`, baseUrl).href;
      const splits = await loadGenerated(dataset, { seed, onProgress, cache: await opened(deps), key });
      const count = dataset.training.count + dataset.test.count;
      return { dataset, ...splits, bytes: count * elementCount(dataset.inputShape) };
    }
  }
}

/** Fetches, checks and unpacks every file, from the browser's cache where it holds them. */
async function loadPacked(
  dataset: Dataset,
  { training, test }: Extract<DatasetSource, { kind: 'packed' }>,
  { baseUrl, deps }: { readonly baseUrl: string; readonly deps: LoadDependencies },
): Promise<LoadedDataset> {
  const files = [training.images, training.labels, test.images, test.labels];
  const progress = createProgress(files, deps.onProgress);
  const load = (file: DatasetFile): Promise<LoadedFile> => loadFile(file, baseUrl, deps, progress);
  const loadSplit = async (split: PackedSplit): Promise<{ readonly samples: Samples; readonly fromCache: boolean }> => {
    const [images, labels] = await Promise.all([load(split.images), load(split.labels)]);
    const classes = {
      kind: 'classes',
      width: classesOf(dataset).length,
      classes: Uint16Array.from(labels.content),
    } as const;
    const samples = createMemorySamples(images.content, { shape: dataset.inputShape, targets: [classes] });
    return { samples, fromCache: images.fromCache && labels.fromCache };
  };
  const [trainingPart, testPart] = await Promise.all([loadSplit(training), loadSplit(test)]);
  return {
    dataset,
    training: trainingPart.samples,
    test: testPart.samples,
    bytes: files.reduce((sum, file) => sum + file.bytes, 0),
    fromCache: trainingPart.fromCache && testPart.fromCache,
  };
}
