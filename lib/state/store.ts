import type { StoreApi } from 'zustand/vanilla';

/** A store as components and other parts see it: to read and to watch, never to write. */
export type ReadonlyStore<S> = Pick<StoreApi<S>, 'getState' | 'getInitialState' | 'subscribe'>;
