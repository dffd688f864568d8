import { createTrainingClient, type TrainingClient } from '@/lib/training/client';
import type { WorkerEvent } from '@/lib/training/protocol';
import { startWorker } from '@/lib/training/start-worker';

/** A worker, its client, and every event it sent, in order. */
export interface Connection {
  readonly client: TrainingClient;
  readonly events: WorkerEvent[];
  /** Resolves with the next event (from now on, or among those already there) that fits. */
  until(fits: (event: WorkerEvent) => boolean): Promise<WorkerEvent>;
}

export function connect(): Connection {
  const events: WorkerEvent[] = [];
  const waiting: { readonly fits: (event: WorkerEvent) => boolean; readonly resolve: (event: WorkerEvent) => void }[] =
    [];
  const client = createTrainingClient({
    startWorker,
    onEvent: (event) => {
      events.push(event);
      for (const { fits, resolve } of waiting) if (fits(event)) resolve(event);
    },
  });
  const until: Connection['until'] = (fits) => {
    const there = events.find(fits);
    return there === undefined ? new Promise((resolve) => waiting.push({ fits, resolve })) : Promise.resolve(there);
  };
  return { client, events, until };
}
