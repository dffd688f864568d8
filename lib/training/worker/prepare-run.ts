import type * as tf from '@tensorflow/tfjs';
import { formatShape, sameShape } from '@/lib/core/tensor-type';
import type { Dataset } from '@/lib/datasets/dataset';
import type { ModelPlan } from '@/lib/compile/plan';
import type { BackendName, TrainRequest, WorkerEvent } from '@/lib/training/protocol';
import { switchBackend } from '@/lib/training/worker/backend';
import { buildModel, writeStartWeights } from '@/lib/training/worker/build-model';
import { calibrate, requireFit } from '@/lib/training/worker/calibrate';
import { WorkerFailure } from '@/lib/training/worker/failure';
import type { HeldData } from '@/lib/training/worker/held-data';
import type { LoadedDataset } from '@/lib/training/worker/load-dataset';
import { objectiveOf } from '@/lib/training/worker/objective-of';
import { splitSamples } from '@/lib/training/worker/sample-order';
import { createScaler, measureStatistics } from '@/lib/training/worker/scaler';
import type { Trained } from '@/lib/training/worker/trained';

export interface PreparedRun {
  readonly ready: Trained;
  readonly backend: BackendName;
}

export interface PrepareDependencies {
  readonly held: HeldData;
  readonly emit: (event: WorkerEvent) => void;
  /** Called whenever the backend in use may have changed. */
  readonly onBackend: () => void;
}

/** Everything from the request to a built model on the chosen backend; the model before is let go. */
export async function prepareRun(request: TrainRequest, deps: PrepareDependencies): Promise<PreparedRun> {
  const { held, emit } = deps;
  requireMatch(request.plan, request.dataset);
  emit({ kind: 'phase', phase: 'loading-data', backend: request.backend });
  const loaded = await held.load(request.dataset, request.baseUrl);
  held.forget();
  const backend = await chooseBackend(request, emit);
  await switchBackend(backend, request.baseUrl);
  deps.onBackend();
  requireFit(request.plan, request.settings.batchSize, backend);
  emit({ kind: 'phase', phase: 'building', backend });
  const model = await buildModel(request.plan, request.model);
  try {
    return { ready: makeReady(request, { model, loaded }), backend };
  } catch (error) {
    model.dispose();
    throw error;
  }
}

interface Built {
  readonly model: tf.LayersModel;
  readonly loaded: LoadedDataset;
}

/** The model with what it starts from, and how it learns from the data. */
function makeReady({ plan, settings, dataset, startWeights }: TrainRequest, { model, loaded }: Built): Trained {
  if (startWeights) writeStartWeights(plan, model, startWeights);
  const { training: indices } = splitSamples({ ...settings, count: loaded.training.count });
  const trained = { targets: loaded.training.targets, indices };
  const objective = objectiveOf({ plan, model }, { settings, data: dataset, trained });
  const scaler = createScaler(settings.normalization, () => dataset.statistics ?? measureStatistics(loaded.training));
  return { plan, model, objective, data: loaded, scaler };
}

async function chooseBackend(request: TrainRequest, emit: PrepareDependencies['emit']): Promise<BackendName> {
  if (request.backend !== null) return request.backend;
  emit({ kind: 'phase', phase: 'calibrating', backend: null });
  return (await calibrate(request)).chosen;
}

/** The page checks this as well; a mismatch here would train on nonsense. */
function requireMatch(plan: ModelPlan, dataset: Dataset): void {
  if (!sameShape(plan.inputShape, dataset.inputShape)) {
    const detail = `the network takes ${formatShape(plan.inputShape)}, ${dataset.title} has ${formatShape(dataset.inputShape)}`;
    throw new WorkerFailure('training/shape-mismatch', detail, nodeOf(plan, plan.inputs[0]));
  }
}

function nodeOf(plan: ModelPlan, name: string | undefined): string | null {
  return plan.layers.find((layer) => layer.name === name)?.node ?? null;
}
