import { keepView } from '@/components/inspect/keep-view';
import type { Designer } from '@/components/state/create-designer';
import { runSession } from '@/components/training/run-session';
import { checkpointsOf, runsSession } from '@/components/training/runs-session';
import { weightsAtHand } from '@/components/training/weights-at-hand';
import { analyze } from '@/lib/analysis/analyze';
import { compile } from '@/lib/compile/compile';
import { kerasJson } from '@/lib/compile/keras-json';
import type { ModelPlan } from '@/lib/compile/plan';
import { datasetById } from '@/lib/datasets/registry';
import type { Document } from '@/lib/document/document';
import { readDocument } from '@/lib/document/load';
import type { RunId } from '@/lib/runs/run-record';
import { createTextStorage } from '@/lib/platform/text-storage';
import { createInspectStore, type InspectStore } from '@/lib/state/inspect';
import { keepPlaces } from '@/lib/state/inspect-memory';
import type { FoundWeights, InspectDeps } from '@/lib/state/inspect-deps';
import type { WeightsChoice } from '@/lib/state/inspect-state';
import { sameNetwork } from '@/lib/state/same-network';
import { taskOf } from '@/lib/state/task-of';
import { createInspectClient } from '@/lib/training/inspect/client';
import { startInspectWorker } from '@/lib/training/start-inspect-worker';

const sessions = new WeakMap<Designer, InspectStore>();

/** What the page looks into: made when its panel is first opened, for the page's whole life. */
export function inspectSession(designer: Designer): InspectStore {
  const known = sessions.get(designer);
  if (known !== undefined) return known;
  const session = createSession(designer);
  sessions.set(designer, session);
  return session;
}

function createSession(designer: Designer): InspectStore {
  const session = createInspectStore(inspectDeps(designer));
  keepView(designer.preferences);
  keepPlaces({
    ...session,
    storage: createTextStorage(tabStorage(), 'shapeflow.looked-at'),
  });
  return session;
}

/** Reading the property itself throws where the browser bars storage. */
function tabStorage(): Storage | null {
  try {
    return window.sessionStorage;
  } catch {
    return null;
  }
}

/** What a network that is looked into is asked of the page. */
export function inspectDeps(designer: Designer): InspectDeps {
  const { workspace, preferences } = designer;
  const keptDesigns = new Map<RunId, Document>();
  return {
    connect: (onEvent) => createInspectClient({ startWorker: startInspectWorker, onEvent }),
    designId: () => workspace.store.getState().openDesign,
    design: (choice) => designOf(designer, choice, keptDesigns),
    weights: (choice, network) => weightsOf(designer, choice, network),
    weightsMark: (choice) => weightsMark(designer, choice),
    onNews: (listener) => onNews(designer, listener),
    analyze(document, withData) {
      const open = workspace.store.getState();
      if (withData === 'alone') return analyze(document, null);
      return open.document === document ? open.analysis : analyze(document, taskOf(document));
    },
    compile(document, analysis) {
      const plan = compile(document, analysis);
      return plan.ok ? { plan: plan.value, model: kerasJson(plan.value, document.training.seed) } : null;
    },
    dataset: datasetById,
    locale: () => preferences.store.getState().locale,
    baseUrl: () => new URL('./', document.baseURI).href,
    now: () => performance.now(),
    timer: {
      after(ms, task) {
        const timeout = setTimeout(task, ms);
        return () => clearTimeout(timeout);
      },
    },
  };
}

async function designOf(
  designer: Designer,
  choice: WeightsChoice,
  kept: Map<RunId, Document>,
): Promise<Document | null> {
  if (choice.kind !== 'kept') return designer.workspace.store.getState().document;
  // Asked for anew each time: it may have been deleted.
  const run = await runsSession(designer).read(choice.run);
  if (run === null) return null;
  const known = kept.get(choice.run);
  if (known !== undefined) return known;
  const read = readDocument(run.document, run.record.name);
  if (!read.ok) return null;
  kept.set(choice.run, read.value.document);
  return read.value.document;
}

async function weightsOf(
  designer: Designer,
  choice: WeightsChoice,
  { document, plan }: { readonly document: Document; readonly plan: ModelPlan },
): Promise<FoundWeights | 'start' | 'gone'> {
  if (choice.kind === 'kept') {
    const weights = await checkpointsOf(designer)
      .weights(choice.run, choice.at)
      .catch(() => null);
    return weights === null ? 'gone' : { source: 'kept', run: choice.run, epoch: null, weights, isComplete: true };
  }
  if (choice.kind === 'start') return 'start';
  const { store, actions } = runSession(designer);
  const { subject, run } = store.getState();
  if (isLearning(designer) && subject !== null && sameNetwork(subject.document, document)) {
    const reply = await actions.ask('get-weights', {});
    if (reply.ok) return { source: 'training', run, epoch: null, weights: reply.value.weights, isComplete: true };
  }
  const atHand = await weightsAtHand(designer, plan);
  return atHand === null ? 'start' : { ...atHand, run: atHand.source === 'trained' ? store.getState().run : null };
}

/** The worker has a network that learns. */
function isLearning(designer: Designer): boolean {
  const { phase, series } = runSession(designer).store.getState();
  return (phase === 'training' || phase === 'validating' || phase === 'paused') && series.length > 0;
}

function weightsMark(designer: Designer, choice: WeightsChoice): string {
  if (choice.kind === 'kept') {
    const heads = runsSession(designer).store.getState().checkpoints.get(choice.run);
    return [choice.run, choice.at, choice.at === 'last' ? heads?.last?.at : heads?.best?.at].join(' ');
  }
  if (choice.kind === 'start') return 'start';
  const { run, series, hasModel, checkpoint, given } = runSession(designer).store.getState();
  const { openDesign } = designer.workspace.store.getState();
  return [openDesign, run, series.length, isLearning(designer), hasModel, given, checkpoint !== null].join(' ');
}

/** Of the design, the run on the page, kept runs and weights that came with the design. */
function onNews(designer: Designer, listener: () => void): () => void {
  const { workspace, preferences } = designer;
  let mark = weightsMark(designer, { kind: 'current' });
  const stops = [
    preferences.store.subscribe((now, before) => {
      if (now.locale !== before.locale) listener();
    }),
    workspace.store.subscribe((now, before) => {
      if (now.document !== before.document || now.openDesign !== before.openDesign) listener();
    }),
    runSession(designer).store.subscribe(() => {
      const now = weightsMark(designer, { kind: 'current' });
      if (now === mark) return;
      mark = now;
      listener();
    }),
    runsSession(designer).store.subscribe((now, before) => {
      if (now.records !== before.records || now.checkpoints !== before.checkpoints) listener();
    }),
  ];
  return () => {
    for (const stop of stops) stop();
  };
}
