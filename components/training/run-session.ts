import type { Designer } from '@/components/state/create-designer';
import { checkpointsOf, randomRunId, runsSession } from '@/components/training/runs-session';
import { connectHealthWatch, createHealthWatch, type HealthWatch } from '@/components/training/health/health-watch';
import { isTrainable, type Analysis } from '@/lib/analysis/analysis';
import { analyze } from '@/lib/analysis/analyze';
import { compile } from '@/lib/compile/compile';
import { kerasJson } from '@/lib/compile/keras-json';
import { datasetById } from '@/lib/datasets/registry';
import type { Machine } from '@/lib/runs/run-record';
import { createRunStore, type RunStore } from '@/lib/state/run';
import { isActive, type RunState } from '@/lib/state/run-state';
import type { RunPort } from '@/lib/state/ports';
import { taskOf } from '@/lib/state/task-of';
import { createTrainingClient } from '@/lib/training/client';
import { startWorker } from '@/lib/training/start-worker';

const sessions = new WeakMap<Designer, RunStore>();
const watches = new WeakMap<Designer, HealthWatch>();

/**
 * The page's run: made when training is first looked at, and kept when its panel is closed, so that training goes on
 * and the toolbar's actions reach it.
 */
export function runSession(designer: Designer): RunStore {
  const known = sessions.get(designer);
  if (known !== undefined) return known;
  const session = createSession(designer);
  sessions.set(designer, session);
  offerActions(designer, session);
  warnBeforeLoss(session);
  // Another design's run is not looked for when that is opened later: what is shown stays until the next run.
  void designer.ready.then(session.actions.showLast);
  connectHealthWatch(healthWatch(designer), designer, session);
  return session;
}

function createSession(designer: Designer): RunStore {
  const { workspace, preferences, startChoice } = designer;
  return createRunStore({
    runs: runsSession(designer),
    now: () => Date.now(),
    newId: randomRunId,
    openDesign: () => workspace.store.getState().openDesign,
    machine: thisMachine,
    connect: (onEvent) => createTrainingClient({ startWorker, onEvent }),
    design: workspace.store.getState,
    analyze(document) {
      const open = workspace.store.getState();
      return open.document === document ? open.analysis : analyze(document, taskOf(document));
    },
    compile(document, analysis) {
      const plan = compile(document, analysis);
      return plan.ok ? { plan: plan.value, model: kerasJson(plan.value, document.training.seed) } : null;
    },
    dataset: datasetById,
    checkpoints: checkpointsOf(designer),
    checkpointing() {
      const { checkpointSeconds, keepEveryEpochs } = preferences.store.getState();
      return { everySeconds: checkpointSeconds, keepEvery: keepEveryEpochs };
    },
    health: (plan, document) => healthWatch(designer).request(plan, document),
    startWeights: (plan) => startChoice.weightsFor(workspace.store.getState().openDesign, plan),
    preferredBackend: () => preferences.store.getState().backend,
    baseUrl: () => new URL('./', document.baseURI).href,
    deviceGib,
    timer: {
      after(ms, task) {
        const timeout = setTimeout(task, ms);
        return () => clearTimeout(timeout);
      },
    },
  });
}

/** Leaving is questioned only where something would be lost: with checkpoints nothing is. */
function warnBeforeLoss({ store }: RunStore): void {
  window.addEventListener('beforeunload', (event) => {
    const { phase, series, checkpoint, checkpointFault, unkept } = store.getState();
    const isLearning = phase === 'training' || phase === 'validating' || phase === 'paused';
    const isKept = checkpoint !== null && checkpointFault === null && unkept === null;
    if (isLearning && series.length > 0 && !isKept) event.preventDefault();
  });
}

function thisMachine(): Machine {
  const { userAgent, hardwareConcurrency } = navigator;
  return { userAgent, cores: hardwareConcurrency, gibibytes: deviceGib(), renderer: null };
}

/** Who looks into the page's runs. */
export function healthWatch(designer: Designer): HealthWatch {
  const known = watches.get(designer) ?? createHealthWatch();
  watches.set(designer, known);
  return known;
}

/** Not in the DOM library's types, nor in every browser. */
export function deviceGib(): number | null {
  const { deviceMemory } = navigator as { readonly deviceMemory?: number };
  return deviceMemory ?? null;
}

/** Registers the port again whenever what can be done changes. */
function offerActions(designer: Designer, session: RunStore): void {
  const { ports, workspace } = designer;
  let offered: RunPort | null = null;
  const offer = () => {
    const can = whatCanBeDone(session.store.getState(), workspace.store.getState().analysis);
    if (offered?.canTrain === can.canTrain && offered.canPause === can.canPause && offered.canStop === can.canStop)
      return;
    offered = { ...can, ...orders(designer, session) };
    ports.register('run', offered);
  };
  offer();
  session.store.subscribe(offer);
  workspace.store.subscribe(offer);
}

function whatCanBeDone({ phase, asked }: RunState, analysis: Analysis) {
  const isPaused = phase === 'paused';
  return {
    canTrain: isPaused ? asked === null : !isActive(phase) && isTrainable(analysis),
    canPause: (phase === 'training' || phase === 'validating') && asked === null,
    canStop: isActive(phase) && asked !== 'stop',
  };
}

function orders({ preferences }: Designer, { store, actions }: RunStore): Pick<RunPort, 'train' | 'pause' | 'stop'> {
  return {
    train() {
      preferences.actions.set({ bottomPanel: 'training' });
      void (store.getState().phase === 'paused' ? actions.resume() : actions.train());
    },
    pause: () => void actions.pause(),
    stop: () => void actions.stop(),
  };
}
