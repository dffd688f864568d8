import type { ReplyOf, RequestOf, TrainOutcome, TrainRequest, WorkerEvent } from '@/lib/training/protocol';
import { bytesOfTensors, type RunMemory } from '@/lib/training/checkpoints/checkpoint';
import { readWeights } from '@/lib/training/worker/build-model';
import { createCheckpointer, type Checkpointer, type CheckpointPlace } from '@/lib/training/worker/checkpointer';
import { WorkerFailure } from '@/lib/training/worker/failure';
import { createHostFeed } from '@/lib/training/worker/feed';
import { createHealthProbe, type HealthProbe } from '@/lib/training/worker/health/health-probe';
import { createLearner } from '@/lib/training/worker/learner';
import { createLearningFeed } from '@/lib/training/worker/learning-feed';
import { createMacroTask } from '@/lib/training/worker/macro-task';
import type { PreparedRun } from '@/lib/training/worker/prepare-run';
import { restoreRun } from '@/lib/training/worker/restore-run';
import type { RunControl } from '@/lib/training/worker/run-control';
import { splitSamples } from '@/lib/training/worker/sample-order';
import { testRates } from '@/lib/training/worker/test-rates';
import { train } from '@/lib/training/worker/train';
import { requireTrainable, type Learning } from '@/lib/training/worker/trained';

export interface TrainingDependencies {
  readonly emit: (event: WorkerEvent) => void;
  readonly now: () => number;
  readonly control: RunControl;
  /** Without it no checkpoints are written. */
  readonly checkpoints?: CheckpointPlace | undefined;
}

/** Trains what was prepared, from its start or from its last checkpoint. */
export async function runTraining(
  request: TrainRequest,
  { ready, backend }: PreparedRun,
  deps: TrainingDependencies & { readonly onProbe: (probe: HealthProbe) => void },
): Promise<TrainOutcome> {
  requireTrainable(ready);
  const { settings } = request;
  const samples = ready.data.training;
  const split = splitSamples({ ...settings, count: samples.count });
  const trainingFeed = createLearningFeed(ready, settings, split.training);
  const learner = createLearner({ ...ready, settings });
  const from = await goOn(request, { ready, learner }, deps);
  const checkpointer = await createCheckpointerFor(request, { ready, learner }, deps);
  const macroTask = createMacroTask();
  const probe = createHealthProbe({ ...ready, now: deps.now });
  deps.onProbe(probe);
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
      control: deps.control,
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

/** The network prepared is gone afterwards. */
export async function runRateTest(
  request: RequestOf<'test-rates'>,
  { ready, backend }: PreparedRun,
  { emit, control }: TrainingDependencies,
): Promise<ReplyOf<'test-rates'>> {
  requireTrainable(ready);
  const { settings, limits } = request;
  const { training } = splitSamples({ ...settings, count: ready.data.training.count });
  const feed = createLearningFeed(ready, settings, training);
  const macroTask = createMacroTask();
  emit({ kind: 'phase', phase: 'training', backend });
  try {
    const points = await testRates({
      ...ready,
      settings,
      limits,
      samples: training,
      feed,
      control,
      macroTask: macroTask.next,
      emit,
    });
    return { points };
  } finally {
    feed.dispose();
    macroTask.dispose();
    ready.model.dispose();
  }
}

/** Puts the last state of the run back; null: it starts. */
async function goOn(
  { checkpoints: order }: TrainRequest,
  { ready, learner }: Learning,
  deps: TrainingDependencies,
): Promise<RunMemory | null> {
  if (order?.resume !== true) return null;
  const checkpoint = (await deps.checkpoints?.storage.last(order.run)) ?? null;
  if (checkpoint === null) throw new WorkerFailure('training/no-checkpoint', order.run);
  restoreRun(checkpoint, { ...ready, learner });
  const { losses, scores, times, epochs } = checkpoint.memory;
  deps.emit({ kind: 'resumed', losses, scores, times, epochs });
  return checkpoint.memory;
}

async function createCheckpointerFor(
  { checkpoints: order }: TrainRequest,
  { ready, learner }: Learning,
  { checkpoints: place, emit, now }: TrainingDependencies,
): Promise<Checkpointer | null> {
  if (place === undefined || order === undefined) return null;
  const bytes = bytesOfTensors([...(await readWeights(ready.plan, ready.model)), ...(await learner.state()).tensors]);
  return createCheckpointer({ ...place, order, emit, now }, bytes);
}
