import * as tf from '@tensorflow/tfjs';
import { startBackend } from './backend.js';
import { DataError, readPicture, readSamples, requireClassifier } from './data.js';
import { classes, createModel, inputShape } from './model.js';
import { run } from './run.js';
import { predictionScaler } from './scaling.js';
import { hasWeights, loadWeights } from './weights.js';

const BATCH_SIZE = 64;
const USAGE = `Say what to classify:
  npm run predict -- picture.json   numbers from 0 to 255: height × width × channels, nested or not
  npm run predict -- picture.csv    the same numbers, separated by commas, spaces or line ends
  npm run predict -- 7              sample number 7 of the test data in data/ (the first is 0)
  npm run predict -- all            every sample of the test data in data/: prints the accuracy`;

async function predict(): Promise<void> {
  const [what] = process.argv.slice(2);
  if (!hasWeights()) throw new DataError('There are no trained weights in weights/ yet: run npm run train first.');
  if (what === undefined) throw new DataError(USAGE);
  if (what === 'all') return classifyTestData();
  const { pixels, label } = readInput(what);
  const model = await trainedModel();
  const [scores = []] = await classify(model, pixels);
  scores.forEach((score, index) => console.log(`${index}: ${scoreText(score, scores)}`));
  const truth = label === undefined ? '' : ` (its label says ${label})`;
  console.log(`This looks like class ${largest(scores)}${truth}.`);
}

/** A network that does not end in probabilities gives numbers of any size. */
function scoreText(score: number, scores: number[]): string {
  const arePossible = scores.every((each) => each >= 0 && each <= 1);
  return arePossible ? `${(100 * score).toFixed(2)} %` : score.toPrecision(5);
}

function readInput(what: string): { pixels: Uint8Array; label?: number | undefined } {
  if (!/^\d+$/.test(what)) return { pixels: readPicture(what, inputShape) };
  const samples = readSamples('test', inputShape);
  const index = Number(what);
  if (index >= samples.count) throw new DataError(`The test data has samples 0 to ${samples.count - 1}, no ${index}.`);
  const size = samples.pixels.length / samples.count;
  return { pixels: samples.pixels.subarray(index * size, (index + 1) * size), label: samples.labels[index] };
}

async function classifyTestData(): Promise<void> {
  const { count, pixels, labels } = readSamples('test', inputShape);
  const model = await trainedModel();
  const size = pixels.length / count;
  let right = 0;
  for (let start = 0; start < count; start += BATCH_SIZE) {
    const end = Math.min(count, start + BATCH_SIZE);
    const rows = await classify(model, pixels.subarray(start * size, end * size));
    right += rows.filter((row, index) => largest(row) === labels[start + index]).length;
  }
  console.log(`${right} of ${count} right: ${((100 * right) / count).toFixed(2)} %`);
}

async function trainedModel(): Promise<tf.LayersModel> {
  await startBackend();
  const model = createModel();
  requireClassifier(model);
  loadWeights(model);
  return model;
}

/** For each picture a score for each class, as a rule its probability. */
async function classify(model: tf.LayersModel, pixels: Uint8Array): Promise<number[][]> {
  const pictures = predictionScaler().stored(pixels);
  const output = tf.tidy(() => model.predict(tf.tensor(pictures).reshape([-1, ...inputShape])) as tf.Tensor);
  const values = (await output.reshape([-1, classes]).array()) as number[][];
  output.dispose();
  return values;
}

function largest(values: number[]): number {
  return values.indexOf(Math.max(...values));
}

run(predict);
