import * as tf from '@tensorflow/tfjs';
import type { LossName, LossOptions } from '@/lib/core/learning';
import type { Batch } from '@/lib/training/worker/batch';
import { activated, LOSS, type Ending, type LossInput, type TargetKind } from '@/lib/training/worker/losses';

/** What a score says: the share of samples, or of single labels, that are right, or how far the values are off. */
export type ScoreKind = 'accuracy' | 'label-accuracy' | 'mean-absolute-error';

/** What one output of the network is trained on. */
export interface ObjectiveHead {
  /** Place of its target among those of a batch; 'input': the network's input itself. */
  readonly target: number | 'input';
  readonly kind: TargetKind;
  readonly loss: LossName;
  /** Factor of its loss in the sum. */
  readonly weight: number;
  /** How much a sample of each class counts in training; null: all alike. */
  readonly classWeights: readonly number[] | null;
}

/** The network's outputs, in order. */
export type Outputs = readonly tf.Tensor[];

/** What is minimized, what is counted, and how outputs become probabilities. */
export interface Objective {
  /** The model up to what the losses take: without the softmax or sigmoid that it may end in. Shares the layers. */
  readonly trunk: tf.LayersModel;
  readonly heads: readonly ObjectiveHead[];
  /** Of the first output. */
  readonly scoreKind: ScoreKind;
  /** What the trunk gives for these samples. */
  outputs(inputs: tf.Tensor, options: { readonly training: boolean }): Outputs;
  /** What training minimizes: the mean over a batch, with weights of outputs and of classes. */
  trainingLoss(outputs: Outputs, batch: Batch): tf.Scalar;
  /** The same where all classes count alike, for figures. */
  loss(outputs: Outputs, batch: Batch): tf.Scalar;
  /** The mean score of the first output over a batch. */
  score(outputs: Outputs, batch: Batch): tf.Scalar;
  /** Loss (without its weight) and score of every output: [loss, score, loss, score, …]. */
  figures(outputs: Outputs, batch: Batch): tf.Tensor1D;
  /** Of the first output, as the network itself gives it. */
  probabilities(outputs: Outputs): tf.Tensor;
}

export type ObjectiveOptions = Pick<LossOptions, 'labelSmoothing' | 'huberDelta'>;

/** One head per output of the model, in its order. */
export function createObjective(
  model: tf.LayersModel,
  heads: readonly ObjectiveHead[],
  options: ObjectiveOptions,
): Objective {
  const ends = model.outputNames.map((name) => model.getLayer(name));
  const endings = ends.map(endingOf);
  const trunk = trunkOf(model, ends, endings);

  function input(index: number, outputs: Outputs, batch: Batch): LossInput {
    const { target, kind } = headAt(index);
    const [output, truth] = [outputs[index], target === 'input' ? batch.inputs : batch.targets[target]];
    if (output === undefined || truth === undefined) throw new Error(`Output ${index} has no target.`);
    return { ...options, ending: endings[index] ?? 'none', output, target: truth, kind };
  }

  function headAt(index: number): ObjectiveHead {
    const head = heads[index];
    if (head === undefined) throw new Error(`Nothing is said of output ${index}.`);
    return head;
  }

  function total(outputs: Outputs, batch: Batch, mean: typeof meanOf): tf.Scalar {
    const losses = outputs.map((_, index) => {
      const head = headAt(index);
      const loss = mean(input(index, outputs, batch), head);
      return head.weight === 1 ? loss : tf.mul<tf.Scalar>(loss, head.weight);
    });
    return losses.reduce((sum, loss) => tf.add<tf.Scalar>(sum, loss));
  }

  function scoreOf(index: number, outputs: Outputs, batch: Batch): tf.Scalar {
    const head = headAt(index);
    return SCORE[scoreKindOf(head)](input(index, outputs, batch), head);
  }

  return {
    trunk,
    heads,
    scoreKind: scoreKindOf(headAt(0)),
    outputs: (inputs, how) => [trunk.apply(inputs, { ...how }) as tf.Tensor | tf.Tensor[]].flat(),
    trainingLoss: (outputs, batch) => tf.tidy(() => total(outputs, batch, weightedMeanOf)),
    loss: (outputs, batch) => tf.tidy(() => total(outputs, batch, meanOf)),
    score: (outputs, batch) => tf.tidy(() => scoreOf(0, outputs, batch)),
    figures: (outputs, batch) =>
      tf.tidy(
        () =>
          tf.stack(
            outputs.flatMap((_, index) => [
              meanOf(input(index, outputs, batch), headAt(index)),
              scoreOf(index, outputs, batch),
            ]),
          ) as tf.Tensor1D,
      ),
    probabilities: ([first]) => {
      if (first === undefined) throw new Error('The network has no output.');
      return tf.tidy(() => tf.clone(activated({ ending: endings[0] ?? 'none', output: first })));
    },
  };
}

function endingOf(layer: tf.layers.Layer): Ending {
  const kind = layer.getClassName();
  if (kind === 'Softmax') return 'softmax';
  const activation = kind === 'Activation' ? layer.getConfig()['activation'] : undefined;
  return activation === 'softmax' || activation === 'sigmoid' ? activation : 'none';
}

function trunkOf(model: tf.LayersModel, ends: readonly tf.layers.Layer[], endings: readonly Ending[]): tf.LayersModel {
  if (endings.every((ending) => ending === 'none')) return model;
  const outputs = ends.map((end, index) => {
    const before = endings[index] === 'none' ? model.outputs[index] : end.input;
    return before as tf.SymbolicTensor;
  });
  return tf.model({ inputs: model.inputs, outputs });
}

export function scoreKindOf({ kind }: Pick<ObjectiveHead, 'kind'>): ScoreKind {
  switch (kind) {
    case 'classes':
      return 'accuracy';
    case 'labels':
      return 'label-accuracy';
    case 'values':
      return 'mean-absolute-error';
  }
}

function meanOf(input: LossInput, { loss }: ObjectiveHead): tf.Scalar {
  return mean(LOSS[loss](input));
}

/** Each sample's loss times the weight of its class, over the number of samples, as Keras's class_weight. */
function weightedMeanOf(input: LossInput, head: ObjectiveHead): tf.Scalar {
  const terms = LOSS[head.loss](input);
  if (head.classWeights === null) return mean(terms);
  const weights = tf.sum(tf.mul(input.target, tf.tensor1d([...head.classWeights])), -1);
  return mean(tf.mul(perSample(terms), weights));
}

/** Losses of single values averaged over each sample. */
function perSample(terms: tf.Tensor): tf.Tensor {
  const axes = Array.from({ length: terms.rank - 1 }, (_, axis) => axis + 1);
  return axes.length === 0 ? terms : tf.mean(terms, axes);
}

function mean(terms: tf.Tensor): tf.Scalar {
  return tf.div(tf.sum(terms), terms.size);
}

const SCORE = {
  accuracy: ({ output, target }) => share(tf.equal(tf.argMax(output, -1), tf.argMax(target, -1))),
  'label-accuracy': (input, head) => share(tf.equal(holds(input, head), tf.greater(input.target, 0.5))),
  'mean-absolute-error': (input) => mean(tf.abs(tf.sub(activated(input), input.target))),
} satisfies Record<ScoreKind, (input: LossInput, head: ObjectiveHead) => tf.Scalar>;

/** A label holds where its probability is above a half; hinge, and a logit, put the border at 0. */
function holds(input: LossInput, { loss }: ObjectiveHead): tf.Tensor {
  if (input.ending === 'sigmoid') return tf.greater(input.output, 0);
  return tf.greater(activated(input), loss === 'hinge' ? 0 : 0.5);
}

function share(isRight: tf.Tensor): tf.Scalar {
  return tf.mean(tf.cast(isRight, 'float32'));
}
