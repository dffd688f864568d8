import * as tf from '@tensorflow/tfjs';
import { epochOrder, splitSamples } from '@/lib/training/worker/sample-order';
import { startBackend } from './backend.js';
import { readSamples, requireClassifier, toTensors, type Samples } from './data.js';
import { classes, createModel, inputShape } from './model.js';
import { run } from './run.js';
import { seedModel } from './seed.js';
import { saveWeights } from './weights.js';

// <settings>
const settings = { batchSize: 64, epochs: 2, seed: 1, dataShare: 1, validationShare: 0.1 };

const createOptimizer = () => tf.train.adam(0.001, 0.9, 0.999, 1e-7);
// </settings>

// <objective>
/**
 * What is trained: the network up to its softmax. Cross-entropy is exact on what goes into the softmax, where a
 * probability would round to 0. The layers are the same, so the whole network learns.
 */
function trainable(model: tf.LayersModel): tf.LayersModel {
  const [output] = model.outputs;
  return tf.model({ inputs: model.inputs, outputs: output?.sourceLayer.input as tf.SymbolicTensor });
}

const loss = (truth: tf.Tensor, logits: tf.Tensor) => tf.losses.softmaxCrossEntropy(truth, logits);
// </objective>

interface Metrics {
  loss: number;
  accuracy: number;
}

async function train(): Promise<void> {
  const samples = readSamples('train', inputShape);
  const { training, validation } = splitSamples({ count: samples.count, ...settings });
  await startBackend();
  const model = await seedModel(createModel(), settings.seed);
  requireClassifier(model);
  const network = trainable(model);
  network.compile({ optimizer: createOptimizer(), loss, metrics: ['categoricalAccuracy'] });

  console.log(`Training on ${training.length} samples, checking on ${validation.length} others (${tf.getBackend()}).`);
  for (let epoch = 1; epoch <= settings.epochs; epoch++) {
    const order = epochOrder(training, settings.seed, epoch - 1);
    const learnt = await overBatches(samples, order, ({ pictures, targets }, done) => {
      showProgress(`Epoch ${epoch}: ${done} of ${order.length}`);
      return network.trainOnBatch(pictures, targets);
    });
    const checked = await overBatches(samples, validation, async ({ pictures, targets }) => {
      const scores = network.evaluate(pictures, targets, { batchSize: settings.batchSize }) as tf.Scalar[];
      return Promise.all(scores.map(async (score) => (await score.data())[0] ?? NaN));
    });
    const validationText = validation.length === 0 ? '' : `, validation ${describe(checked)}`;
    showProgress('');
    console.log(`Epoch ${epoch}: training ${describe(learnt)}${validationText}`);
    await saveWeights(model);
  }
  console.log('The weights are in weights/. Try them: npm run predict');
}

/** Calls `step` with one batch after another; the mean of its losses and accuracies, weighted by batch size. */
async function overBatches(
  samples: Samples,
  indices: Uint32Array,
  step: (batch: ReturnType<typeof toTensors>, done: number) => Promise<number | number[]>,
): Promise<Metrics> {
  const sum = { loss: 0, accuracy: 0 };
  for (let start = 0; start < indices.length; start += settings.batchSize) {
    const chosen = indices.subarray(start, start + settings.batchSize);
    const batch = toTensors(samples, chosen, { sample: inputShape, classes });
    const [loss = NaN, accuracy = NaN] = [await step(batch, start)].flat();
    tf.dispose([batch.pictures, batch.targets]);
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

function describe({ loss, accuracy }: Metrics): string {
  return `loss ${loss.toFixed(4)}, accuracy ${(100 * accuracy).toFixed(2)} %`;
}

run(train);
