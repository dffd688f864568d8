import * as tf from '@tensorflow/tfjs';
import type { LossName } from '@/lib/document/training-settings';

/** Keeps logarithms finite: below this a probability counts as this. The same on every backend. */
const SMALLEST = 1e-7;

/** What the network's last layer makes of its input, when that is computed together with the loss instead. */
type Head = 'softmax' | 'sigmoid' | 'none';

/** What a score says: the share of samples, or of single labels, that are right, or how far the values are off. */
export type ScoreKind = 'accuracy' | 'label-accuracy' | 'mean-absolute-error';

/** What is minimized, what is counted, and how outputs become probabilities. Targets are those of the data set. */
export interface Objective {
  /** The model up to what the loss takes: without its softmax or sigmoid, if it ends in one. Shares the layers. */
  readonly trunk: tf.LayersModel;
  readonly scoreKind: ScoreKind;
  /** The mean loss over a batch, from the trunk's output. */
  loss(output: tf.Tensor2D, targets: readonly tf.Tensor2D[]): tf.Scalar;
  /** The mean score over a batch. */
  score(output: tf.Tensor2D, targets: readonly tf.Tensor2D[]): tf.Scalar;
  probabilities(output: tf.Tensor2D): tf.Tensor2D;
}

function headOf(layer: tf.layers.Layer | undefined): Head {
  const kind = layer?.getClassName();
  if (kind === 'Softmax') return 'softmax';
  const activation = kind === 'Activation' ? layer?.getConfig()['activation'] : undefined;
  return activation === 'softmax' || activation === 'sigmoid' ? activation : 'none';
}

function probabilitiesOf(head: Head, output: tf.Tensor2D): tf.Tensor2D {
  if (head === 'softmax') return tf.softmax(output);
  return head === 'sigmoid' ? tf.sigmoid(output) : output;
}

/**
 * −Σ target · log p. From logits where there is a softmax: exact for any logits. Otherwise as Keras does it: outputs are
 * divided by their sum and kept away from zero.
 */
function categoricalCrossEntropy(head: Head, output: tf.Tensor2D, targets: tf.Tensor2D): tf.Scalar {
  if (head === 'softmax') return tf.losses.softmaxCrossEntropy(targets, output);
  const outputs = probabilitiesOf(head, output);
  const shares = tf.div(outputs, tf.sum(outputs, 1, true));
  const logs = tf.log(tf.clipByValue(shares, SMALLEST, 1));
  return tf.neg(tf.mean(tf.sum(tf.mul(targets, logs), 1)));
}

/** Every class on its own: −(t · log p + (1 − t) · log(1 − p)), the mean over classes and batch. */
function binaryCrossEntropy(head: Head, output: tf.Tensor2D, targets: tf.Tensor2D): tf.Scalar {
  if (head === 'sigmoid') return tf.losses.sigmoidCrossEntropy(targets, output);
  const p = probabilitiesOf(head, output);
  const logP = head === 'softmax' ? tf.logSoftmax(output) : tf.log(tf.clipByValue(p, SMALLEST, 1));
  const logRest = tf.log(tf.clipByValue(tf.sub(1, p), SMALLEST, 1));
  return tf.neg(tf.mean(tf.add(tf.mul(targets, logP), tf.mul(tf.sub(1, targets), logRest))));
}

function meanSquaredError(head: Head, output: tf.Tensor2D, targets: tf.Tensor2D): tf.Scalar {
  return tf.mean(tf.squaredDifference(probabilitiesOf(head, output), targets));
}

const LOSS = {
  'categorical-cross-entropy': categoricalCrossEntropy,
  'mean-squared-error': meanSquaredError,
  'binary-cross-entropy': binaryCrossEntropy,
} satisfies Record<LossName, (head: Head, output: tf.Tensor2D, targets: tf.Tensor2D) => tf.Scalar>;

/** For a model with one input and one output of rank 1 per sample, which learns the first target. */
export function createObjective(model: tf.LayersModel, lossName: LossName): Objective {
  const last = model.getLayer(model.outputNames[0] ?? '');
  const head = headOf(last);
  const trunk = head === 'none' ? model : tf.model({ inputs: model.inputs, outputs: last.input as tf.SymbolicTensor });
  return {
    trunk,
    scoreKind: 'accuracy',
    loss: (output, targets) => tf.tidy(() => LOSS[lossName](head, output, firstOf(targets))),
    score: (output, targets) => tf.tidy(() => shareOfRight(output, firstOf(targets))),
    probabilities: (output) => tf.tidy(() => tf.clone(probabilitiesOf(head, output))),
  };
}

function firstOf(targets: readonly tf.Tensor2D[]): tf.Tensor2D {
  const [first] = targets;
  if (first === undefined) throw new Error('The data set has no target.');
  return first;
}

function shareOfRight(output: tf.Tensor2D, target: tf.Tensor2D): tf.Scalar {
  return tf.mean(tf.cast(tf.equal(tf.argMax(output, 1), tf.argMax(target, 1)), 'float32'));
}
