import type { ProblemCode } from '@/lib/core/problem';
import { type Link } from '@/lib/document/templates/build-chain';
import type { Case } from './case';
import { chain, EMPTY } from './designs';

const image = ['input', { shape: [28, 28, 1] }] as const;
const same3x3: readonly Link[] = [['conv2d', { padding: 'same' }], ['relu']];
function sigmoids(count: number): readonly Link[] {
  const pair: readonly Link[] = [['dense', { units: 20 }], ['sigmoid']];
  return Array.from({ length: count }, () => pair).flat();
}

function normalized(filters: number): readonly Link[] {
  return [['conv2d', { filters }], ['batch_norm'], ['relu']];
}

/** Hints about a design that could be built and trained as it is. */
export const DESIGN_CASES = {
  'design/empty': {
    what: 'a design not begun yet',
    document: EMPTY,
    place: { kind: 'document' },
    values: {},
    fixes: ['add-input'],
  },
  'design/linear-stack': {
    what: 'two 3 × 3 convolutions in a row',
    document: chain(image, ['conv2d', { strides: [2, 2] }], ['conv2d'], ['relu']),
    place: { kind: 'node', node: 'conv2d_2' },
    values: { first: 'conv2d_1', second: 'conv2d_2', what: 'convolution', kernel: [7, 7], stride: [2, 2] },
    fixes: ['insert'],
  },
  'design/no-activation': {
    what: 'pooling where an activation was forgotten',
    document: chain(image, ['conv2d'], ['max_pool2d'], ['conv2d', { kernelSize: [2, 2] }], ['relu']),
    place: { kind: 'node', node: 'conv2d_1' },
    values: { first: 'conv2d_1', second: 'conv2d_2' },
    fixes: ['insert'],
  },
  'design/saturating-stack': {
    what: 'three sigmoids in a row',
    document: chain(['input', { shape: [9] }], ...sigmoids(3), ['dense', { units: 10 }], ['softmax']),
    place: { kind: 'node', node: 'sigmoid_1' },
    values: { count: 3, factor: 0.016 },
    fixes: ['replace-all'],
  },
  'design/large-kernel': {
    what: 'a 5 × 5 kernel over many channels',
    document: chain(['input', { shape: [16, 16, 64] }], ['conv2d', { filters: 64, kernelSize: [5, 5] }], ['relu']),
    place: { kind: 'param', node: 'conv2d_1', param: 'kernelSize' },
    // (25·64 + 1)·64 → 2·(9·64 + 1)·64; 12² outputs of 25·64² against 14² and 12² of 9·64².
    values: { kernel: [5, 5], stack: 2, params: 102_464, stackParams: 73_856, macs: 2_211_840 },
    fixes: ['rewrite'],
  },
  'design/heavy-dense': {
    what: 'a dense layer on a large flattened image',
    document: chain(['input', { shape: [32, 32, 16] }], ['flatten'], ['dense', { units: 100 }], ['relu']),
    place: { kind: 'node', node: 'dense_1' },
    values: { params: 1_638_500, total: 1_638_500 },
    fixes: ['rewrite'],
  },
  'design/dropout-before-batch-norm': {
    what: 'a dropout before a batch normalization',
    document: chain(image, ['relu'], ['dropout'], ['conv2d', { useBias: false }], ['batch_norm'], ['relu']),
    place: { kind: 'node', node: 'dropout_1' },
    values: { layer: 'batch_norm_1' },
    fixes: ['move-behind', 'remove-layer'],
  },
  'design/bias-before-batch-norm': {
    what: 'biases that are subtracted at once',
    document: chain(image, ...normalized(8), ...normalized(4)),
    place: { kind: 'param', node: 'conv2d_1', param: 'useBias' },
    values: { count: 2, params: 12 },
    fixes: ['drop-biases'],
  },
  'design/stride-over-kernel': {
    what: 'a step over unread pixels',
    document: chain(image, ['conv2d', { kernelSize: [1, 1], strides: [2, 2] }], ['relu']),
    place: { kind: 'param', node: 'conv2d_1', param: 'strides' },
    values: { stride: [2, 2], kernel: [1, 1] },
    fixes: ['set-param'],
  },
  'design/small-field': {
    what: 'an average over small views',
    document: chain(image, ['conv2d', { padding: 'same' }], ['relu'], ['global_avg_pool2d'], ['dense'], ['softmax']),
    place: { kind: 'node', node: 'global_avg_pool2d_1' },
    values: { field: [3, 3], image: [28, 28] },
    fixes: ['set-param'],
  },
  'design/whole-field': {
    what: 'kernels over what has seen everything',
    document: chain(['input', { shape: [4, 4, 3] }], ...Array.from({ length: 6 }, () => same3x3).flat()),
    place: { kind: 'param', node: 'conv2d_5', param: 'kernelSize' },
    // Nine pixels behind four layers of 3 × 3, twice the picture and one more.
    values: { count: 2, field: [9, 9], image: [4, 4] },
    fixes: ['shrink-kernels'],
  },
  'design/kernel-over-image': {
    what: 'a kernel much larger than the image it pads',
    document: chain(image, ['conv2d', { kernelSize: [99, 99], padding: 'same' }], ['relu']),
    place: { kind: 'param', node: 'conv2d_1', param: 'kernelSize' },
    values: { kernel: [99, 99], image: [28, 28] },
    fixes: ['set-param'],
  },
  'design/dropped-edge': {
    what: 'a pooling that does not come out even',
    document: chain(['input', { shape: [11, 13, 2] }], ['max_pool2d'], ['relu']),
    place: { kind: 'param', node: 'max_pool2d_1', param: 'strides' },
    values: { rows: 1, columns: 1, image: [11, 13] },
    fixes: ['set-param'],
  },
} as const satisfies { readonly [C in ProblemCode]?: Case };
