import type * as tf from '@tensorflow/tfjs';
import type { ModelPlan } from '@/lib/compile/plan';
import type { Checkpoint } from '@/lib/training/checkpoints/checkpoint';
import { writeWeights } from '@/lib/training/worker/build-model';
import { restoreLayerSteps } from '@/lib/training/worker/layer-steps';
import type { Learner, LearnerState } from '@/lib/training/worker/learner';

/** Puts model and learner, just built, into the state that the checkpoint was taken in. */
export function restoreRun(
  { weights, memory }: Checkpoint,
  run: { readonly plan: ModelPlan; readonly model: tf.LayersModel; readonly learner: Learner },
): void {
  writeWeights(run.plan, run.model, weights);
  restoreLayerSteps(run.model, memory.layerSteps);
  // It was the learner of the same settings that gave it.
  run.learner.restore(memory.learner as LearnerState);
}
