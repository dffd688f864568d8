import { createStore } from 'zustand/vanilla';
import type { NamedTensor } from '@/lib/core/named-tensor';
import type { ModelPlan } from '@/lib/compile/plan';
import { fittingWeights } from '@/lib/interop/write/fitting-weights';
import type { WeightStorage } from '@/lib/platform/design-weights';
import type { ReadonlyStore } from '@/lib/state/store';

/** Whether a run goes on from the weights that a design came with, or starts anew. */
export interface StartChoice {
  /** The designs that are to start anew; the others go on from their weights where they have any. */
  readonly store: ReadonlyStore<ReadonlySet<string>>;
  choose(design: string, goesOn: boolean): void;
  /** What a run of this design starts from; null: from values drawn anew. */
  weightsFor(design: string, plan: ModelPlan): Promise<readonly NamedTensor[] | null>;
}

export function createStartChoice(weights: WeightStorage): StartChoice {
  const store = createStore<ReadonlySet<string>>(() => new Set());
  return {
    store,
    choose(design, goesOn) {
      const anew = new Set(store.getState());
      if (goesOn) anew.delete(design);
      else anew.add(design);
      store.setState(anew, true);
    },
    async weightsFor(design, plan) {
      if (store.getState().has(design)) return null;
      const kept = await weights.read(design);
      const fitting = kept === null ? [] : fittingWeights(plan, kept);
      return fitting.length === 0 ? null : fitting;
    },
  };
}
