import { analyze } from '@/lib/analysis/analyze';
import type { ReceptiveField } from '@/lib/analysis/analysis';
import type { Document } from '@/lib/document/document';
import { buildAlexnet } from '@/lib/document/templates/alexnet';
import { buildLenet5 } from '@/lib/document/templates/lenet5';
import { buildVgg } from '@/lib/document/templates/vgg';
import type { Link } from '@/lib/document/templates/build-chain';
import { chain, design } from './designs';

function fieldOf(document: Document, node: string): ReceptiveField | null | undefined {
  return analyze(document, null).layers[node]?.receptiveField;
}

const image = ['input', { shape: [64, 64, 3] }] as const;

describe('receptive fields', () => {
  // Araujo, Norris & Sim 2019, table 1: AlexNet 195 and VGG-16 212 at the last pooling, strides 32.
  it.each([
    ['AlexNet', buildAlexnet(), 'max_pool2d_3', 195, 32],
    ['VGG-16', buildVgg('VGG-16'), 'max_pool2d_5', 212, 32],
  ])('%s sees what is published', (_, document, node, size, jump) => {
    expect(fieldOf(document, node)).toMatchObject({ size: [size, size], jump: [jump, jump], global: false });
  });

  it('is one pixel at the input and the whole image behind a flatten', () => {
    expect(fieldOf(buildLenet5(), 'input_1')).toEqual({ size: [1, 1], jump: [1, 1], start: [0.5, 0.5], global: false });
    expect(fieldOf(buildLenet5(), 'flatten_1')).toEqual({
      size: [28, 28],
      jump: [0, 0],
      start: [14, 14],
      global: true,
    });
    expect(fieldOf(buildLenet5(), 'softmax_1')?.global).toBe(true);
  });

  it.each<[string, readonly Link[], ReceptiveField['size'], ReceptiveField['jump'], ReceptiveField['start']]>([
    ['two 3 × 3 kernels see 5 × 5', [['conv2d'], ['conv2d']], [5, 5], [1, 1], [2.5, 2.5]],
    [
      'padding “same” keeps the centre on the first pixel',
      [['conv2d', { padding: 'same' }]],
      [3, 3],
      [1, 1],
      [0.5, 0.5],
    ],
    ['a stride spreads what follows', [['conv2d', { strides: [2, 1] }], ['conv2d']], [7, 5], [2, 1], [3.5, 2.5]],
    ['a dilated kernel sees as far as it reaches', [['conv2d', { dilation: [2, 3] }]], [5, 7], [1, 1], [2.5, 3.5]],
    ['activations change nothing', [['conv2d'], ['relu'], ['batch_norm']], [3, 3], [1, 1], [1.5, 1.5]],
    [
      'uneven padding moves the centre',
      [['conv2d', { padding: { top: 2, bottom: 0, left: 1, right: 0 } }]],
      [3, 3],
      [1, 1],
      [-0.5, 0.5],
    ],
  ])('%s', (_, links, size, jump, start) => {
    const document = chain(image, ...links);
    const last = Object.keys(document.nodes).at(-1) ?? '';
    expect(fieldOf(document, last)).toEqual({ size, jump, start, global: false });
  });

  it('covers both branches of a merge', () => {
    const document = design((builder) => {
      const input = builder.add(...image);
      const wide = builder.add('conv2d', { kernelSize: [5, 5], padding: 'same' }, input);
      const narrow = builder.add('conv2d', { padding: 'same' }, input);
      builder.add('concatenate', {}, narrow, wide);
    });
    expect(fieldOf(document, 'concatenate_1')).toMatchObject({ size: [5, 5], jump: [1, 1], start: [0.5, 0.5] });
  });

  it('covers branches that look at shifted places', () => {
    const document = design((builder) => {
      const input = builder.add(...image);
      const up = builder.add('conv2d', { padding: { top: 2, bottom: 0, left: 1, right: 1 } }, input);
      const down = builder.add('conv2d', { padding: { top: 0, bottom: 2, left: 1, right: 1 } }, input);
      builder.add('concatenate', {}, up, down);
    });
    expect(fieldOf(document, 'concatenate_1')).toMatchObject({ size: [5, 3], start: [0.5, 0.5] });
  });

  it('is unknown where branches of different strides meet, until all places come together', () => {
    const document = design((builder) => {
      const input = builder.add(...image);
      const strided = builder.add('conv2d', { strides: [2, 2], padding: 'same' }, input);
      const cropped = builder.add('conv2d', { kernelSize: [33, 33] }, input);
      builder.add('global_avg_pool2d', {}, builder.add('concatenate', {}, strided, cropped));
    });
    expect(analyze(document, null).layers.concatenate_1?.output?.shape).toEqual([32, 32, 64]);
    expect(fieldOf(document, 'concatenate_1')).toBeNull();
    expect(fieldOf(document, 'global_avg_pool2d_1')).toMatchObject({ size: [64, 64], global: true });
  });

  it('is unknown for vectors', () => {
    expect(fieldOf(chain(['input', { shape: [10] }], ['dense']), 'dense_1')).toBeNull();
  });
});
