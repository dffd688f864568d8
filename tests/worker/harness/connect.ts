import { createTrainingClient, type TrainingClient } from '@/lib/training/client';
import { createInspectClient, type InspectClient } from '@/lib/training/inspect/client';
import type { InspectEvent } from '@/lib/training/inspect/protocol';
import type { WorkerEvent } from '@/lib/training/protocol';
import { startInspectWorker } from '@/lib/training/start-inspect-worker';
import { startWorker } from '@/lib/training/start-worker';

/** A worker, its client, and every event it sent, in order. */
export interface Connection<Client = TrainingClient, Event = WorkerEvent> {
  readonly client: Client;
  readonly events: Event[];
  /** Resolves with the next event (from now on, or among those already there) that fits. */
  until(fits: (event: Event) => boolean): Promise<Event>;
}

export function connect(): Connection {
  return connectBy((onEvent) => createTrainingClient({ startWorker, onEvent }));
}

export function connectInspect(): Connection<InspectClient, InspectEvent> {
  return connectBy((onEvent) => createInspectClient({ startWorker: startInspectWorker, onEvent }));
}

function connectBy<Client, Event>(
  createClient: (onEvent: (event: Event) => void) => Client,
): Connection<Client, Event> {
  const events: Event[] = [];
  const waiting: { readonly fits: (event: Event) => boolean; readonly resolve: (event: Event) => void }[] = [];
  const client = createClient((event) => {
    events.push(event);
    for (const { fits, resolve } of waiting) if (fits(event)) resolve(event);
  });
  return {
    client,
    events,
    until: (fits) => {
      const there = events.find(fits);
      return there === undefined ? new Promise((resolve) => waiting.push({ fits, resolve })) : Promise.resolve(there);
    },
  };
}
