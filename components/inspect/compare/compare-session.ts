import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { inspectDeps, inspectSession } from '@/components/inspect/inspect-session';
import type { Designer } from '@/components/state/create-designer';
import { useDesigner } from '@/components/state/designer-context';
import { createInspectStore, type InspectStore } from '@/lib/state/inspect';
import type { FoundWeights } from '@/lib/state/inspect-deps';
import { createCompareStore, type CompareState, type CompareStore } from '@/lib/state/inspect-compare';
import type { InspectSubject } from '@/lib/state/inspect-state';

const sessions = new WeakMap<Designer, CompareStore>();

/** What stands beside the network that the panel shows: what was chosen last is chosen again. */
export function compareSession(designer: Designer): CompareStore {
  const known = sessions.get(designer);
  if (known !== undefined) return known;
  const shown = inspectSession(designer);
  const session = createCompareStore({ shown, openOther: () => openOther(designer, shown) });
  sessions.set(designer, session);
  return session;
}

/** A network in a worker of its own; weights 'current' are those that are shown, and so is the design before a training. */
function openOther(designer: Designer, shown: InspectStore): InspectStore {
  const deps = inspectDeps(designer);
  const subject = () => shown.store.getState().subject;
  const mark = createMark();
  return createInspectStore({
    ...deps,
    opensSample: false,
    design: (choice) => (choice.kind === 'kept' ? deps.design(choice) : Promise.resolve(subject()?.document ?? null)),
    weights: (choice, network) =>
      choice.kind === 'current' ? Promise.resolve(weightsOf(subject())) : deps.weights(choice, network),
    weightsMark: (choice) =>
      choice.kind === 'current' ? `shown ${mark(subject()?.weights)}` : deps.weightsMark(choice),
  });
}

function weightsOf(subject: InspectSubject | null): FoundWeights | 'start' {
  if (subject === null || subject.source === 'start') return 'start';
  const { source, run, epoch, weights } = subject;
  return { source, run, epoch, weights, isComplete: true };
}

/** A number that changes with the object. */
function createMark(): (of: object | undefined) => number {
  let [last, count]: [object | undefined, number] = [undefined, 0];
  return (of) => {
    if (of !== last) count += 1;
    last = of;
    return count;
  };
}

export function useCompare<T>(select: (state: CompareState) => T): T {
  return useStore(compareSession(useDesigner()).store, useShallow(select));
}

export function useCompareSession(): CompareStore {
  return compareSession(useDesigner());
}
