import type { OptimizerName, TrainingSettings } from '@/lib/document/training-settings';
import type { RunProblem } from '@/lib/state/run-state';
import type { TrainOutcome } from '@/lib/training/protocol';

/**
 * Rates that train most small networks: Adam's, Adamax's, RMSProp's and Adadelta's as their papers give them, Adagrad's as
 * PyTorch's default, Lion's a tenth of Adam's, as its paper advises (3 to 10 times less).
 */
const CUSTOMARY_RATE: Readonly<Record<OptimizerName, number>> = {
  sgd: 0.01,
  momentum: 0.01,
  nesterov: 0.01,
  rmsprop: 0.001,
  adagrad: 0.01,
  adadelta: 1,
  adam: 0.001,
  adamw: 0.001,
  adamax: 0.002,
  lion: 0.0001,
};

/** A tenth of the rate that diverged, or the optimizer's customary one where that is smaller still; one digit. */
export function gentlerLearningRate(settings: TrainingSettings): number {
  const { learningRate, name } = settings.optimizer;
  return Number(Math.min(learningRate / 10, CUSTOMARY_RATE[name]).toPrecision(1));
}

export function divergenceProblem(outcome: TrainOutcome, settings: TrainingSettings): RunProblem | null {
  if (outcome.ended !== 'diverged') return null;
  const divergence = outcome.divergence ?? { node: null, reason: 'non-finite', batch: outcome.batches };
  return {
    kind: 'diverged',
    outcome: divergence,
    learningRate: settings.optimizer.learningRate,
    suggestion: gentlerLearningRate(settings),
  };
}
