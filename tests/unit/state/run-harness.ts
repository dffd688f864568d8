import { createDocument } from '@/lib/document/create-document';
import type { ModelPlan } from '@/lib/compile/plan';
import { fail, succeed, type Result } from '@/lib/core/result';
import { mnist } from '@/lib/datasets/mnist';
import type { Document } from '@/lib/document/document';
import { DEFAULT_TRAINING, type TrainingSettings } from '@/lib/document/training-settings';
import type { Analysis } from '@/lib/analysis/analysis';
import { createRunStore, type RunDeps, type RunStore } from '@/lib/state/run';
import { createRunsStore, type RunsStore } from '@/lib/state/runs';
import { createMemoryTables } from '@/lib/platform/tables';
import { createCheckpointStorage } from '@/lib/training/checkpoints/checkpoint-storage';
import { createOpenRunLocks } from '@/lib/platform/run-locks';
import { createMemoryRunStorage } from '@/lib/runs/run-storage';
import type { TrainingClient } from '@/lib/training/client';
import type {
  BackendReport,
  CallName,
  Failure,
  ReplyOf,
  RequestOf,
  TestReport,
  TrainOutcome,
  WorkerEvent,
} from '@/lib/training/protocol';

export const settings: TrainingSettings = {
  ...DEFAULT_TRAINING,
  optimizer: { ...DEFAULT_TRAINING.optimizer, learningRate: 0.01 },
};

export const design: Document = { ...createDocument('Test'), training: settings };

const analysis: Analysis = {
  order: [],
  flat: createDocument('Test'),
  outputs: [],
  output: null,
  network: [],
  layers: {},
  edges: {},
  totals: {
    complete: true,
    params: 0,
    trainableParams: 0,
    macs: 0,
    memory: {
      weights: 0,
      inferenceActivations: 0,
      trainingActivations: 0,
      trainingState: 0,
      inference: 0,
      training: 0,
    },
  },
  diagnostics: [],
  silenced: 0,
  hasErrors: false,
  isLimited: false,
};

export const plan: ModelPlan = {
  name: 'Test',
  layers: [],
  inputs: ['input_1'],
  outputs: ['softmax_1'],
  inputShape: [28, 28, 1],
  outputShape: [10],
  params: 10,
  endsInSoftmax: true,
  trainingBytes: 1_000_000,
};

export const backends: readonly BackendReport[] = [
  { name: 'webgpu', available: false, detail: '', software: false, msPerBatch: null },
  { name: 'webgl', available: true, detail: 'SwiftShader', software: true, msPerBatch: null },
  { name: 'wasm', available: true, detail: 'SIMD', software: false, msPerBatch: 20 },
  { name: 'cpu', available: true, detail: '', software: false, msPerBatch: 400 },
];

export const finished: TrainOutcome = {
  ended: 'finished',
  epochs: 2,
  batches: 100,
  backend: 'wasm',
  seconds: 12,
  divergence: null,
};

export const report: TestReport = {
  count: 2,
  accuracy: 0.5,
  loss: 0.7,
  confusion: [
    [1, 0],
    [1, 0],
  ],
  outputs: null,
  predicted: Uint16Array.of(0, 0),
  labels: Uint16Array.of(0, 1),
};

interface OpenCall {
  readonly name: CallName;
  readonly request: unknown;
  readonly settle: (result: Result<never, Failure>) => void;
}

/** A worker that answers when the test says so. Restarting fails every open call, as the real client does. */
export function createScriptedClient() {
  const open: OpenCall[] = [];
  const asked: CallName[] = [];
  let emit: (event: WorkerEvent) => void = () => {};
  let restarts = 0;
  const died: Failure = { code: 'training/worker-died', node: null, detail: 'restarted' };

  const client: TrainingClient = {
    call<C extends CallName>(name: C, request: RequestOf<C>) {
      asked.push(name);
      return new Promise<Result<ReplyOf<C>, Failure>>((resolve) => {
        open.push({ name, request, settle: resolve as OpenCall['settle'] });
      });
    },
    restart() {
      restarts++;
      for (const call of open.splice(0)) call.settle(fail(died));
    },
    dispose() {},
  };

  async function settleCall(name: CallName, result: Result<unknown, Failure>): Promise<void> {
    await flush();
    const at = open.findIndex((call) => call.name === name);
    const [call] = at < 0 ? [] : open.splice(at, 1);
    if (call === undefined) throw new Error(`${name} was not asked; open: ${open.map((one) => one.name).join(', ')}`);
    call.settle(result as Result<never, Failure>);
    await flush();
  }

  return {
    connect(onEvent: (event: WorkerEvent) => void) {
      emit = onEvent;
      return client;
    },
    emit: (event: WorkerEvent) => emit(event),
    reply: <C extends CallName>(name: C, reply: ReplyOf<C>) => settleCall(name, succeed(reply)),
    refuse: (name: CallName, failure: Failure) => settleCall(name, fail(failure)),
    requestOf: <C extends CallName>(name: C) =>
      open.find((call) => call.name === name)?.request as RequestOf<C> | undefined,
    asked: asked as readonly CallName[],
    restarts: () => restarts,
  };
}

/** Lets every promise that is already settled go on. */
export async function flush(): Promise<void> {
  for (let turn = 0; turn < 200; turn++) await Promise.resolve();
}

/** A clock that moves when the test says so. */
export function createManualTimer() {
  let now = 0;
  let tasks: { readonly at: number; readonly run: () => void }[] = [];
  return {
    after(ms: number, run: () => void) {
      const task = { at: now + ms, run };
      tasks.push(task);
      return () => {
        tasks = tasks.filter((other) => other !== task);
      };
    },
    pass(ms: number) {
      now += ms;
      const due = tasks.filter((task) => task.at <= now);
      tasks = tasks.filter((task) => task.at > now);
      for (const task of due) task.run();
    },
  };
}

let lastRun = 0;

/** The runs of one tab alone. */
export function createRuns(storage = createMemoryRunStorage()): RunsStore {
  const news = { tell() {}, onTold: () => () => {} };
  return createRunsStore({ storage, locks: createOpenRunLocks(), news, newId: () => `run-${++lastRun}`, now: () => 0 });
}

export interface Harness {
  readonly run: RunStore;
  readonly worker: ReturnType<typeof createScriptedClient>;
  readonly timer: ReturnType<typeof createManualTimer>;
}

export function createHarness(overrides: Partial<RunDeps> = {}): Harness {
  const worker = createScriptedClient();
  const timer = createManualTimer();
  const run = createRunStore({
    connect: worker.connect,
    timer,
    runs: createRuns(),
    now: () => 0,
    newId: () => `run-${++lastRun}`,
    openDesign: () => 'design-1',
    checkpoints: createCheckpointStorage(createMemoryTables()),
    checkpointing: () => ({ everySeconds: 10, keepEvery: 0 }),
    machine: () => ({ userAgent: 'test', cores: 2, gibibytes: 8, renderer: null }),
    design: () => ({ document: design }),
    analyze: () => analysis,
    compile: () => ({ plan, model: {} }),
    dataset: (id) => (id === mnist.id ? mnist : undefined),
    preferredBackend: () => 'wasm',
    baseUrl: () => 'http://localhost/',
    deviceGib: () => 8,
    ...overrides,
  });
  return { run, worker, timer };
}

/** A run in which the worker has begun to train. */
export async function createTrainingHarness(overrides: Partial<RunDeps> = {}): Promise<Harness> {
  const harness = createHarness(overrides);
  void harness.run.actions.train();
  await flush();
  harness.worker.emit({ kind: 'phase', phase: 'training', backend: 'wasm' });
  return harness;
}
