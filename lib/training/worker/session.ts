import * as tf from '@tensorflow/tfjs';
import { elementCount, formatShape, sameShape } from '@/lib/core/tensor-type';
import type { Dataset } from '@/lib/datasets/dataset';
import type { ModelPlan } from '@/lib/compile/plan';
import type { TrainingSettings } from '@/lib/document/training-settings';
import { createAugmenter } from '@/lib/training/augment/augmenter';
import { hasEffect, withoutGeometry } from '@/lib/training/augment/effects';
import { learnedTargets } from '@/lib/training/learned-targets';
import type { HealthRequest } from '@/lib/training/health';
import type { RangePoint } from '@/lib/training/rate-range';
import type {
  BackendName,
  Prediction,
  ReplyOf,
  RequestOf,
  Sample,
  TestReport,
  TrainOutcome,
  TrainRequest,
  WorkerEvent,
} from '@/lib/training/protocol';
import { createAugmentedFeed } from '@/lib/training/worker/augmented-feed';
import { switchBackend } from '@/lib/training/worker/backend';
import { buildModel, readWeights, writeStartWeights } from '@/lib/training/worker/build-model';
import { calibrate, requireFit } from '@/lib/training/worker/calibrate';
import { evaluateSamples, testReport } from '@/lib/training/worker/evaluate';
import { WorkerFailure } from '@/lib/training/worker/failure';
import { createHostFeed, createTrainingFeed, type Feed } from '@/lib/training/worker/feed';
import { loadDataset, type LoadDependencies, type LoadedDataset } from '@/lib/training/worker/load-dataset';
import { createCheckpointer, type Checkpointer, type CheckpointPlace } from '@/lib/training/worker/checkpointer';
import { createHealthProbe, type HealthProbe } from '@/lib/training/worker/health/health-probe';
import { createLearner, type Learner } from '@/lib/training/worker/learner';
import { restoreRun } from '@/lib/training/worker/restore-run';
import { bytesOfTensors, type RunMemory } from '@/lib/training/checkpoints/checkpoint';
import { createMacroTask } from '@/lib/training/worker/macro-task';
import type { Objective } from '@/lib/training/worker/objective';
import { objectiveOf } from '@/lib/training/worker/objective-of';
import { createScaler, measureStatistics, type Scaler } from '@/lib/training/worker/scaler';
import { createRunControl, type RunControl } from '@/lib/training/worker/run-control';
import { splitSamples } from '@/lib/training/worker/sample-order';
import type { Samples, TargetColumn } from '@/lib/training/worker/samples';
import { testRates } from '@/lib/training/worker/test-rates';
import { train } from '@/lib/training/worker/train';

/** The model of the last run, and the data it was trained on. */
interface Trained {
  readonly plan: ModelPlan;
  readonly model: tf.LayersModel;
  readonly objective: Objective;
  readonly data: LoadedDataset;
  readonly scaler: Scaler;
}

interface Learning {
  readonly ready: Trained;
  readonly learner: Learner;
}

export interface Session {
  loadDataset(dataset: Dataset, baseUrl: string, mostMemoryBytes?: number): Promise<LoadedDataset>;
  train(request: TrainRequest): Promise<TrainOutcome>;
  /** On a network of its own, which is gone afterwards. */
  testRates(request: RequestOf<'test-rates'>): Promise<ReplyOf<'test-rates'>>;
  readonly control: RunControl | null;
  /** The plan of the model at hand, for naming the node of a failure. */
  readonly plan: ModelPlan | null;
  /** null when `control` stopped it. */
  evaluate(): Promise<TestReport | null>;
  predictSamples(indices: readonly number[]): Promise<readonly Prediction[]>;
  predictImage(values: Float32Array): Promise<Prediction>;
  samples(indices: readonly number[]): readonly Sample[];
  weights(): ReturnType<typeof readWeights>;
  /** How closely this run and the next ones are looked at. */
  watchHealth(request: HealthRequest): void;
  dispose(): void;
}

export interface SessionDependencies extends Omit<LoadDependencies, 'onProgress'> {
  readonly emit: (event: WorkerEvent) => void;
  readonly now: () => number;
  /** Called whenever the backend in use may have changed. */
  readonly onBackend: () => void;
  /** Without it no checkpoints are written. */
  readonly checkpoints?: CheckpointPlace;
}

export function createSession(deps: SessionDependencies): Session {
  let data: LoadedDataset | null = null;
  let trained: Trained | null = null;
  let plan: ModelPlan | null = null;
  let control: RunControl | null = null;
  let health: HealthProbe | null = null;
  let healthRequest: HealthRequest = { level: 'gradients', activations: [] };

  async function load(dataset: Dataset, baseUrl: string, mostMemoryBytes?: number): Promise<LoadedDataset> {
    if (data?.dataset.id === dataset.id) return { ...data, fromCache: true };
    const onProgress = (loaded: number, total: number): void => deps.emit({ kind: 'data-progress', loaded, total });
    const before = data;
    data = await loadDataset(dataset, baseUrl, { ...deps, onProgress, mostMemoryBytes });
    letGo(before);
    return data;
  }

  /** Closes the files of data that nothing here uses any more. */
  function letGo(loaded: LoadedDataset | null): void {
    if (loaded === null || loaded.training === data?.training || loaded.training === trained?.data.training) return;
    loaded.training.dispose();
    loaded.test.dispose();
  }

  function forget(): void {
    trained?.model.dispose();
    const before = trained?.data ?? null;
    trained = null;
    letGo(before);
  }

  function watchHealth(request: HealthRequest, probe = health): void {
    [health, healthRequest] = [probe, request];
    probe?.ask(request);
  }

  function requireTrained(): Trained {
    if (trained === null) throw new WorkerFailure('training/no-model', 'nothing has been trained yet');
    return trained;
  }

  async function chooseBackend(request: TrainRequest): Promise<BackendName> {
    if (request.backend !== null) return request.backend;
    deps.emit({ kind: 'phase', phase: 'calibrating', backend: null });
    return (await calibrate(request)).chosen;
  }

  /** Everything from the request to a built model on the chosen backend. */
  async function prepare(request: TrainRequest): Promise<{ readonly ready: Trained; readonly backend: BackendName }> {
    requireMatch(request.plan, request.dataset);
    deps.emit({ kind: 'phase', phase: 'loading-data', backend: request.backend });
    const loaded = await load(request.dataset, request.baseUrl);
    forget();
    const backend = await chooseBackend(request);
    await switchBackend(backend, request.baseUrl);
    deps.onBackend();
    requireFit(request.plan, request.settings.batchSize, backend);
    deps.emit({ kind: 'phase', phase: 'building', backend });
    const model = await buildModel(request.plan, request.model);
    if (request.startWeights) writeStartWeights(request.plan, model, request.startWeights);
    const trainingSplit = splitSamples({ ...request.settings, count: loaded.training.count });
    const learned = { targets: loaded.training.targets, indices: trainingSplit.training };
    const { settings, dataset } = request;
    const objective = objectiveOf({ plan: request.plan, model }, { settings, data: dataset, trained: learned });
    const { statistics } = request.dataset;
    const scaler = createScaler(request.settings.normalization, () => statistics ?? measureStatistics(loaded.training));
    return { ready: { plan: request.plan, model, objective, data: loaded, scaler }, backend };
  }

  async function runTraining(request: TrainRequest, runControl: RunControl): Promise<TrainOutcome> {
    const { ready, backend } = await prepare(request);
    trained = ready;
    requireTrainable(ready);
    const { settings } = request;
    const samples = ready.data.training;
    const split = splitSamples({ ...settings, count: samples.count });
    const trainingFeed = createFeed(ready, settings, split.training);
    const learner = createLearner({ ...ready, settings });
    const from = await goOn(request, { ready, learner });
    const checkpointer = await createCheckpointerFor(request, { ready, learner });
    const macroTask = createMacroTask();
    const probe = createHealthProbe({ ...ready, now: deps.now });
    watchHealth(healthRequest, probe);
    try {
      return await train({
        health: probe,
        ...ready,
        learner,
        settings,
        backend,
        split,
        trainingFeed,
        validationFeed: createHostFeed(samples, ready.scaler),
        control: runControl,
        checkpointer,
        from,
        macroTask: macroTask.next,
        emit: deps.emit,
        now: deps.now,
      });
    } finally {
      trainingFeed.dispose();
      learner.dispose();
      macroTask.dispose();
    }
  }

  async function runRateTest(request: RequestOf<'test-rates'>, runControl: RunControl): Promise<readonly RangePoint[]> {
    const { ready, backend } = await prepare(request);
    requireTrainable(ready);
    const { settings, limits } = request;
    const { training } = splitSamples({ ...settings, count: ready.data.training.count });
    const feed = createFeed(ready, settings, training);
    const macroTask = createMacroTask();
    deps.emit({ kind: 'phase', phase: 'training', backend });
    try {
      return await testRates({
        ...ready,
        settings,
        limits,
        samples: training,
        feed,
        control: runControl,
        macroTask: macroTask.next,
        emit: deps.emit,
      });
    } finally {
      feed.dispose();
      macroTask.dispose();
      ready.model.dispose();
    }
  }

  /** Puts the last state of the run back; null: it starts. */
  async function goOn(request: TrainRequest, { ready, learner }: Learning): Promise<RunMemory | null> {
    const { checkpoints: order } = request;
    if (order?.resume !== true) return null;
    const checkpoint = (await deps.checkpoints?.storage.last(order.run)) ?? null;
    if (checkpoint === null) throw new WorkerFailure('training/no-checkpoint', order.run);
    restoreRun(checkpoint, { ...ready, learner });
    const { losses, scores, times, epochs } = checkpoint.memory;
    deps.emit({ kind: 'resumed', losses, scores, times, epochs });
    return checkpoint.memory;
  }

  async function createCheckpointerFor(
    request: TrainRequest,
    { ready, learner }: Learning,
  ): Promise<Checkpointer | null> {
    const { checkpoints: place } = deps;
    const { checkpoints: order } = request;
    if (place === undefined || order === undefined) return null;
    const bytes = bytesOfTensors([...(await readWeights(ready.plan, ready.model)), ...(await learner.state()).tensors]);
    return createCheckpointer({ ...place, order, emit: deps.emit, now: deps.now }, bytes);
  }

  async function probabilitiesOf(input: () => tf.Tensor): Promise<readonly Prediction[]> {
    const { objective } = requireTrained();
    const output = tf.tidy(() => {
      return objective.probabilities(objective.outputs(input(), { training: false }));
    });
    const values = await output.data();
    const [count = 0] = output.shape;
    const classes = output.size / count;
    output.dispose();
    return Array.from({ length: count }, (_, row) => prediction(values.subarray(row * classes, (row + 1) * classes)));
  }

  return {
    loadDataset: load,
    train: async (request) => {
      plan = request.plan;
      watchHealth(request.health ?? healthRequest);
      const runControl = createRunControl();
      control = runControl;
      try {
        return await runTraining(request, runControl);
      } finally {
        control = null;
        deps.emit({ kind: 'phase', phase: 'idle', backend: null });
      }
    },
    testRates: async (request) => {
      plan = request.plan;
      const runControl = createRunControl();
      control = runControl;
      try {
        return { points: await runRateTest(request, runControl) };
      } finally {
        control = null;
        deps.emit({ kind: 'phase', phase: 'idle', backend: null });
      }
    },
    get control() {
      return control;
    },
    get plan() {
      return plan;
    },
    evaluate: async () => {
      const ready = requireTrained();
      deps.emit({ kind: 'phase', phase: 'evaluating', backend: null });
      const { test } = ready.data;
      const runControl = createRunControl();
      control = runControl;
      const macroTask = createMacroTask();
      try {
        const evaluation = await evaluateSamples({
          objective: ready.objective,
          feed: createHostFeed(test, ready.scaler),
          samples: Uint32Array.from({ length: test.count }, (_, index) => index),
          keepsOutputs: true,
          between: async (done) => {
            deps.emit({ kind: 'evaluate-progress', done, total: test.count });
            await macroTask.next();
            return !runControl.stopped;
          },
        });
        return evaluation && testReport(evaluation, learnedColumn(test, ready.objective), ready);
      } finally {
        control = null;
        macroTask.dispose();
        deps.emit({ kind: 'phase', phase: 'idle', backend: null });
      }
    },
    predictSamples: (indices) => {
      const ready = requireTrained();
      const feed = createHostFeed(ready.data.test, ready.scaler);
      return probabilitiesOf(() => feed.batch(Uint32Array.from(indices)).inputs);
    },
    predictImage: async (values) => {
      const { plan: trainedPlan, scaler } = requireTrained();
      const { inputShape } = trainedPlan;
      if (values.length !== elementCount(inputShape)) {
        const detail = `${values.length} values given, the network takes ${formatShape(inputShape)}`;
        throw new WorkerFailure('training/shape-mismatch', detail);
      }
      const [first] = await probabilitiesOf(() => tf.tensor(scaler.unit(values.slice()), [1, ...inputShape]));
      if (first === undefined) throw new WorkerFailure('training/internal', 'no prediction');
      return first;
    },
    samples: (indices) => {
      if (data === null) throw new WorkerFailure('training/no-model', 'no data set is loaded');
      const { test } = data;
      const labels = classColumn(test);
      return indices.map((index) => ({
        index,
        values: test.read([index]),
        label: labels[index] ?? 0,
        target: targetRow(test, index),
      }));
    },
    weights: () => {
      const { plan: trainedPlan, model } = requireTrained();
      return readWeights(trainedPlan, model);
    },
    watchHealth: (request) => watchHealth(request),
    dispose: forget,
  };
}

/** What the network learns from: changed at random where the settings say so. */
function createFeed({ data, scaler }: Trained, settings: TrainingSettings, kept: Uint32Array): Feed {
  const samples = data.training;
  const { isOn, ...asked } = settings.augmentation;
  // A place that is to be learned moves with the picture, but nobody tells which values are places.
  const isMovable = learnedTargets(data.dataset, settings).every(({ kind }) => kind !== 'values');
  const effects = isMovable ? asked : withoutGeometry(asked);
  if (!isOn || !hasEffect(effects)) return createTrainingFeed(samples, kept, scaler);
  return createAugmentedFeed(samples, { effects, seed: settings.seed, scaler, augmenter: createAugmenter() });
}

/** The target of the first output; null where that is the network's own input. */
function learnedColumn({ targets }: Samples, { heads: [first] }: Objective): TargetColumn | null {
  return first === undefined || first.target === 'input' ? null : (targets[first.target] ?? null);
}

/** Of labels and numbers; empty for classes. */
function targetRow({ targets: [first] }: Samples, index: number): readonly number[] {
  if (first === undefined || first.kind === 'classes') return [];
  return [...first.values.subarray(index * first.width, (index + 1) * first.width)];
}

function classColumn({ targets: [first] }: Samples): Uint16Array {
  return first?.kind === 'classes' ? first.classes : new Uint16Array();
}

function prediction(probabilities: ArrayLike<number>): Prediction {
  const values = Array.from(probabilities);
  return { probabilities: values, label: values.indexOf(Math.max(...values)) };
}

/** The page checks this as well; a mismatch here would train on nonsense. */
function requireMatch(plan: ModelPlan, dataset: Dataset): void {
  if (!sameShape(plan.inputShape, dataset.inputShape)) {
    const detail = `the network takes ${formatShape(plan.inputShape)}, ${dataset.title} has ${formatShape(dataset.inputShape)}`;
    throw new WorkerFailure('training/shape-mismatch', detail, nodeOf(plan, plan.inputs[0]));
  }
}

function requireTrainable({ model }: Trained): void {
  if (model.trainableWeights.length > 0) return;
  throw new WorkerFailure('training/build-failed', 'the network has no weights that could be trained');
}

function nodeOf(plan: ModelPlan, name: string | undefined): string | null {
  return plan.layers.find((layer) => layer.name === name)?.node ?? null;
}
