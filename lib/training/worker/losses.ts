import * as tf from '@tensorflow/tfjs';
import type { LossName } from '@/lib/core/learning';

/** Keeps logarithms finite: below this a probability counts as this. The same on every backend. */
const SMALLEST = 1e-7;

/** What the network's last layer makes of its input, when that is computed together with the loss instead. */
export type Ending = 'softmax' | 'sigmoid' | 'none';

/** What a target says of a sample: one of several classes, labels that hold or not, or numbers. */
export type TargetKind = 'classes' | 'labels' | 'values';

export interface LossInput {
  readonly ending: Ending;
  /** Of the layer before the ending, where there is one; batch × … × values. */
  readonly output: tf.Tensor;
  /** Of the same shape. */
  readonly target: tf.Tensor;
  readonly kind: TargetKind;
  readonly labelSmoothing: number;
  readonly huberDelta: number;
}

/** One number per value or per sample, the samples along the first axis: the loss is their mean. */
type Loss = (input: LossInput) => tf.Tensor;

export function activated({ ending, output }: Pick<LossInput, 'ending' | 'output'>): tf.Tensor {
  if (ending === 'softmax') return tf.softmax(output);
  return ending === 'sigmoid' ? tf.sigmoid(output) : output;
}

/** Some of every class's share goes to all of them alike (Szegedy et al. 2016, §7). */
function smoothed({ target, labelSmoothing }: LossInput, share: number): tf.Tensor {
  return labelSmoothing === 0 ? target : tf.add(tf.mul(target, 1 - labelSmoothing), labelSmoothing * share);
}

/**
 * −Σ t · log p. From logits where there is a softmax: exact for any logits. Otherwise as Keras does it: outputs are
 * divided by their sum and kept away from zero. Sparse targets are the same vectors here, made of class numbers.
 */
const categoricalCrossEntropy: Loss = (input) => {
  const { ending, output, target } = input;
  const truth = smoothed(input, 1 / (target.shape.at(-1) ?? 1));
  if (ending === 'softmax') return tf.losses.softmaxCrossEntropy(truth, output, undefined, 0, tf.Reduction.NONE);
  const outputs = activated(input);
  const shares = tf.div(outputs, tf.sum(outputs, -1, true));
  const logs = tf.log(tf.clipByValue(shares, SMALLEST, 1));
  return tf.neg(tf.sum(tf.mul(truth, logs), -1));
};

/** Every class on its own: −(t · log p + (1 − t) · log(1 − p)). Smoothing is between two answers, as in Keras. */
const binaryCrossEntropy: Loss = (input) => {
  const { ending, output } = input;
  const truth = smoothed(input, 1 / 2);
  if (ending === 'sigmoid') return tf.losses.sigmoidCrossEntropy(truth, output, undefined, 0, tf.Reduction.NONE);
  const p = activated(input);
  const logP = ending === 'softmax' ? tf.logSoftmax(output) : tf.log(tf.clipByValue(p, SMALLEST, 1));
  const logRest = tf.log(tf.clipByValue(tf.sub(1, p), SMALLEST, 1));
  return tf.neg(tf.add(tf.mul(truth, logP), tf.mul(tf.sub(1, truth), logRest)));
};

const meanSquaredError: Loss = (input) => tf.squaredDifference(activated(input), input.target);

/** |x| as x · sign x: the gradient of tfjs's own is −1 at 0, where this has 0. */
const meanAbsoluteError: Loss = (input) => {
  const error = tf.sub(activated(input), input.target);
  return tf.mul(error, tf.sign(error));
};

/**
 * ½ e² up to δ, δ (|e| − ½ δ) beyond (Huber 1964), as PyTorch's HuberLoss and Keras's. With c = e cut off at ±δ both are
 * c (e − ½ c), whose gradient is c.
 */
const huber: Loss = (input) => {
  const error = tf.sub(activated(input), input.target);
  const cut = tf.clipByValue(error, -input.huberDelta, input.huberDelta);
  return tf.mul(cut, tf.sub(error, tf.mul(cut, 0.5)));
};

/**
 * Classes: max(0, 1 + the largest wrong output − the right one), as Keras's CategoricalHinge (Weston & Watkins 1999 sum over
 * the wrong ones). Otherwise max(0, 1 − y · output) for every label, y = ±1 (Rosasco et al. 2004), as Keras's Hinge.
 */
const hinge: Loss = (input) => {
  const outputs = activated(input);
  const { target, kind } = input;
  if (kind !== 'classes') return tf.relu(tf.sub(1, tf.mul(tf.sub(tf.mul(target, 2), 1), outputs)));
  const right = tf.sum(tf.mul(target, outputs), -1);
  const wrong = tf.max(tf.mul(tf.sub(1, target), outputs), -1);
  return tf.relu(tf.add(tf.sub(wrong, right), 1));
};

export const LOSS = {
  'categorical-cross-entropy': categoricalCrossEntropy,
  'sparse-categorical-cross-entropy': categoricalCrossEntropy,
  'binary-cross-entropy': binaryCrossEntropy,
  'mean-squared-error': meanSquaredError,
  'mean-absolute-error': meanAbsoluteError,
  huber,
  hinge,
} satisfies Record<LossName, Loss>;
