/** @jest-environment node */
import * as tf from '@tensorflow/tfjs';
import type { DrivenRequest } from '@/lib/training/inspect/protocol';
import type { InspectNetwork } from '@/lib/training/worker/inspect/network';
import { drivenAnswer } from '@/lib/training/worker/inspect/why/driven-answer';
import { excite } from '@/lib/training/worker/inspect/why/excite';
import { createScaler } from '@/lib/training/worker/scaler';
import { smallNetwork, zeros } from './by-hand';
import { CHAIN, EXCITE, networkOf, picture, planOf, smallWeights, workOn } from './networks';

const INPUT = picture(128, 9);
const ofClass = (changes: Partial<DrivenRequest> = {}): DrivenRequest => ({
  ...{ input: INPUT, unit: { layer: 'softmax_1', channel: 1 }, cell: null },
  ...changes,
});

/** What a layer gives for the input, by tfjs's own model of it. */
function predicted(network: InspectNetwork, layer: string): Float32Array {
  const part = tf.model({ inputs: network.model.inputs, outputs: network.model.getLayer(layer).output });
  return tf.tidy(() => (part.predict(tf.tensor(INPUT, [1, 8, 8, 2])) as tf.Tensor).dataSync() as Float32Array);
}

describe('what is driven, at an input that there is', () => {
  let network: InspectNetwork;
  beforeAll(async () => {
    await tf.setBackend('cpu');
    network = await networkOf(planOf(CHAIN), { seed: 4 });
  });

  it('is of a class its score before the softmax', async () => {
    const { scores } = smallNetwork(await smallWeights(network), {
      ...zeros(8, 8, 2),
      values: Float64Array.from(INPUT),
    });
    const { activation, cell, strongest } = await drivenAnswer(network, ofClass());
    expect(activation).toBeCloseTo(scores[1] ?? Number.NaN, 5);
    expect([cell, strongest]).toEqual([null, null]);
  });

  it('is of a ReLU what goes into it, at the cell that is asked for, in the middle without one', async () => {
    const maps = predicted(network, 'conv2d_2');
    const at = (row: number, column: number) => maps[(row * 2 + column) * 4 + 2];
    const unit = { layer: 'relu_2', channel: 2 };
    for (const [asked, [row, column]] of [
      [
        [0, 1],
        [0, 1],
      ],
      [null, [1, 1]],
      [
        [9, 0],
        [1, 0],
      ],
    ] as const) {
      const { activation, cell } = await drivenAnswer(network, ofClass({ unit, cell: asked }));
      expect(activation).toBeCloseTo(at(row, column) ?? Number.NaN, 6);
      expect(cell).toEqual([row, column]);
    }
  });

  it('names the strongest cell of its map as well', async () => {
    const maps = predicted(network, 'conv2d_1');
    const own = Array.from({ length: 36 }, (_, place) => maps[place * 3] ?? Number.NaN);
    const most = Math.max(...own);
    const { strongest } = await drivenAnswer(network, ofClass({ unit: { layer: 'conv2d_1', channel: 0 } }));
    expect(strongest?.activation).toBeCloseTo(most, 6);
    expect(strongest?.cell).toEqual([Math.floor(own.indexOf(most) / 6), own.indexOf(most) % 6]);
  });

  it.each([
    ['a class', { layer: 'softmax_1', channel: 1 }, null],
    ['a cell of a map', { layer: 'relu_1', channel: 2 }, [2, 3]],
  ] as const)('is for a made picture of %s the number that came with it', async (_name, unit, cell) => {
    const scaled = await networkOf(planOf(CHAIN), {
      seed: 4,
      scaler: createScaler('standard', () => ({ mean: [0.5, 0.2], deviation: [0.25, 0.1] })),
    });
    const made = await excite(workOn(scaled), { ...EXCITE, unit, cell, seed: 5 });
    if (made === null) throw new Error('stopped');
    const { activation } = await drivenAnswer(scaled, { input: made.image, unit, cell });
    expect(activation).toBeCloseTo(made.activation, 4);
  });

  it('leaves nothing behind', async () => {
    const before = tf.memory().numTensors;
    await drivenAnswer(network, ofClass());
    expect(tf.memory().numTensors).toBe(before);
  });
});
