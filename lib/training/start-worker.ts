import type { FromWorker, ToWorker } from '@/lib/training/protocol';
import type { WorkerPort } from '@/lib/training/client';

/**
 * Starts the training worker. Load this module with `import()`: what it names (TensorFlow.js) must not be in the first
 * load.
 */
export function startWorker(): WorkerPort {
  const worker = new Worker(new URL('./worker/entry.ts', import.meta.url), { type: 'module', name: 'training' });
  return guardWorker(worker);
}

/** Browsers tell nobody when they end a worker for want of memory; a lock that it holds is released then. */
function guardWorker(worker: Worker): WorkerPort {
  let isOver = false;
  const port: WorkerPort = {
    postMessage: (message: ToWorker) => worker.postMessage(message),
    terminate: () => {
      isOver = true;
      worker.terminate();
    },
    onmessage: null,
    onerror: null,
  };
  worker.onmessage = (event: MessageEvent<FromWorker>) => port.onmessage?.(event);
  worker.onerror = (event) => {
    event.preventDefault();
    if (!isOver) port.onerror?.({ message: event.message });
  };
  return port;
}
