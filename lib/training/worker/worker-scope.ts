import type { FromWorker, ToWorker } from '@/lib/training/protocol';

/**
 * The few members of DedicatedWorkerGlobalScope that the worker uses: the "webworker" library of types cannot be loaded
 * beside "dom".
 */
export interface WorkerScope {
  readonly name: string;
  readonly location: { readonly href: string; readonly origin: string };
  readonly caches?: CacheStorage;
  postMessage(message: FromWorker): void;
  onmessage: ((event: { readonly data: ToWorker }) => void) | null;
  addEventListener(type: 'error' | 'unhandledrejection', listener: (event: Event) => void): void;
}

export const workerScope = globalThis as unknown as WorkerScope;
