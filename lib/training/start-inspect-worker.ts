import type { WorkerPort } from '@/lib/training/client';
import type { InspectCalls, InspectEvent } from '@/lib/training/inspect/protocol';
import { lockName, watchedWorker } from '@/lib/training/watched-worker';

/** Starts the inspection worker. Load this module with `import()`, like the training worker's. */
export function startInspectWorker(): WorkerPort<InspectCalls, InspectEvent> {
  const name = lockName('inspection');
  const worker = new Worker(new URL('./worker/inspect/entry.ts', import.meta.url), { type: 'module', name });
  return watchedWorker(worker, name);
}
