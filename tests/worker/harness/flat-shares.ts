import * as tf from '@tensorflow/tfjs';
import { createActivationProbe } from '@/lib/training/worker/health/measure-activations';

/** Two samples of four values each, as a layer gives them. */
const DEAD = [
  [0, 1, 0, 0],
  [0, 0, 2, 0],
];
const SATURATED = [
  [0.95, -0.95, 0, 0.5],
  [1, 0.2, -0.5, 0.8],
];

async function measure(rows: readonly (readonly number[])[], kind: 'dead' | 'saturated', limit: number) {
  const input = tf.input({ shape: [4] });
  const output = tf.layers.activation({ activation: 'linear', name: `same_${kind}_${limit}` }).apply(input);
  const model = tf.model({ inputs: input, outputs: output as tf.SymbolicTensor });
  const flat = { kind, low: kind === 'dead' ? 0 : -limit, high: kind === 'dead' ? Infinity : limit };
  const probe = createActivationProbe(model, [{ name: `same_${kind}_${limit}`, flat }]);
  if (probe === null) throw new Error('It can be measured.');
  const figures = probe.measure(tf.tensor2d(rows.map((row) => [...row])));
  const [[, activation] = []] = [...probe.read(await figures.data())];
  figures.dispose();
  return activation;
}

export async function flatShares() {
  await tf.setBackend('wasm');
  const dead = await measure(DEAD, 'dead', 0);
  const saturated = await measure(SATURATED, 'saturated', 0.9);
  return { dead: dead?.flat?.share, saturated: saturated?.flat?.share, mean: dead?.mean, deviation: dead?.deviation };
}
