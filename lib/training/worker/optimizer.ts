import * as tf from '@tensorflow/tfjs';
import { AdamOptimizer } from '@/lib/training/worker/adam/adam-optimizer';
import type { OptimizerName, OptimizerSettings } from '@/lib/document/training-settings';

/** Epsilon is always given: tfjs's default differs between backends (1e-4 on WebGL, 1e-7 elsewhere). */
const CREATE = {
  sgd: ({ learningRate }) => tf.train.sgd(learningRate),
  momentum: ({ learningRate, momentum }) => tf.train.momentum(learningRate, momentum),
  rmsprop: ({ learningRate, decay, epsilon }) => tf.train.rmsprop(learningRate, decay, 0, epsilon),
  adam: (settings) => new AdamOptimizer(settings),
} satisfies Record<OptimizerName, (settings: OptimizerSettings) => tf.Optimizer>;

export function createOptimizer(settings: OptimizerSettings): tf.Optimizer {
  return CREATE[settings.name](settings);
}
