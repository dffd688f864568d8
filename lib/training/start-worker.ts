import type { WorkerPort } from '@/lib/training/client';
import { lockName, watchedWorker } from '@/lib/training/watched-worker';

/**
 * Starts the training worker. Load this module with `import()`: what it names (TensorFlow.js) must not be in the first
 * load.
 */
export function startWorker(): WorkerPort {
  const lock = lockName('training');
  return watchedWorker(new Worker(new URL('./worker/entry.ts', import.meta.url), { type: 'module', name: lock }), lock);
}
