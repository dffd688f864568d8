import * as tf from '@tensorflow/tfjs';
import type { Batch } from '@/lib/training/worker/feed';
import type { Objective } from '@/lib/training/worker/objective';

/** Both stay on the backend, and are the caller's to dispose. */
export interface StepResult {
  /** Mean loss of the batch. */
  readonly loss: tf.Scalar;
  /** Mean score of the batch, as `Objective.score` has it. */
  readonly score: tf.Scalar;
}

/** Looks at a step from inside; what it is given is disposed after it has returned. */
export interface StepWatch {
  /** By variable name, before clipping and weight decay. */
  gradients(gradients: Readonly<Record<string, tf.Tensor>>): void;
}

/** Learns from one batch after another: the forward pass, the gradients, and what the optimizer makes of them. */
export interface Learner {
  step(batch: Batch, watch?: StepWatch): StepResult;
  dispose(): void;
}

export function createLearner(options: {
  readonly model: tf.LayersModel;
  readonly objective: Objective;
  readonly optimizer: tf.Optimizer;
}): Learner {
  const { model, objective, optimizer } = options;

  function step(batch: Batch, watch?: StepWatch): StepResult {
    const variables = model.trainableWeights.map((weight) => weight.read() as tf.Variable);
    let score: tf.Scalar | null = null;
    const { value, grads } = tf.variableGrads(() => {
      const output = objective.trunk.apply(batch.inputs, { training: true }) as tf.Tensor2D;
      score = tf.keep(objective.score(output, batch.targets));
      return objective.loss(output, batch.targets);
    }, variables);
    watch?.gradients(grads);
    optimizer.applyGradients(grads);
    tf.dispose(grads);
    if (score === null) throw new Error('The step gave no score.');
    return { loss: value, score };
  }

  return { step, dispose: () => optimizer.dispose() };
}
