import { analyze } from '@/lib/analysis/analyze';
import { unitBehind } from '@/lib/analysis/filters/behind';
import { TEMPLATE_IDS } from '@/lib/core/template-id';
import { TEMPLATES } from '@/lib/document/templates/templates';
import { chain, design } from '../designs';
import { buildLecture } from './lecture';

/** A network with a layer that works its way over all steps, or over every pair of them. */
test.each([['gru'], ['lstm'], ['multi_head_attention']] as const)(
  'a unit of %s is a mixture of its inputs, and that is found without working it out',
  (type) => {
    for (const features of [1, 32]) {
      const document = chain(['input', { shape: [80, features] }], [type, {}]);
      const analysis = analyze(document, null);
      const [layer] = Object.keys(analysis.layers).filter((id) => id !== 'input_1');
      expect(unitBehind(analysis, layer ?? '', 0)?.kind).toBe('mixed');
    }
  },
);

test('of every layer of every template it is known what stands behind its first unit', () => {
  for (const id of TEMPLATE_IDS) {
    const analysis = analyze(TEMPLATES[id].build(), null);
    for (const layer of Object.keys(analysis.flat.nodes)) expect(unitBehind(analysis, layer, 0)).not.toBeNull();
  }
});

describe('what stands behind a unit', () => {
  test.each([
    ['conv2d_1', 4, { layer: 'conv2d_1', unit: 4, cell: null }],
    ['relu_1', 4, { layer: 'conv2d_1', unit: 4, cell: null }],
    ['max_pool2d_1', 5, { layer: 'conv2d_1', unit: 5, cell: null }],
    ['max_pool2d_2', 7, { layer: 'conv2d_2', unit: 7, cell: null }],
    ['softmax_1', 3, { layer: 'dense_2', unit: 3, cell: null }],
  ] as const)('%s %i: a filter of the layer before that has weights', (layer, unit, at) => {
    expect(unitBehind(analyze(buildLecture(), null), layer, unit)).toEqual({ kind: 'filter', at, from: null });
  });

  // 5 × 5 × 12: number 300 − 1 is the last channel of the last cell, 13 the second channel of the second.
  test.each([
    [299, 11, [4, 4]],
    [13, 1, [0, 1]],
  ] as const)('number %i of what is laid flat: a cell of a map, and the filter behind that', (unit, channel, cell) => {
    expect(unitBehind(analyze(buildLecture(), null), 'flatten_1', unit)).toEqual({
      kind: 'filter',
      // A cell of a pooled map stands for several cells of the filter's.
      at: { layer: 'conv2d_2', unit: channel, cell: null },
      from: { layer: 'max_pool2d_2', unit: channel, cell },
    });
  });

  test('goes through normalization, dropout and global pooling', () => {
    const document = chain(
      ['input', { shape: [8, 8, 1] }],
      ['conv2d', { filters: 3 }],
      ['batch_norm'],
      ['relu'],
      ['dropout'],
      ['global_avg_pool2d'],
    );
    expect(unitBehind(analyze(document, null), 'global_avg_pool2d_1', 2)).toEqual({
      kind: 'filter',
      at: { layer: 'conv2d_1', unit: 2, cell: null },
      from: null,
    });
  });

  test('is the branch a channel came from, where branches are laid side by side', () => {
    const document = design((builder) => {
      const input = builder.add('input', { shape: [6, 6, 1] });
      const left = builder.add('conv2d', { filters: 2 }, input);
      const right = builder.add('conv2d', { filters: 3 }, input);
      builder.add('concatenate', {}, left, right);
    });
    expect(unitBehind(analyze(document, null), 'concatenate_1', 3)?.at).toMatchObject({ layer: 'conv2d_2', unit: 1 });
  });

  test('is one unit of each branch where they are added', () => {
    const document = design((builder) => {
      const input = builder.add('input', { shape: [6, 6, 1] });
      const left = builder.add('conv2d', { filters: 2 }, input);
      const right = builder.add('conv2d', { filters: 2 }, input);
      builder.add('relu', {}, builder.add('add', {}, left, right));
    });
    expect(unitBehind(analyze(document, null), 'relu_1', 1)).toEqual({
      kind: 'several',
      at: { layer: 'add_1', unit: 1, cell: null },
      from: null,
      units: [
        { layer: 'conv2d_1', unit: 1, cell: null },
        { layer: 'conv2d_2', unit: 1, cell: null },
      ],
    });
  });

  test('is the data where no layer with weights comes between', () => {
    const document = chain(['input', { shape: [6, 6, 3] }], ['max_pool2d']);
    expect(unitBehind(analyze(document, null), 'max_pool2d_1', 1)).toEqual({
      kind: 'input',
      at: { layer: 'input_1', unit: 1, cell: null },
      from: null,
    });
  });

  test('is not to be told where a unit is made of many by other means', () => {
    const document = chain(['input', { shape: [6, 4] }], ['lstm', { units: 3 }]);
    expect(unitBehind(analyze(document, null), 'lstm_1', 1)?.kind).toBe('mixed');
  });
});
