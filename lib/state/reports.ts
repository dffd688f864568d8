import { createStore } from 'zustand/vanilla';
import type { ReadonlyStore } from '@/lib/state/store';
import type { OpenReport } from '@/lib/state/workspace';

/** Reports waiting to be read, oldest first; the first is on the page as a dialog. */
export interface Reports {
  readonly store: ReadonlyStore<readonly OpenReport[]>;
  show(report: OpenReport): void;
  /** The first has been read. */
  next(): void;
}

export function createReports(): Reports {
  const store = createStore<readonly OpenReport[]>(() => []);
  return {
    store,
    show: (report) => store.setState([...store.getState(), report], true),
    next: () => store.setState(store.getState().slice(1), true),
  };
}
