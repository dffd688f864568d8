import { createStore } from 'zustand/vanilla';
import { MOST_DESIGNS } from '@/lib/analysis/compare/limits';
import type { TemplateId } from '@/lib/core/template-id';
import type { ReadonlyStore } from '@/lib/state/store';
import type { DesignId } from '@/lib/state/workspace-state';

/** A design to compare: one that comes with the product, or one kept in this browser. */
export type ComparedSource =
  { readonly kind: 'template'; readonly id: TemplateId } | { readonly kind: 'design'; readonly id: DesignId };

export interface ComparingState {
  readonly isOpen: boolean;
  /** In the order of their columns; kept when the comparison is closed. */
  readonly sources: readonly ComparedSource[];
}

/** Which designs stand side by side, and whether they are shown: gone with the page. */
export interface Comparing {
  readonly store: ReadonlyStore<ComparingState>;
  /** Shows the comparison, of these designs or of those it had last. */
  open(sources?: readonly ComparedSource[]): void;
  close(): void;
  choose(sources: readonly ComparedSource[]): void;
}

export function createComparing(): Comparing {
  const store = createStore<ComparingState>(() => ({ isOpen: false, sources: [] }));
  const limited = (sources: readonly ComparedSource[]) => sources.slice(0, MOST_DESIGNS);
  return {
    store,
    open: (sources) =>
      store.setState({ isOpen: true, ...(sources === undefined ? {} : { sources: limited(sources) }) }),
    close: () => store.setState({ isOpen: false }),
    choose: (sources) => store.setState({ sources: limited(sources) }),
  };
}

/** One word for a source, equal for equal ones; also the key its design is compared under. */
export function sourceKey({ kind, id }: ComparedSource): string {
  return `${kind}:${id}`;
}
