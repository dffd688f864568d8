import type * as tf from '@tensorflow/tfjs';
import type { ModelPlan } from '@/lib/compile/plan';
import { WorkerFailure } from '@/lib/training/worker/failure';
import type { Learner } from '@/lib/training/worker/learner';
import type { LoadedDataset } from '@/lib/training/worker/load-dataset';
import type { Objective } from '@/lib/training/worker/objective';
import type { Scaler } from '@/lib/training/worker/scaler';

/** The model of the last run, and the data it was trained on. */
export interface Trained {
  readonly plan: ModelPlan;
  readonly model: tf.LayersModel;
  readonly objective: Objective;
  readonly data: LoadedDataset;
  readonly scaler: Scaler;
}

export interface Learning {
  readonly ready: Trained;
  readonly learner: Learner;
}

export function requireTrainable({ model }: Trained): void {
  if (model.trainableWeights.length > 0) return;
  throw new WorkerFailure('training/build-failed', 'the network has no weights that could be trained');
}
