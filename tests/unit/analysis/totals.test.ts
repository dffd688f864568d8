import { analyze } from '@/lib/analysis/analyze';
import { shareOfParams } from '@/lib/analysis/totals';
import type { OptimizerName } from '@/lib/document/training-settings';
import { buildLenet5 } from '@/lib/document/templates/lenet5';
import { change, chain } from './designs';

const small = chain(['input', { shape: [4, 4, 1] }], ['flatten'], ['dense', { units: 3 }], ['softmax']);

function memoryWith(name: OptimizerName, batchSize: number) {
  const { optimizer } = small.training;
  const document = change(small, { kind: 'set-training', settings: { batchSize, optimizer: { ...optimizer, name } } });
  return analyze(document, null).totals.memory;
}

describe('totals', () => {
  it('count weights and multiply-accumulates of LeNet-5', () => {
    // Convolutions 28·28·6·25 and 10·10·16·150, dense layers 400·120, 120·84 and 84·10.
    const macs = 117_600 + 240_000 + 48_000 + 10_080 + 840;
    expect(analyze(buildLenet5(), null).totals).toMatchObject({ params: 61_706, trainableParams: 61_706, macs });
  });

  it('say so when a fault leaves layers uncounted', () => {
    expect(analyze(buildLenet5(), null).totals.complete).toBe(true);
    const broken = change(buildLenet5(), { kind: 'remove', nodes: ['flatten_1'], edges: [] });
    const { complete, params } = analyze(broken, null).totals;
    expect(complete).toBe(false);
    expect(params).toBe(156 + 2416);
    expect(shareOfParams(156, { complete, params })).toBe(0);
  });

  it('tell trained numbers from measured ones', () => {
    const document = chain(['input', { shape: [8, 8, 5] }], ['batch_norm']);
    expect(analyze(document, null).totals).toMatchObject({ params: 20, trainableParams: 10 });
  });

  it('say what inference holds at once: weights, and the largest layer with its input', () => {
    // 16·3 + 3 weights; the flatten holds 16 + 16 values.
    expect(memoryWith('sgd', 10)).toMatchObject({
      weights: 4 * 51,
      inferenceActivations: 4 * 10 * 32,
      inference: 4 * (51 + 320),
    });
  });

  it.each<[OptimizerName, number]>([
    ['sgd', 1],
    ['momentum', 2],
    ['nesterov', 2],
    ['rmsprop', 2],
    ['adagrad', 2],
    ['adadelta', 3],
    ['adam', 3],
    ['adamw', 3],
    ['adamax', 3],
    ['lion', 2],
  ])('count gradients and state of %s as %i numbers per weight', (name, numbers) => {
    const memory = memoryWith(name, 10);
    expect(memory.trainingState).toBe(4 * 51 * numbers);
    // 16 + 16 + 3 + 3 values of every layer, and the gradients around the flatten.
    expect(memory.training).toBe(4 * (51 + 10 * 38 + 10 * 32 + 51 * numbers));
  });

  it('grow with the batch, but for the weights and their state', () => {
    const [one, many] = [memoryWith('adam', 1), memoryWith('adam', 100)];
    expect(many.trainingActivations).toBe(100 * one.trainingActivations);
    expect(many.weights + many.trainingState).toBe(one.weights + one.trainingState);
  });

  it('leave out layers that are not part of the network', () => {
    const lenet = buildLenet5();
    const document = change(
      lenet,
      { kind: 'add-layer', type: 'conv2d' },
      { kind: 'connect', source: 'input_1', target: 'conv2d_3' },
    );
    expect(analyze(document, null).totals).toEqual(analyze(lenet, null).totals);
    expect(analyze(document, null).layers.conv2d_3?.params).toBe(320);
  });
});
