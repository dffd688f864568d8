/** @jest-environment node */
import * as tf from '@tensorflow/tfjs';
import { createRandom } from '@/lib/core/random';
import { buildChain } from '@/lib/document/templates/build-chain';
import { EXCITE_PRESETS, excitePreset, type ExcitePreset } from '@/lib/training/inspect/excite-presets';
import type { UnitRef } from '@/lib/training/inspect/protocol';
import { drivenAnswer } from '@/lib/training/worker/inspect/why/driven-answer';
import { excite } from '@/lib/training/worker/inspect/why/excite';
import type { InspectNetwork } from '@/lib/training/worker/inspect/network';
import { networkOf, planOf, workOn } from './networks';

/** LeNet-5 with few maps. */
const SMALL = buildChain('Small LeNet', [
  ['input', { shape: [20, 20, 1] }],
  ['conv2d', { filters: 2, kernelSize: [5, 5], padding: 'same' }],
  ['tanh'],
  ['max_pool2d'],
  ['conv2d', { filters: 3, kernelSize: [5, 5], padding: 'valid' }],
  ['tanh'],
  ['max_pool2d'],
  ['flatten'],
  ['dense', { units: 2 }],
  ['softmax'],
]);
/** Pixels that a cell sees: 5; of the second convolution 5 + 1 (pooling) + 4 · 2. */
const FIELDS = { conv2d_1: 5, conv2d_2: 14 } as const;
type Layer = keyof typeof FIELDS;

/** Bright bars on black, lying or standing: told apart by edges, as the strokes of digits are. */
function bars(count: number): { readonly x: tf.Tensor; readonly y: tf.Tensor } {
  const random = createRandom(3);
  const x = new Float32Array(count * 400);
  const y = new Float32Array(count * 2);
  for (let sample = 0; sample < count; sample += 1) {
    const [isLying, from] = [sample % 2 === 0, 3 + random.below(12)];
    for (let along = 3; along < 17; along += 1) {
      for (let across = from; across < from + 3; across += 1) {
        x[sample * 400 + (isLying ? across * 20 + along : along * 20 + across)] = 1;
      }
    }
    y[sample * 2 + (isLying ? 0 : 1)] = 1;
  }
  return { x: tf.tensor(x, [count, 20, 20, 1]), y: tf.tensor(y, [count, 2]) };
}

async function trained(): Promise<InspectNetwork> {
  const network = await networkOf(planOf(SMALL), { seed: 11 });
  network.model.compile({ optimizer: tf.train.adam(0.01), loss: 'categoricalCrossentropy' });
  const { x, y } = bars(12);
  for (let step = 0; step < 10; step += 1) await network.model.trainOnBatch(x, y);
  tf.dispose([x, y]);
  return network;
}

/** Of a cell of the first layer, from its weights: every pixel white where its weight is above 0, black where below. */
async function mostByHand({ model }: InspectNetwork, channel: number): Promise<number> {
  const [kernel, bias] = model.getLayer('conv2d_1').getWeights();
  if (kernel === undefined || bias === undefined) throw new Error('no weights');
  const [weights, constants] = [await kernel.data(), await bias.data()];
  const own = Array.from({ length: 25 }, (_, pixel) => weights[pixel * 2 + channel] ?? NaN);
  expect(own.some((weight) => weight < -0.05)).toBe(true);
  return own.reduce((sum, weight) => sum + Math.max(0, weight), constants[channel] ?? NaN);
}

describe('a picture made for a unit that sees few pixels', () => {
  let network: InspectNetwork;
  beforeAll(async () => {
    await tf.setBackend('cpu');
    network = await trained();
  });

  async function made(layer: Layer, channel: number, preset: ExcitePreset) {
    const settings = { ...excitePreset(preset, [20, 20, 1], FIELDS[layer]), steps: 16 };
    const unit: UnitRef = { layer, channel };
    const reply = await excite(workOn(network), { ...settings, unit, cell: null, seed: 1 });
    if (reply === null) throw new Error('stopped');
    return reply;
  }

  it.each([0, 1])(
    'comes within 3 % of the most that filter %d can give, where little is regularized',
    async (channel) => {
      const most = await mostByHand(network, channel);
      const { activation } = await made('conv2d_1', channel, 'smooth');
      expect(activation).toBeLessThanOrEqual(most + 1e-5);
      expect(activation).toBeGreaterThan(most - 0.03 * Math.abs(most));
    },
  );

  const layers: readonly (readonly [Layer, number])[] = [
    ['conv2d_1', 0],
    ['conv2d_2', 0],
    ['conv2d_2', 1],
  ];
  it.each(EXCITE_PRESETS.flatMap((preset) => layers.map(([layer, channel]) => [preset, layer, channel] as const)))(
    'by preset %s excites %s, unit %d, no less than a black picture does',
    async (preset, layer, channel) => {
      const { activation } = await made(layer, channel, preset);
      const unit: UnitRef = { layer, channel };
      const black = await drivenAnswer(network, { input: new Float32Array(400), unit, cell: null });
      expect(activation).toBeGreaterThanOrEqual(black.activation - 1e-6);
    },
  );
});
