import type { WorkerPort } from '@/lib/training/client';
import type { FromWorker, ToWorker } from '@/lib/training/protocol';

/**
 * Starts the training worker. Load this module with `import()`: what it names (TensorFlow.js) must not be in the first
 * load.
 */
export function startWorker(): WorkerPort {
  const lock = `training-worker-${Date.now()}-${Math.random()}`;
  return watched(new Worker(new URL('./worker/entry.ts', import.meta.url), { type: 'module', name: lock }), lock);
}

/**
 * A browser that ends a worker for want of memory tells nobody. The worker therefore holds a lock of its own name as
 * long as it lives (worker/life-lock.ts); when the page gets that lock, the worker is gone.
 */
function watched(worker: Worker, lock: string): WorkerPort {
  let isOver = false;
  let isAwaited = false;
  const port: WorkerPort = {
    postMessage: (message: ToWorker) => worker.postMessage(message),
    terminate: () => {
      isOver = true;
      worker.terminate();
    },
    onmessage: null,
    onerror: null,
  };

  function died(message: string): void {
    if (!isOver) port.onerror?.({ message });
    isOver = true;
  }

  function awaitDeath(): void {
    // `locks` exists in secure contexts only; elsewhere just the error event is left.
    const locks = navigator.locks as LockManager | undefined;
    if (isAwaited) return;
    isAwaited = true;
    void locks?.request(lock, () => died('the browser ended the worker'));
  }

  worker.onmessage = (event: MessageEvent<FromWorker>) => {
    // The worker takes its lock before it says anything.
    awaitDeath();
    port.onmessage?.(event);
  };
  worker.onerror = (event) => {
    event.preventDefault();
    died(event.message);
  };
  return port;
}
