/** @jest-environment node */
import * as tf from '@tensorflow/tfjs';
import type { AttributeReply, AttributeRequest } from '@/lib/training/inspect/protocol';
import { attribute } from '@/lib/training/worker/inspect/why/attribute';
import type { InspectNetwork } from '@/lib/training/worker/inspect/network';
import { buildChain } from '@/lib/document/templates/build-chain';
import { smallNetwork, zeros, type Maps, type ReluRule } from './by-hand';
import { ATTRIBUTE, branchDesign, CHAIN, networkOf, picture, planOf, smallWeights, workOn } from './networks';

type Values = Extract<AttributeReply, { kind: 'values' }>;

async function valuesOf(
  network: InspectNetwork,
  request: Omit<AttributeRequest, keyof typeof ATTRIBUTE> & Partial<AttributeRequest>,
): Promise<Values> {
  const reply = await attribute(workOn(network), { ...ATTRIBUTE, ...request });
  if (reply?.kind !== 'values') throw new Error(`no values: ${JSON.stringify(reply)}`);
  return reply;
}

function expectClose(values: ArrayLike<number>, expected: ArrayLike<number>): void {
  expect(values).toHaveLength(expected.length);
  const scale = Math.max(...Array.from(expected, Math.abs));
  expect(scale).toBeGreaterThan(0);
  const worst = Math.max(...Array.from(expected, (value, at) => Math.abs(value - (values[at] ?? NaN))));
  expect(worst / scale).toBeLessThan(1e-5);
}

const SEEDS = [3, 4, 5];
const METHODS = [
  ['gradient', 'own'],
  ['guided-backpropagation', 'guided'],
  ['deconvolution', 'deconvolution'],
] as const satisfies readonly (readonly [AttributeRequest['method'], ReluRule])[];

const sumOf = (values: Float32Array): number => values.reduce((sum, value) => sum + value, 0);

describe('in a chain, against plain loops', () => {
  let network: InspectNetwork;
  let input: Float32Array;
  let byHand: ReturnType<typeof smallNetwork>;

  beforeAll(() => tf.setBackend('cpu'));
  describe.each(SEEDS)('with the weights of seed %d', (seed) => {
    beforeAll(async () => {
      network = await networkOf(planOf(CHAIN), { seed });
      input = picture(8 * 8 * 2, seed);
      const maps: Maps = { ...zeros(8, 8, 2), values: Float64Array.from(input) };
      byHand = smallNetwork(await smallWeights(network), maps);
    });
    afterAll(() => network.dispose());

    it.each(METHODS)('%s of a class is that of its score before the softmax', async (method, rule) => {
      const unit = { layer: 'softmax_1', channel: 1 };
      const { toInput, toPool, toConv2, ofClass, scores } = byHand;
      const found = await valuesOf(network, { method, input, unit });
      expect(found).toMatchObject({ shape: [8, 8, 2], cell: null, rectifiers: 2 });
      expect(found.activation).toBeCloseTo(scores[1] ?? NaN, 5);
      expectClose(found.values, toInput(toPool(toConv2(ofClass(1), rule)), rule).values);
    });

    it.each(METHODS)('%s of a cell of a map, of all its layer', async (method, rule) => {
      const { toInput, toPool, conv2 } = byHand;
      const one = zeros(conv2.rows, conv2.columns, conv2.channels);
      one.values[(1 * conv2.columns + 0) * conv2.channels + 2] = 1;
      const found = await valuesOf(network, { method, input, unit: { layer: 'conv2d_2', channel: 2 }, cell: [1, 0] });
      expect(found).toMatchObject({ cell: [1, 0], rectifiers: 1 });
      expectClose(found.values, toInput(toPool(one), rule).values);
    });

    it('without a cell, the one that is excited most is taken', async () => {
      const { conv1 } = byHand;
      const map = conv1.values.filter((_, at) => at % 3 === 0);
      const best = map.indexOf(Math.max(...map));
      const found = await valuesOf(network, { method: 'gradient', input, unit: { layer: 'conv2d_1', channel: 0 } });
      expect(found.cell).toEqual([Math.floor(best / conv1.columns), best % conv1.columns]);
      expect(found.activation).toBeCloseTo(map[best] ?? NaN, 5);
    });

    it.each(METHODS)('%s: the echo of a class in the maps of a layer between', async (method, rule) => {
      const { toPool, toConv2, ofClass } = byHand;
      const found = await valuesOf(network, {
        method,
        input,
        unit: { layer: 'softmax_1', channel: 0 },
        at: 'max_pool2d_1',
      });
      expect(found).toMatchObject({ shape: [3, 3, 3], rectifiers: 1 });
      expectClose(found.values, toPool(toConv2(ofClass(0), rule)).values);
    });

    it('gradient × input is the product, number by number', async () => {
      const unit = { layer: 'dense_1', channel: 2 };
      const gradient = await valuesOf(network, { method: 'gradient', input, unit });
      const product = await valuesOf(network, { method: 'gradient-input', input, unit });
      expectClose(
        product.values,
        gradient.values.map((value, at) => value * (input[at] ?? NaN)),
      );
    });

    it('Grad-CAM: the maps by the mean of their gradient, what is below 0 left out', async () => {
      const { toConv2, ofClass, pooled, toPool } = byHand;
      const dy = toPool(toConv2(ofClass(2), 'own'));
      const weights = [0, 1, 2].map(
        (channel) => dy.values.filter((_, at) => at % 3 === channel).reduce((a, b) => a + b) / 9,
      );
      const small = Array.from({ length: 9 }, (_, place) =>
        Math.max(
          0,
          weights.reduce((sum, weight, channel) => sum + weight * (pooled.values[place * 3 + channel] ?? NaN), 0),
        ),
      );
      const found = await valuesOf(network, {
        method: 'grad-cam',
        input,
        unit: { layer: 'softmax_1', channel: 2 },
        through: 'max_pool2d_1',
      });
      expect(found).toMatchObject({ shape: [8, 8, 1], through: 'max_pool2d_1' });
      const enlarged = bilinear(small, 3, 8);
      if (Math.max(...small) === 0) expect(Math.max(...found.values)).toBe(0);
      else expectClose(found.values, enlarged);
    });

    it.each([
      ['grey', [0.5, 0.5]],
      ['black', [0, 0]],
      ['mean', null],
    ] as const)(
      'occlusion: what the score loses under the %s patches that cover a pixel, in the mean',
      async (fill, given) => {
        const cover = given ?? [0, 1].map((channel) => sumOf(input.filter((_, at) => at % 2 === channel)) / 64);
        const unit = { layer: 'softmax_1', channel: 1 };
        const weights = await smallWeights(network);
        const scoreOf = (values: Float64Array): number =>
          smallNetwork(weights, { ...zeros(8, 8, 2), values }).scores[1] ?? NaN;
        const [sums, counts] = [new Float64Array(64), new Float64Array(64)];
        for (const top of [0, 2, 4, 5])
          for (const left of [0, 2, 4, 5]) {
            const covered = Float64Array.from(input);
            const pixels = [0, 1, 2].flatMap((row) => [0, 1, 2].map((column) => (top + row) * 8 + left + column));
            for (const pixel of pixels) covered.set(cover, pixel * 2);
            const drop = scoreOf(Float64Array.from(input)) - scoreOf(covered);
            for (const pixel of pixels) {
              sums[pixel] = (sums[pixel] ?? 0) + drop;
              counts[pixel] = (counts[pixel] ?? 0) + 1;
            }
          }
        const found = await valuesOf(network, { method: 'occlusion', input, unit, patch: 3, stride: 2, fill });
        expect(found.fill).toBe(fill);
        expect(found.shape).toEqual([8, 8, 1]);
        expectClose(
          found.values,
          sums.map((sum, pixel) => sum / (counts[pixel] ?? NaN)),
        );
      },
    );

    it('occlusion: a stride above the patch leaves no pixel uncovered', async () => {
      const request = { method: 'occlusion', input, unit: { layer: 'softmax_1', channel: 1 }, patch: 2 } as const;
      const { values } = await valuesOf(network, { ...request, stride: 5 });
      expectClose(values, (await valuesOf(network, { ...request, stride: 2 })).values);
    });
  });
});

describe('with a way around a layer', () => {
  let network: InspectNetwork;
  const input = picture(30, 9);
  beforeAll(async () => {
    await tf.setBackend('cpu');
    network = await networkOf(planOf(branchDesign()), { seed: 6 });
  });

  /** The network written once more in TensorFlow.js's own operations. */
  function score(x: tf.Tensor, unit: number): tf.Tensor {
    const [[k1, b1], [k2, b2], [k3, b3]] = ['conv2d_1', 'conv2d_2', 'dense_1'].map((name) =>
      network.model.getLayer(name).weights.map((weight) => weight.read()),
    ) as [tf.Tensor[], tf.Tensor[], tf.Tensor[]];
    const conv = (value: tf.Tensor, kernel: tf.Tensor | undefined, bias: tf.Tensor | undefined): tf.Tensor =>
      tf.add(tf.conv2d(value as tf.Tensor4D, kernel as tf.Tensor4D, 1, 'same'), bias as tf.Tensor);
    const first = tf.relu(conv(x, k1, b1));
    const sum = tf.relu(tf.add(first, conv(first, k2, b2)));
    const scores = tf.add(tf.matMul(tf.mean(sum, [1, 2]), k3 as tf.Tensor2D), b3 as tf.Tensor);
    return tf.sum(tf.slice(scores, [0, unit], [1, 1]));
  }

  it('the gradient is that of the same operations, and the slope that small steps measure', async () => {
    const found = await valuesOf(network, { method: 'gradient', input, unit: { layer: 'softmax_1', channel: 3 } });
    const x = tf.tensor(input, [1, 6, 5, 1]);
    expectClose(
      found.values,
      await tf
        .grad((value) => score(value, 3))(x)
        .data(),
    );
    const step = 2 ** -7;
    for (const at of [0, 7, 16, 29]) {
      const moved = (by: number): number => {
        const values = input.slice();
        values[at] = (values[at] ?? 0) + by;
        return score(tf.tensor(values, [1, 6, 5, 1]), 3).dataSync()[0] ?? NaN;
      };
      expect(found.values[at]).toBeCloseTo((moved(step) - moved(-step)) / (2 * step), 3);
    }
  });

  it('the echo in one of two ways counts that way alone', async () => {
    const found = await valuesOf(network, {
      method: 'gradient',
      input,
      unit: { layer: 'softmax_1', channel: 3 },
      at: 'conv2d_2',
    });
    const [k1, b1] = network.model.getLayer('conv2d_1').weights.map((weight) => weight.read());
    const [k2, b2] = network.model.getLayer('conv2d_2').weights.map((weight) => weight.read());
    const first = tf.relu(
      tf.add(tf.conv2d(tf.tensor4d(input, [1, 6, 5, 1]), k1 as tf.Tensor4D, 1, 'same'), b1 as tf.Tensor),
    );
    const second = tf.add(tf.conv2d(first as tf.Tensor4D, k2 as tf.Tensor4D, 1, 'same'), b2 as tf.Tensor);
    const [kernel] = network.model.getLayer('dense_1').weights.map((weight) => weight.read());
    const isOpen = tf.cast(tf.greater(tf.add(first, second), 0), 'float32');
    const column = tf.reshape(tf.slice(kernel as tf.Tensor2D, [0, 3], [3, 1]), [1, 1, 1, 3]);
    expectClose(found.values, await tf.div(tf.mul(isOpen, column), 30).data());
  });

  it('a layer behind the unit has no echo of it', async () => {
    const request = {
      ...ATTRIBUTE,
      method: 'gradient',
      input,
      unit: { layer: 'conv2d_1', channel: 0 },
      at: 'conv2d_2',
    } as const;
    expect(await attribute(workOn(network), request)).toEqual({ kind: 'refused', reason: 'not-before' });
  });
});

describe('what there is to say instead', () => {
  beforeAll(() => tf.setBackend('cpu'));

  it('without a ReLU, guided backpropagation and deconvolution are the gradient, and no ReLU is counted', async () => {
    const design = buildChain('Tanh', [
      ['input', { shape: [6] }],
      ['dense', { units: 5 }],
      ['tanh'],
      ['dense', { units: 2 }],
    ]);
    const network = await networkOf(planOf(design), { seed: 2 });
    const request = { input: picture(6, 1), unit: { layer: 'dense_2', channel: 0 } };
    const plain = await valuesOf(network, { ...request, method: 'gradient' });
    for (const method of ['guided-backpropagation', 'deconvolution'] as const) {
      const found = await valuesOf(network, { ...request, method });
      expect(found.rectifiers).toBe(0);
      expectClose(found.values, plain.values);
    }
  });

  it('a ReLU that stops at 6 lets nothing back from above it, but for deconvolution', async () => {
    const design = buildChain('ReLU6', [
      ['input', { shape: [3] }],
      ['rescaling', { scale: 10, offset: 0 }],
      ['relu6'],
      ['dense', { units: 1 }],
    ]);
    const network = await networkOf(planOf(design), { seed: 1 });
    network.model.getLayer('dense_1').setWeights([tf.tensor([1, 1, -1], [3, 1]), tf.tensor([0])]);
    const request = { input: Float32Array.of(0.9, 0.3, 0.3), unit: { layer: 'dense_1', channel: 0 } };
    const found = async (method: AttributeRequest['method']) =>
      Array.from((await valuesOf(network, { ...request, method })).values);
    expect(await found('gradient')).toEqual([0, 10, -10]);
    expect(await found('guided-backpropagation')).toEqual([0, 10, 0]);
    expect(await found('deconvolution')).toEqual([10, 10, 0]);
  });

  it('a ReLU that is built into a layer counts like one that stands behind it', async () => {
    const plan = planOf(CHAIN);
    const network = await networkOf(plan, { seed: 4 });
    const start = tf.input({ shape: [8, 8, 2], name: 'input_1' });
    const layer = tf.layers.conv2d({ name: 'conv2d_1', filters: 3, kernelSize: 3, activation: 'relu' });
    const fused = tf.model({ inputs: start, outputs: layer.apply(start) as tf.SymbolicTensor });
    fused.getLayer('conv2d_1').setWeights(network.model.getLayer('conv2d_1').getWeights());
    const own = network.layerOf('conv2d_1');
    const given = network.layerOf('input_1');
    const changed = { ...plan, layers: [given, own], outputs: ['conv2d_1'], outputShape: own.outputShape };
    const short = { ...network, plan: changed, model: fused };
    const input = picture(128, 4);
    for (const method of ['gradient', 'guided-backpropagation', 'deconvolution'] as const) {
      const apart = await valuesOf(network, { method, input, unit: { layer: 'relu_1', channel: 1 } });
      const together = await valuesOf(short, { method, input, unit: { layer: 'conv2d_1', channel: 1 } });
      expect(together.rectifiers).toBe(1);
      expectClose(together.values, apart.values);
    }
  });

  it('an input of rank 1 has no places for Grad-CAM and occlusion', async () => {
    const design = buildChain('Row', [
      ['input', { shape: [4] }],
      ['dense', { units: 2 }],
    ]);
    const network = await networkOf(planOf(design), { seed: 2 });
    const request = { ...ATTRIBUTE, input: picture(4, 1), unit: { layer: 'dense_1', channel: 0 } };
    for (const method of ['grad-cam', 'occlusion'] as const) {
      expect(await attribute(workOn(network), { ...request, method })).toEqual({
        kind: 'refused',
        reason: 'no-places',
      });
    }
  });

  it('words, which are looked up, let no gradient through', async () => {
    const design = buildChain('Words', [
      ['input', { shape: [5] }],
      ['embedding', { vocabulary: 7, size: 3 } as never],
      ['flatten'],
      ['dense', { units: 2 }],
    ]);
    const network = await networkOf(planOf(design), { seed: 2 });
    const request = {
      ...ATTRIBUTE,
      method: 'gradient',
      input: Float32Array.of(1, 2, 3, 4, 5),
      unit: { layer: 'dense_1', channel: 0 },
    } as const;
    expect(await attribute(workOn(network), request)).toEqual({ kind: 'refused', reason: 'no-gradient' });
  });

  it('occlusion that is stopped gives nothing, and tells how far it is until then', async () => {
    const network = await networkOf(planOf(CHAIN), { seed: 2 });
    let parts = 0;
    const work = workOn(network);
    const request = {
      ...ATTRIBUTE,
      method: 'occlusion',
      input: picture(128, 1),
      unit: { layer: 'dense_1', channel: 0 },
    } as const;
    const stopped = { ...work, between: () => Promise.resolve((parts += 1) <= 2) };
    expect(await attribute(stopped, request)).toBeNull();
    expect(work.events).toEqual([
      { kind: 'progress', call: 'attribute', done: 16, total: 49 },
      { kind: 'progress', call: 'attribute', done: 32, total: 49 },
    ]);
  });

  it('leaves no tensor behind', async () => {
    const network = await networkOf(planOf(CHAIN), { seed: 2 });
    const before = tf.memory().numTensors;
    for (const method of [
      'gradient',
      'gradient-input',
      'guided-backpropagation',
      'deconvolution',
      'grad-cam',
      'occlusion',
    ] as const) {
      await attribute(workOn(network), {
        ...ATTRIBUTE,
        method,
        input: picture(128, 1),
        unit: { layer: 'dense_1', channel: 0 },
      });
    }
    expect(tf.memory().numTensors).toBe(before);
  });
});

/** From n × n to m × m, between the middles of cells. */
function bilinear(small: readonly number[], n: number, m: number): number[] {
  const source = (at: number) => Math.min(n - 1, Math.max(0, ((at + 0.5) * n) / m - 0.5));
  const mix = (at: number): readonly [number, number, number] => [
    Math.floor(source(at)),
    Math.min(n - 1, Math.floor(source(at)) + 1),
    source(at) % 1,
  ];
  return Array.from({ length: m * m }, (_, place) => {
    const [top, bottom, down] = mix(Math.floor(place / m));
    const [left, right, along] = mix(place % m);
    const cell = (row: number, column: number): number => small[row * n + column] ?? NaN;
    const line = (row: number): number => cell(row, left) * (1 - along) + cell(row, right) * along;
    return line(top) * (1 - down) + line(bottom) * down;
  });
}
