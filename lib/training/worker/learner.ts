import * as tf from '@tensorflow/tfjs';
import type { EarlyStopping, GradientSettings, OptimizerSettings, ScheduleSettings } from '@/lib/core/learning';
import { standingAfter, type EpochFigures, type Standing } from '@/lib/training/early-stopping';
import { accumulatedBatches, rateFactor, type StepPlace } from '@/lib/training/schedule';
import type { Batch } from '@/lib/training/worker/batch';
import { copyOf, fillTensors, readTensors, type SavedTensor } from '@/lib/training/worker/learner-tensors';
import type { Objective } from '@/lib/training/worker/objective';
import { clipGradients } from '@/lib/training/worker/optimizers/clip-gradients';
import { createOptimizer, type TrainedWeight } from '@/lib/training/worker/optimizers/optimizer';

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
  /** The weights have changed; those of a batch whose gradients wait for their step have not. */
  stepped(): void;
}

/** How a network learns: what of the training settings the learner reads. */
export interface LearningSettings {
  readonly optimizer: OptimizerSettings;
  readonly schedule: ScheduleSettings;
  readonly gradients: GradientSettings;
  readonly earlyStopping: EarlyStopping;
  readonly epochs: number;
}

/** Everything a learner keeps from one batch to the next, but for the model's own weights. */
export interface LearnerState {
  readonly numbers: Readonly<Record<string, number>>;
  /** The optimizer's slots, the summed gradients, the epochs' figures, and the best weights while early stopping is on. */
  readonly tensors: readonly SavedTensor[];
}

/** Learns from one batch after another: the forward pass, the gradients, and what the optimizer makes of them. */
export interface Learner {
  /** The last batch of an epoch makes a step of what gradients wait. */
  step(batch: Batch, place: StepPlace, watch?: StepWatch): StepResult;
  /** The learning rate of the step at `place`. */
  rateAt(place: StepPlace): number;
  /** Told when an epoch has been validated; true: early stopping has seen enough. */
  endEpoch(figures: EpochFigures): boolean;
  /**
   * Puts the weights of the best epoch back where early stopping is on; that epoch, or null where the weights stay as they
   * are.
   */
  takeBest(): number | null;
  /** Read at once, before the next step changes it. */
  state(): Promise<LearnerState>;
  /** Goes on exactly where the state was read, on a model with the weights of that time. */
  restore(state: LearnerState): void;
  dispose(): void;
}

export function createLearner(options: {
  readonly model: tf.LayersModel;
  readonly objective: Objective;
  readonly settings: LearningSettings;
}): Learner {
  const { model, objective, settings } = options;
  const weights = trainedWeights(model);
  const variables = weights.map(({ variable }) => variable);
  const optimizer = createOptimizer(settings.optimizer, weights);
  const sums = new Map<string, tf.Variable>();
  const best = new Map<string, tf.Variable>();
  let waiting = 0;
  let epochs: readonly EpochFigures[] = [];

  function rateAt(place: StepPlace): number {
    const course = { epochs: settings.epochs, losses: epochs.map(({ loss }) => loss) };
    return settings.optimizer.learningRate * rateFactor(settings.schedule, place, course);
  }

  function standing(): Standing {
    return standingAfter(epochs, {
      ...settings.earlyStopping,
      isScoreGain: objective.scoreKind !== 'mean-absolute-error',
    });
  }

  /** The summed gradients with these added; the sums stay on the backend until their step. */
  function addUp(gradients: readonly tf.Tensor[]): void {
    weights.forEach(({ name }, index) => {
      const gradient = gradients[index];
      if (gradient === undefined) return;
      const sum = sums.get(name);
      if (sum === undefined)
        sums.set(
          name,
          tf.tidy(() => tf.clone(gradient).variable(false)),
        );
      else tf.tidy(() => sum.assign(waiting === 0 ? tf.clone(gradient) : tf.add(sum, gradient)));
    });
    waiting += 1;
  }

  function meanOfSums(): readonly tf.Tensor[] {
    return weights.flatMap(({ name }) => {
      const sum = sums.get(name);
      return sum === undefined ? [] : [tf.div(sum, waiting)];
    });
  }

  function learn(gradients: readonly tf.Tensor[], place: StepPlace): void {
    const clipped = clipGradients(gradients, settings.gradients);
    optimizer.apply(clipped, rateAt(place));
    tf.dispose([...clipped]);
  }

  /** Takes the gradients over. */
  function take(gradients: readonly tf.Tensor[], place: StepPlace): void {
    const wanted = accumulatedBatches(settings.gradients, place.epoch);
    if (wanted === 1 && waiting === 0) return learn(gradients, place);
    addUp(gradients);
    tf.dispose([...gradients]);
    if (waiting < wanted && place.batch + 1 < place.batches) return;
    learn(meanOfSums(), place);
    waiting = 0;
  }

  return {
    step(batch, place, watch) {
      let score: tf.Scalar | null = null;
      const { value, grads } = tf.variableGrads(() => {
        const outputs = objective.outputs(batch.inputs, { training: true });
        score = tf.keep(objective.score(outputs, batch));
        return objective.trainingLoss(outputs, batch);
      }, variables);
      watch?.gradients(grads);
      const { steps } = optimizer;
      take(
        variables.map(({ name }) => gradientOf(grads, name)),
        place,
      );
      if (optimizer.steps > steps) watch?.stepped();
      if (score === null) throw new Error('The step gave no score.');
      return { loss: value, score };
    },
    rateAt,
    endEpoch(figures) {
      epochs = [...epochs, rounded(figures)];
      if (!settings.earlyStopping.isOn) return false;
      const { best: bestEpoch, isOver } = standing();
      if (bestEpoch === epochs.length - 1) keepBest(model, best);
      return isOver;
    },
    takeBest() {
      if (best.size === 0) return null;
      for (const { name, variable } of allWeights(model)) {
        const kept = best.get(name);
        if (kept !== undefined) tf.tidy(() => variable.assign(copyOf(kept)));
      }
      return standing().best;
    },
    async state() {
      const numbers = { steps: optimizer.steps, waiting };
      const history = savedFigures(epochs);
      const tensors = await readTensors({ slots: optimizer.slots, sums: waiting > 0 ? sums : NONE, best });
      return { numbers, tensors: [...tensors, history] };
    },
    restore({ numbers, tensors }) {
      optimizer.continueFrom(numbers['steps'] ?? 0);
      waiting = numbers['waiting'] ?? 0;
      epochs = tensors.flatMap(figuresIn);
      fillTensors({ slots: optimizer.slots, sums, best }, tensors);
    },
    dispose() {
      optimizer.dispose();
      tf.dispose([...sums.values(), ...best.values()]);
    },
  };
}

const NONE: ReadonlyMap<string, tf.Variable> = new Map();
const HISTORY = 'epochs';

/** As they are saved, so that a run that goes on compares the very same numbers. */
function rounded({ loss, score }: EpochFigures): EpochFigures {
  return { loss: Math.fround(loss), score: Math.fround(score) };
}

function savedFigures(epochs: readonly EpochFigures[]): SavedTensor {
  const values = Float32Array.from(epochs.flatMap(({ loss, score }) => [loss, score]));
  return { name: HISTORY, shape: [epochs.length, 2], values };
}

function figuresIn({ name, values }: SavedTensor): readonly EpochFigures[] {
  if (name !== HISTORY) return [];
  return Array.from({ length: values.length / 2 }, (_, epoch) => ({
    loss: values[2 * epoch] ?? Number.NaN,
    score: values[2 * epoch + 1] ?? Number.NaN,
  }));
}

function gradientOf(gradients: tf.NamedTensorMap, name: string): tf.Tensor {
  const gradient = gradients[name];
  if (gradient === undefined) throw new Error(`There is no gradient for ${name}.`);
  return gradient;
}

/** Named by layer and place, since tfjs numbers its variables anew in every session. */
function namedWeights(model: tf.LayersModel, of: (layer: tf.layers.Layer) => readonly tf.LayerVariable[]) {
  return model.layers.flatMap((layer) =>
    of(layer).map((weight, index): TrainedWeight => {
      return { name: `${layer.name}/${index}`, variable: weight.read() as tf.Variable };
    }),
  );
}

function trainedWeights(model: tf.LayersModel): readonly TrainedWeight[] {
  return namedWeights(model, (layer) => layer.trainableWeights);
}

function allWeights(model: tf.LayersModel): readonly TrainedWeight[] {
  return namedWeights(model, (layer) => layer.weights);
}

function keepBest(model: tf.LayersModel, best: Map<string, tf.Variable>): void {
  for (const { name, variable } of allWeights(model)) {
    const kept = best.get(name);
    if (kept === undefined)
      best.set(
        name,
        tf.tidy(() => copyOf(variable).variable(false)),
      );
    else tf.tidy(() => kept.assign(copyOf(variable)));
  }
}
