/**
 * The few members of DedicatedWorkerGlobalScope that a worker uses: the "webworker" library of types cannot be loaded
 * beside "dom".
 */
export interface WorkerScope {
  readonly name: string;
  readonly location: { readonly href: string; readonly origin: string };
  readonly caches?: CacheStorage;
  postMessage(message: unknown, transfer?: Transferable[]): void;
  onmessage: ((event: { readonly data: unknown }) => void) | null;
  addEventListener(type: 'error' | 'unhandledrejection', listener: (event: Event) => void): void;
}

export const workerScope = globalThis as unknown as WorkerScope;
