import type { Asked, CallTable, Told } from '@/lib/training/calls';
import type { WorkerPort } from '@/lib/training/client';

/** A name that no other worker has; the worker holds the lock of its name (worker/life-lock.ts). */
export function lockName(kind: string): string {
  return `${kind}-worker-${Date.now()}-${Math.random()}`;
}

/**
 * A browser that ends a worker for want of memory tells nobody. The worker therefore holds a lock of its own name as
 * long as it lives (worker/life-lock.ts); when the page gets that lock, the worker is gone.
 */
export function watchedWorker<Calls extends CallTable<Calls>, Event>(
  worker: Worker,
  lock: string,
): WorkerPort<Calls, Event> {
  let isOver = false;
  let isAwaited = false;
  const port: WorkerPort<Calls, Event> = {
    postMessage: (message: Asked<Calls>) => worker.postMessage(message),
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

  worker.onmessage = (event: MessageEvent<Told<Calls, Event>>) => {
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
