import * as tf from '@tensorflow/tfjs';
import type { JsonObject } from '@/lib/core/json';
import type { LossName } from '@/lib/core/learning';
import type { TrainingSettings } from '@/lib/document/training-settings';
import type { ModelPlan } from '@/lib/compile/plan';
import type { BackendName, BackendReport } from '@/lib/training/protocol';
import { deviceMemory, switchBackend } from '@/lib/training/worker/backend';
import { buildModel } from '@/lib/training/worker/build-model';
import { WorkerFailure } from '@/lib/training/worker/failure';
import { whyItCannotFit } from '@/lib/training/worker/fit';
import { createObjective, type ObjectiveHead } from '@/lib/training/worker/objective';
import { createLearner } from '@/lib/training/worker/learner';
import { candidates, probeBackends } from '@/lib/training/worker/probe';

/** The first step compiles shaders and packs kernels: it is not timed. */
const TIMED_STEPS = 3;
const MOST_TIMED_MS = 1500;

export interface Calibration {
  readonly backends: readonly BackendReport[];
  readonly chosen: BackendName;
}

export interface CalibrationRequest {
  readonly plan: ModelPlan;
  readonly model: JsonObject;
  readonly settings: TrainingSettings;
  readonly baseUrl: string;
}

/** Fails with the figures when a training step of this plan cannot fit the backend in use. */
export function requireFit(plan: ModelPlan, batchSize: number, backend: BackendName): void {
  const reason = whyItCannotFit({ plan, batchSize, backend, device: deviceMemory() });
  if (reason !== null) throw new WorkerFailure('training/cannot-fit', reason);
}

/** Times real training steps of this very network on every backend worth it, and picks the fastest. */
export async function calibrate(request: CalibrationRequest): Promise<Calibration> {
  const reports = await probeBackends();
  const measured = new Map<BackendName, number | WorkerFailure>();
  for (const name of candidates(reports)) measured.set(name, await timeBackend(name, request));
  const backends = reports.map((report) => withResult(report, measured.get(report.name)));
  const times = [...measured].filter((entry): entry is [BackendName, number] => typeof entry[1] === 'number');
  const fastest = times.sort((a, b) => a[1] - b[1])[0];
  if (fastest === undefined) throw firstFailure(measured);
  return { backends, chosen: fastest[0] };
}

function withResult(report: BackendReport, result: number | WorkerFailure | undefined): BackendReport {
  if (result === undefined) return report;
  if (typeof result === 'number') return { ...report, msPerBatch: result };
  return { ...report, available: false, detail: result.failure.detail };
}

function firstFailure(measured: ReadonlyMap<BackendName, number | WorkerFailure>): WorkerFailure {
  const failures = [...measured.values()].filter((result) => result instanceof WorkerFailure);
  // Wasm comes last and says best what is wrong with the network itself.
  return failures.at(-1) ?? new WorkerFailure('training/no-backend', 'no backend to try');
}

async function timeBackend(name: BackendName, request: CalibrationRequest): Promise<number | WorkerFailure> {
  try {
    await switchBackend(name, request.baseUrl);
    requireFit(request.plan, request.settings.batchSize, name);
    return await timeSteps(request);
  } catch (error) {
    if (error instanceof WorkerFailure) return error;
    return new WorkerFailure('training/no-backend', `${name}: ${String(error)}`);
  }
}

async function timeSteps({ plan, model: json, settings }: CalibrationRequest): Promise<number> {
  const model = await buildModel(plan, json);
  const size = settings.batchSize;
  const images = tf.randomUniform([size, ...plan.inputShape], 0, 1, 'float32', 1);
  const targets = model.outputs.map(({ shape }, index) =>
    tf.randomUniform([size, ...shape.slice(1).map((side) => side ?? 1)], 0, 1, 'float32', index + 2),
  );
  const objective = createObjective(model, headsFor(model, settings.loss), settings.lossOptions);
  const learner = createLearner({ model, objective, settings });
  const step = async (): Promise<void> => {
    const { loss, score } = learner.step(
      { inputs: images, targets: targets as tf.Tensor2D[] },
      { epoch: 0, batch: 0, batches: 1 },
    );
    await loss.data();
    tf.dispose([loss, score]);
  };
  try {
    await step();
    return await msPerStep(step);
  } finally {
    tf.dispose([images, ...targets]);
    learner.dispose();
    model.dispose();
  }
}

/** What the targets mean does not change how long a step takes. */
function headsFor(model: tf.LayersModel, loss: LossName): readonly ObjectiveHead[] {
  return model.outputs.map((_, target) => ({ target, kind: 'classes', loss, weight: 1, classWeights: null }));
}

/** The fastest of a few steps: anything else the machine does only ever adds time. */
async function msPerStep(step: () => Promise<void>): Promise<number> {
  const started = performance.now();
  let best = Number.POSITIVE_INFINITY;
  for (let count = 0; count < TIMED_STEPS && performance.now() - started < MOST_TIMED_MS; count += 1) {
    const stepStarted = performance.now();
    await step();
    best = Math.min(best, performance.now() - stepStarted);
  }
  return best;
}
