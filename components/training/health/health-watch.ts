import { createStore, type StoreApi } from 'zustand/vanilla';
import type { Designer } from '@/components/state/create-designer';
import type { ModelPlan } from '@/lib/compile/plan';
import type { NodeId } from '@/lib/core/ids';
import { documentId } from '@/lib/document/blocks';
import type { Document } from '@/lib/document/document';
import { analyze } from '@/lib/analysis/analyze';
import { healthMessages } from '@/lib/messages/health';
import { formatConstant } from '@/lib/messages/measures';
import type { NodeMark } from '@/lib/state/node-marks';
import type { RunStore } from '@/lib/state/run';
import { isActive } from '@/lib/state/run-state';
import { sameNetwork } from '@/lib/state/same-network';
import { taskOf } from '@/lib/state/task-of';
import { watchedActivations } from '@/lib/state/watched-activations';
import { gradientSize, type HealthRequest, type HealthSnapshot } from '@/lib/training/health';

/** Who looks at the health of runs, and whether the canvas shows it. */
export interface HealthWatch {
  readonly store: StoreApi<{ readonly lookers: number; readonly isOnCanvas: boolean }>;
  request(plan: ModelPlan, document: Document): HealthRequest;
  /** From now on everything is looked at, until the answer is called. */
  look(): () => void;
}

export function createHealthWatch(): HealthWatch {
  const store: HealthWatch['store'] = createStore(() => ({ lookers: 0, isOnCanvas: true }));
  const add = (count: number): void => store.setState({ lookers: store.getState().lookers + count });
  return {
    store,
    request(plan, document) {
      if (store.getState().lookers === 0) return { level: 'gradients', activations: [] };
      return { level: 'full', activations: watchedActivations(plan, analyze(document, taskOf(document)).flat) };
    },
    look() {
      add(1);
      return () => add(-1);
    },
  };
}

/** Tells the worker who looks, and the canvas what is seen. */
export function connectHealthWatch(
  watch: HealthWatch,
  page: Pick<Designer, 'workspace' | 'preferences' | 'marks'>,
  { store, actions }: { readonly store: RunStore['store']; readonly actions: Pick<RunStore['actions'], 'ask'> },
): void {
  let level: HealthRequest['level'] = 'gradients';
  watch.store.subscribe(({ lookers }) => {
    const wanted = lookers === 0 ? 'gradients' : 'full';
    const { subject, phase } = store.getState();
    if (wanted === level) return;
    level = wanted;
    if (subject === null || !isActive(phase)) return;
    void actions.ask('watch-health', watch.request(subject.plan, subject.document));
  });

  let shown: HealthSnapshot | undefined;
  const show = (): void => {
    const { health, subject } = store.getState();
    const isOnCanvas = watch.store.getState().isOnCanvas && subject !== null;
    // A name, a note or a place on the canvas leaves the network what it was.
    const isShown = isOnCanvas && sameNetwork(subject.document, page.workspace.store.getState().document);
    const latest = isShown ? health.at(-1) : undefined;
    if (latest === shown) return;
    shown = latest;
    const { locale } = page.preferences.store.getState();
    page.marks.setState(latest === undefined ? {} : marksOf(latest, healthMessages[locale].badge), true);
  };
  store.subscribe(show);
  watch.store.subscribe(show);
  page.workspace.store.subscribe(show);
}

/** Of a layer of a repeated block: its first use. */
function marksOf({ layers }: HealthSnapshot, label: (gradient: string) => string): Record<NodeId, NodeMark> {
  const marks: Record<NodeId, NodeMark> = {};
  for (const layer of layers) {
    const size = gradientSize(layer);
    if (size === null) continue;
    const text = formatConstant(Number(size.toPrecision(2)));
    marks[documentId(layer.node)] ??= { text: `∇ ${text}`, label: label(text) };
  }
  return marks;
}
