import type { Dataset } from '@/lib/datasets/dataset';
import type { ModelPlan } from '@/lib/compile/plan';
import type { HealthRequest } from '@/lib/training/health';
import type {
  Prediction,
  ReplyOf,
  RequestOf,
  Sample,
  TestReport,
  TrainOutcome,
  TrainRequest,
} from '@/lib/training/protocol';
import { predictImage, predictSamples, testModel } from '@/lib/training/worker/ask-model';
import { readWeights } from '@/lib/training/worker/build-model';
import { WorkerFailure } from '@/lib/training/worker/failure';
import type { CheckpointPlace } from '@/lib/training/worker/checkpointer';
import type { HealthProbe } from '@/lib/training/worker/health/health-probe';
import { createHeldData, type HeldDataDependencies } from '@/lib/training/worker/held-data';
import type { LoadedDataset } from '@/lib/training/worker/load-dataset';
import { prepareRun } from '@/lib/training/worker/prepare-run';
import { createRunControl, type RunControl } from '@/lib/training/worker/run-control';
import { runRateTest, runTraining } from '@/lib/training/worker/run-training';
import { storedSamples } from '@/lib/training/worker/stored-samples';
import type { Trained } from '@/lib/training/worker/trained';

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

export interface SessionDependencies extends HeldDataDependencies {
  readonly now: () => number;
  /** Called whenever the backend in use may have changed. */
  readonly onBackend: () => void;
  /** Without it no checkpoints are written. */
  readonly checkpoints?: CheckpointPlace;
}

/** What the worker holds between calls, and the calls that use it; one of those that take long goes on at a time. */
export function createSession(deps: SessionDependencies): Session {
  const { emit } = deps;
  const held = createHeldData(deps);
  let plan: ModelPlan | null = null;
  let control: RunControl | null = null;
  let health: HealthProbe | null = null;
  let healthRequest: HealthRequest = { level: 'gradients', activations: [] };

  function watchHealth(request: HealthRequest, probe = health): void {
    [health, healthRequest] = [probe, request];
    probe?.ask(request);
  }

  function requireTrained(): Trained {
    if (held.trained === null) throw new WorkerFailure('training/no-model', 'nothing has been trained yet');
    return held.trained;
  }

  /** Work that a person may stop; the page is told when it is over. */
  async function controlled<T>(work: (control: RunControl) => Promise<T>): Promise<T> {
    const own = createRunControl();
    control = own;
    try {
      return await work(own);
    } finally {
      control = null;
      emit({ kind: 'phase', phase: 'idle', backend: null });
    }
  }

  return {
    loadDataset: held.load,
    train: (request) => {
      plan = request.plan;
      watchHealth(request.health ?? healthRequest);
      return controlled(async (own) => {
        const prepared = await prepareRun(request, { ...deps, held });
        held.hold(prepared.ready);
        const onProbe = (probe: HealthProbe): void => watchHealth(healthRequest, probe);
        return runTraining(request, prepared, { ...deps, control: own, onProbe });
      });
    },
    testRates: (request) => {
      plan = request.plan;
      return controlled(async (own) => {
        const prepared = await prepareRun(request, { ...deps, held });
        return runRateTest(request, prepared, { ...deps, control: own });
      });
    },
    get control() {
      return control;
    },
    get plan() {
      return plan;
    },
    evaluate: async () => {
      const ready = requireTrained();
      emit({ kind: 'phase', phase: 'evaluating', backend: null });
      return controlled((own) => testModel(ready, { control: own, emit }));
    },
    predictSamples: async (indices) => predictSamples(requireTrained(), indices),
    predictImage: async (values) => predictImage(requireTrained(), values),
    samples: (indices) => {
      if (held.data === null) throw new WorkerFailure('training/no-model', 'no data set is loaded');
      return storedSamples(held.data.test, indices);
    },
    weights: () => {
      const { plan: trainedPlan, model } = requireTrained();
      return readWeights(trainedPlan, model);
    },
    watchHealth: (request) => watchHealth(request),
    dispose: held.forget,
  };
}
