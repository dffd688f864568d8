/** @jest-environment node */
import * as tf from '@tensorflow/tfjs';
import { createRandom } from '@/lib/core/random';
import { buildChain } from '@/lib/document/templates/build-chain';
import { normal } from '@/lib/training/augment/distributions';
import type { ExciteReply, ExciteRequest } from '@/lib/training/inspect/protocol';
import type { InspectNetwork } from '@/lib/training/worker/inspect/network';
import { excite } from '@/lib/training/worker/inspect/why/excite';
import { createScaler } from '@/lib/training/worker/scaler';
import { smallNetwork, zeros } from './by-hand';
import { CHAIN, EXCITE, networkOf, planOf, smallWeights, workOn } from './networks';

const UNIT = { layer: 'softmax_1', channel: 1 };

async function excited(network: InspectNetwork, changes: Partial<ExciteRequest> = {}): Promise<ExciteReply> {
  const reply = await excite(workOn(network), { ...EXCITE, unit: UNIT, seed: 5, ...changes });
  if (reply === null) throw new Error('stopped');
  return reply;
}

describe('a picture that excites a unit', () => {
  let network: InspectNetwork;
  beforeAll(async () => {
    await tf.setBackend('cpu');
    network = await networkOf(planOf(CHAIN), { seed: 4 });
  });

  it('without regularization is that of a plain loop of gradient steps from the same noise', async () => {
    const weights = await smallWeights(network);
    const random = createRandom(5);
    const values = Float64Array.from({ length: 128 }, () => Math.fround(0.05 * normal(random)));
    const scores: number[] = [];
    for (let step = 0; step < 20; step += 1) {
      const { toInput, toPool, toConv2, ofClass, scores: all } = smallNetwork(weights, { ...zeros(8, 8, 2), values });
      const gradient = toInput(toPool(toConv2(ofClass(1), 'own')), 'own').values;
      const size = Math.sqrt(gradient.reduce((sum, value) => sum + value * value, 0) / gradient.length);
      gradient.forEach((value, at) => (values[at] = (values[at] ?? NaN) + (0.05 * value) / size));
      scores.push(all[1] ?? NaN);
    }
    const found = await excited(network);
    expect(found.steps).toBe(20);
    expect(Math.max(...found.image.map((value, at) => Math.abs(value - (values[at] ?? NaN))))).toBeLessThan(1e-4);
    expect(found.activation).toBeCloseTo(smallNetwork(weights, { ...zeros(8, 8, 2), values }).scores[1] ?? NaN, 3);
    // Of piecewise linear functions every step goes up, but for those that cross a fold.
    const ups = scores.slice(1).filter((score, at) => score > (scores[at] ?? NaN)).length;
    expect(ups).toBeGreaterThan(15);
    expect(found.activation).toBeGreaterThan((scores[0] ?? NaN) + 0.1);
    expect(found.black).toBeCloseTo(smallNetwork(weights, zeros(8, 8, 2)).scores[1] ?? NaN, 5);
  });

  it('is the same for the same seed, and another for another', async () => {
    const jittered = { jitter: 2, blurRadius: 0.7, blurEvery: 4, decay: 0.01, clipSmallNorm: 20 };
    const first = await excited(network, jittered);
    expect((await excited(network, jittered)).image).toEqual(first.image);
    expect((await excited(network, { ...jittered, seed: 6 })).image).not.toEqual(first.image);
  });

  it.each([
    ['decay', { decay: 0.5 }],
    ['blur', { blurRadius: 1, blurEvery: 2 }],
    ['jitter', { jitter: 1 }],
    ['small norm', { clipSmallNorm: 30 }],
    ['small contribution', { clipSmallContribution: 30 }],
  ] satisfies [string, Partial<ExciteRequest>][])('is another one with %s', async (_name, changes) => {
    expect((await excited(network, changes)).image).not.toEqual((await excited(network)).image);
  });

  it('clipping leaves so many pixels black', async () => {
    const { image } = await excited(network, { clipSmallNorm: 50 });
    const black = Array.from({ length: 64 }, (_, pixel) => image[2 * pixel] === 0 && image[2 * pixel + 1] === 0);
    expect(black.filter(Boolean)).toHaveLength(32);
  });

  it('is given on the unit scale, and stays on it where that is asked for', async () => {
    const scaler = createScaler('standard', () => ({ mean: [0.5, 0.2], deviation: [0.25, 0.1] }));
    const scaled = await networkOf(planOf(CHAIN), { seed: 4, scaler });
    const free = await excited(scaled);
    const plain = await excited(network);
    // The network and the noise are the same, so is what it is given: x · deviation + mean is what it came from.
    expect(free.image[0]).toBeCloseTo((plain.image[0] ?? NaN) * 0.25 + 0.5, 4);
    expect(free.image[1]).toBeCloseTo((plain.image[1] ?? NaN) * 0.1 + 0.2, 4);
    const { image } = await excited(scaled, { withinRange: true, learningRate: 2 });
    expect(Math.min(...image)).toBeGreaterThanOrEqual(-1e-6);
    expect(Math.max(...image)).toBeLessThanOrEqual(1 + 1e-6);
    expect(Math.max(...image)).toBeGreaterThan(0.99);
  });

  it('goes by what goes into a ReLU, which is silent at first', async () => {
    const relu = await excited(network, { unit: { layer: 'relu_2', channel: 0 }, cell: [1, 1] });
    const before = await excited(network, { unit: { layer: 'conv2d_2', channel: 0 }, cell: [1, 1] });
    expect(relu.image).toEqual(before.image);
  });

  it('of a map drives the cell in the middle, unless another is chosen', async () => {
    const unit = { layer: 'conv2d_1', channel: 2 };
    const middle = await excited(network, { unit });
    expect((await excited(network, { unit, cell: [3, 3] })).image).toEqual(middle.image);
    const corner = await excited(network, { unit, cell: [0, 0], seed: 5 });
    expect(corner.image).not.toEqual(middle.image);
    // Of the first layer: nothing but the kernel's own window has changed since the noise.
    const random = createRandom(5);
    const noise = Float32Array.from({ length: 128 }, () => 0.05 * normal(random));
    const changed = Array.from(corner.image, (value, at) => Math.abs(value - (noise[at] ?? NaN)) > 1e-6);
    const outside = changed.filter((is, at) => is && (Math.floor(at / 16) > 2 || Math.floor(at / 2) % 8 > 2));
    expect(outside).toEqual([]);
    expect(changed.filter(Boolean)).toHaveLength(18);
  });

  it('of a unit that nothing can drive ends at once and says so', async () => {
    const dead = await networkOf(planOf(CHAIN), { seed: 4 });
    const layer = dead.model.getLayer('conv2d_1');
    layer.setWeights(
      layer.getWeights().map((weight, at) => (at === 0 ? tf.zerosLike(weight) : tf.fill(weight.shape, -1))),
    );
    expect(await excited(dead)).toMatchObject({ steps: 0 });
  });

  it('of what comes from words has no answer to give, since nothing leads back to them', async () => {
    const design = buildChain('Words', [
      ['input', { shape: [5] }],
      ['embedding', { vocabulary: 7, width: 3 }],
      ['flatten'],
      ['dense', { units: 2 }],
    ]);
    const words = await networkOf(planOf(design), { seed: 2 });
    expect(await excited(words, { unit: { layer: 'dense_1', channel: 0 } })).toMatchObject({
      activation: NaN,
      steps: 0,
    });
  });

  it('shows itself on the way, stops when it is stopped, and leaves no tensor behind', async () => {
    const work = workOn(network);
    const before = tf.memory().numTensors;
    let parts = 0;
    const stopped = { ...work, between: () => Promise.resolve((parts += 1) <= 3) };
    expect(await excite(stopped, { ...EXCITE, unit: UNIT, seed: 5 })).toBeNull();
    expect(work.events[0]).toMatchObject({ kind: 'excited', step: 0 });
    expect(tf.memory().numTensors).toBe(before);
  });
});
