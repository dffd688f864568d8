import * as tf from '@tensorflow/tfjs';
import type { LossOptions } from '@/lib/core/learning';
import { NO_EFFECTS, type Effects } from '@/lib/training/augment/effects';
import { classWeightsOf } from '@/lib/training/class-weights';
import { holdStatistics } from '@/lib/training/worker/hold-statistics';
import { createLearner, type LearningSettings } from '@/lib/training/worker/learner';
import { createObjective, type Objective, type ObjectiveHead } from '@/lib/training/worker/objective';
import { epochOrder, splitSamples } from '@/lib/training/worker/sample-order';
import { startBackend } from './backend.js';
import { createBatches, type Batch } from './batches.js';
import { readSamples, requireClassifier, type Samples } from './data.js';
import { classes, createModel, inputShape } from './model.js';
import { run } from './run.js';
import { trainingScaler } from './scaling.js';
import { seedModel } from './seed.js';
import { saveWeights } from './weights.js';

interface Settings extends LearningSettings {
  batchSize: number;
  seed: number;
  dataShare: number;
  validationShare: number;
  lossOptions: LossOptions;
  /** What is done to training pictures, drawn anew for every one of every epoch. 0 and false: not at all. */
  augmentation: Effects & { isOn: boolean };
}

/** What an output learns: the class of a picture, or the picture itself. */
type Head = Pick<ObjectiveHead, 'target' | 'kind' | 'loss' | 'weight'>;

// <settings>
declare const settings: Settings;

declare function headsOf(): Head[];
// </settings>

interface Figures {
  loss: number;
  accuracy: number;
}

async function train(): Promise<void> {
  const heads = headsOf();
  const samples = readSamples('train', inputShape);
  const { training, validation } = splitSamples({ count: samples.count, ...settings });
  await startBackend();
  const model = await seedModel(createModel(), settings.seed);
  if (heads.some(({ kind }) => kind === 'classes')) requireClassifier(model);
  holdStatistics(model);
  const objective = createObjective(model, heads.map(weighted(samples, training)), settings.lossOptions);
  const learner = createLearner({ model, objective, settings });
  const scaler = trainingScaler(samples);
  const { isOn, ...effects } = settings.augmentation;
  const data = createBatches(samples, { shape: inputShape, classes, scaler, effects: isOn ? effects : NO_EFFECTS });

  console.log(`Training on ${training.length} samples, checking on ${validation.length} others (${tf.getBackend()}).`);
  for (let epoch = 0; epoch < settings.epochs; epoch++) {
    const order = epochOrder(training, settings.seed, epoch);
    const batches = Math.ceil(order.length / settings.batchSize);
    const learnt = await overBatches(order, (chosen, batch) => {
      const { pictures, targets } = data.augmented(chosen, { seed: settings.seed, epoch, batch });
      showProgress(`Epoch ${epoch + 1}: batch ${batch + 1} of ${batches}`);
      const { loss, score } = learner.step({ inputs: pictures, targets: [targets] }, { epoch, batch, batches });
      tf.dispose([pictures, targets]);
      return [loss, score];
    });
    const checked = await overBatches(validation, (chosen) => evaluate(objective, data.plain(chosen)));
    const validationText = validation.length === 0 ? '' : `, validation ${describe(checked, objective)}`;
    showProgress('');
    console.log(`Epoch ${epoch + 1}: training ${describe(learnt, objective)}${validationText}`);
    await saveWeights(model);
    const { loss, accuracy: score } = validation.length === 0 ? learnt : checked;
    if (!learner.endEpoch({ loss, score })) continue;
    console.log('No epoch has been better for a while: this is enough.');
    break;
  }
  const best = learner.takeBest();
  if (best !== null) {
    await saveWeights(model);
    console.log(`The weights are those after epoch ${best + 1}, the best.`);
  }
  console.log('The weights are in weights/. Try them: npm run predict');
}

/** With how much a sample of each class counts, by how often they occur in training. */
function weighted({ labels }: Samples, training: Uint32Array): (head: Head) => ObjectiveHead {
  const counts = new Array<number>(classes).fill(0);
  for (const sample of training) counts[labels[sample] ?? 0] = (counts[labels[sample] ?? 0] ?? 0) + 1;
  const weights = classWeightsOf(settings.lossOptions.classWeights, counts);
  return (head) => ({ ...head, classWeights: head.kind === 'classes' ? weights : null });
}

function evaluate(objective: Objective, { pictures, targets }: Batch): tf.Scalar[] {
  const figures = tf.tidy(() => {
    const batch = { inputs: pictures, targets: [targets] };
    const outputs = objective.outputs(pictures, { training: false });
    return [objective.loss(outputs, batch), objective.score(outputs, batch)];
  });
  tf.dispose([pictures, targets]);
  return figures;
}

/** Calls `step` with one batch after another; the mean of its losses and scores, weighted by batch size. */
async function overBatches(
  indices: Uint32Array,
  step: (chosen: Uint32Array, index: number) => tf.Scalar[],
): Promise<Figures> {
  const sum = { loss: 0, accuracy: 0 };
  for (let start = 0; start < indices.length; start += settings.batchSize) {
    const chosen = indices.subarray(start, start + settings.batchSize);
    const figures = step(chosen, start / settings.batchSize);
    const [loss = NaN, accuracy = NaN] = await Promise.all(figures.map(async (each) => (await each.data())[0] ?? NaN));
    tf.dispose(figures);
    if (!Number.isFinite(loss)) throw new Error(`The loss became ${loss}: try a smaller learning rate.`);
    sum.loss += loss * chosen.length;
    sum.accuracy += accuracy * chosen.length;
  }
  return { loss: sum.loss / indices.length, accuracy: sum.accuracy / indices.length };
}

/** In place, on a terminal only: a log file gets the lines that stay. */
function showProgress(text: string): void {
  if (process.stdout.isTTY) process.stdout.write(`\r\x1b[K${text}`);
}

function describe({ loss, accuracy }: Figures, { scoreKind }: Objective): string {
  const score = scoreKind === 'accuracy' ? `accuracy ${(100 * accuracy).toFixed(2)} %` : `error ${accuracy.toFixed(4)}`;
  return `loss ${loss.toFixed(4)}, ${score}`;
}

run(train);
