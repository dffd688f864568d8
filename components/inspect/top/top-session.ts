import { useEffect } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { createStore } from 'zustand/vanilla';
import { inspectSession } from '@/components/inspect/inspect-session';
import type { ChosenUnit } from '@/components/inspect/unit/use-chosen-unit';
import { useDesigner } from '@/components/state/designer-context';
import type { Designer } from '@/components/state/create-designer';
import { createRunTables } from '@/lib/platform/run-tables';
import { createTopsStorage } from '@/lib/runs/kept-tops';
import { createTopsStore, type TopsState, type TopsStore } from '@/lib/state/inspect-tops';
import type { Split } from '@/lib/training/inspect/protocol';

const sessions = new WeakMap<Designer, TopsStore>();

/** The best samples of the page's layers: made when they are first looked at, for the page's whole life. */
function topsSession(designer: Designer): TopsStore {
  const known = sessions.get(designer);
  if (known !== undefined) return known;
  const session = createTopsStore({
    inspect: inspectSession(designer).actions,
    storage: createTopsStorage(createRunTables()),
    pause: () => new Promise((resolve) => setTimeout(resolve)),
  });
  sessions.set(designer, session);
  return session;
}

export function useTopsStore(): TopsStore {
  return topsSession(useDesigner());
}

export function useTops<T>(select: (state: TopsState) => T): T {
  return useStore(useTopsStore().store, useShallow(select));
}

interface TopsChoice {
  readonly split: Split;
  /** At most; the samples that a part of the data has may be fewer. */
  readonly mostSamples: number;
}

const DEFAULT_MOST = 10_000;
const choice = createStore<TopsChoice>(() => ({ split: 'training', mostSamples: DEFAULT_MOST }));

/** Outlives the view, as what is found does. */
export function useTopsChoice(): TopsChoice {
  return useStore(choice);
}

export function chooseTops(change: Partial<TopsChoice>): void {
  choice.setState(change);
}

/** The store follows the layer and the weights that are looked at. */
export function useTopsWish({ subject, layer: { node } }: ChosenUnit): void {
  const { look } = useTopsStore();
  const { split, mostSamples } = useTopsChoice();
  useEffect(() => void look({ subject, layer: node, split, mostSamples }), [look, subject, node, split, mostSamples]);
}
