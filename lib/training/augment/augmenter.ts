import { augmentBatch, type AugmentedBatch, type RawBatch } from '@/lib/training/augment/augment-batch';

/** Changes batches at random, beside whoever asks. */
export interface Augmenter {
  augment(raw: RawBatch): Promise<AugmentedBatch>;
  dispose(): void;
}

interface Waiting {
  readonly raw: RawBatch;
  readonly resolve: (batch: AugmentedBatch) => void;
  readonly reject: (error: unknown) => void;
}

/** The part of a worker that is needed; tests give doubles. */
export interface AugmentPort {
  postMessage(message: { readonly id: number; readonly raw: RawBatch }): void;
  onmessage: ((event: MessageEvent<{ readonly id: number; readonly batch: AugmentedBatch }>) => void) | null;
  onerror: ((event: ErrorEvent) => void) | null;
  terminate(): void;
}

/** Null where a worker cannot be started: batches are then changed in place, with the same result. */
export function startAugmentWorker(): AugmentPort | null {
  try {
    return new Worker(new URL('./augment-worker.ts', import.meta.url), { type: 'module' });
  } catch {
    return null;
  }
}

export function createAugmenter(start: () => AugmentPort | null = startAugmentWorker): Augmenter {
  const waiting = new Map<number, Waiting>();
  let asked = 0;
  let port = start();

  /** Without the worker everything that it was asked for is done here. */
  function goOnAlone(): void {
    port?.terminate();
    port = null;
    for (const { raw, resolve, reject } of waiting.values()) alone(raw).then(resolve, reject);
    waiting.clear();
  }

  if (port !== null) {
    port.onmessage = ({ data: { id, batch } }) => {
      waiting.get(id)?.resolve(batch);
      waiting.delete(id);
    };
    port.onerror = (event) => {
      event.preventDefault();
      goOnAlone();
    };
  }

  return {
    augment(raw) {
      if (port === null) return alone(raw);
      asked += 1;
      const id = asked;
      const batch = new Promise<AugmentedBatch>((resolve, reject) => waiting.set(id, { raw, resolve, reject }));
      port.postMessage({ id, raw });
      return batch;
    },
    dispose() {
      port?.terminate();
      port = null;
      waiting.clear();
    },
  };
}

/** What fails (for want of memory) is the promise's failure, not that of who asks. */
async function alone(raw: RawBatch): Promise<AugmentedBatch> {
  return augmentBatch(raw);
}
