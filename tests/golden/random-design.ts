import type { NodeId } from '@/lib/core/ids';
import { analyze } from '@/lib/analysis/analyze';
import { applyCommand } from '@/lib/document/apply-command';
import { createDocument } from '@/lib/document/create-document';
import type { Document } from '@/lib/document/document';
import { LOSSES, OPTIMIZERS } from '@/lib/document/training-settings';
import { addedNodes } from '@/lib/document/graph';
import type { Params } from '@/lib/layers/fields';
import { createRandom, type Random } from '@/lib/core/random';

interface Growing {
  readonly document: Document;
  /** The layer that the next one goes behind. */
  readonly end: NodeId;
}

interface Maker {
  readonly random: Random;
  pick<T>(items: readonly [T, ...T[]]): T;
}

/** Titles that are hard to make identifiers of: reserved, doubled, accented, without a letter, hostile to comments. */
const TITLES = [
  'Conv',
  'conv',
  'new',
  'tf',
  'Lớp tích chập',
  '卷积',
  '1st',
  '*/ alert(1)',
  'inputShape',
  '@ts-expect-error',
  'a title that goes on and on until nobody would want to read it in code',
] as const;

/** A valid classifier, drawn by the seed: every layer type, branches, uneven windows, odd titles, vectors as inputs. */
export function randomDesign(seed: number): Document {
  const random = createRandom(seed);
  const maker: Maker = { random, pick: (items) => items[random.below(items.length)] ?? items[0] };
  const { document } = random.below(4) === 0 ? onVectors(seed, maker) : onPictures(seed, maker);
  return withSettings(withTitles(document, maker), maker);
}

function onPictures(seed: number, maker: Maker): Growing {
  const { random } = maker;
  let growing = grow(createDocument(`Random ${seed}`), null, 'input', {
    shape: [6 + random.below(8), 6 + random.below(8), 1 + random.below(4)],
  });
  const steps = 3 + random.below(6);
  for (let step = 0; step < steps; step++) growing = valid(growing, maker.pick(IMAGE_STEPS)(growing, maker));
  return maker.pick(ENDS)(growing, maker);
}

/** Dense layers alone, with a shortcut round one of them. */
function onVectors(seed: number, maker: Maker): Growing {
  const { random } = maker;
  const start = grow(createDocument(`Vectors ${seed}`), null, 'input', { shape: [1 + random.below(30)] });
  const first = grow(start.document, start.end, 'dense', { units: 1 + random.below(12) });
  const merge = maker.pick(['add', 'concatenate']);
  const units = merge === 'add' ? (shapeAt(first)[0] ?? 1) : 1 + random.below(6);
  const side = grow(first.document, first.end, 'dense', { units });
  const joined = grow(side.document, side.end, merge);
  const document = applyCommand(joined.document, { kind: 'connect', source: first.end, target: joined.end });
  return head({ document, end: joined.end }, maker);
}

type Step = (growing: Growing, maker: Maker) => Growing;

function grow(document: Document, end: NodeId | null, type: string, params: Params = {}): Growing {
  const added = applyCommand(document, { kind: 'add-layer', type, params });
  const [node] = addedNodes(document, added);
  if (node === undefined) throw new Error(`there is no layer type ${type}`);
  if (end === null) return { document: added, end: node };
  return { document: applyCommand(added, { kind: 'connect', source: end, target: node }), end: node };
}

/** The step, unless it made a layer that does not fit, such as a window larger than its picture. */
function valid(before: Growing, after: Growing): Growing {
  const { layers } = analyze(after.document, null);
  return layers[after.end]?.output === null ? before : after;
}

function shapeAt({ document, end }: Growing): readonly number[] {
  return analyze(document, null).layers[end]?.output?.shape ?? [];
}

function pair({ random }: Maker, most: number): readonly [number, number] {
  return [1 + random.below(most), 1 + random.below(most)];
}

const convolution: Step = (growing, maker) => {
  const { random, pick } = maker;
  const strides = pair(maker, 2);
  const explicit = { top: random.below(3), bottom: random.below(2), left: random.below(2), right: random.below(3) };
  return grow(growing.document, growing.end, 'conv2d', {
    filters: 1 + random.below(6),
    kernelSize: pair(maker, 4),
    strides,
    padding: pick(['valid', 'same', explicit]),
    dilation: strides[0] + strides[1] === 2 ? pair(maker, 2) : [1, 1],
    useBias: pick([true, false]),
    kernelInitializer: pick(['glorotUniform', 'heNormal', 'orthogonal']),
    biasStart: pick([0, 1, 0.25]),
  });
};

const groupedConvolution: Step = (growing, { random }) => {
  const channels = shapeAt(growing)[2] ?? 1;
  const filters = channels * (1 + random.below(2));
  return grow(growing.document, growing.end, 'conv2d', { filters, groups: channels, padding: 'same' });
};

const pooling: Step = (growing, maker) => {
  const { random, pick } = maker;
  const poolSize = pair(maker, 3);
  const side = (axis: 0 | 1) => random.below(Math.floor(poolSize[axis] / 2) + 1);
  const [top, left] = [side(0), side(1)];
  const explicit = { top, bottom: Math.min(top, side(0)), left, right: Math.min(left, side(1)) };
  const type = pick(['max_pool2d', 'avg_pool2d']);
  return grow(growing.document, growing.end, type, {
    poolSize,
    strides: pair(maker, 2),
    padding: pick(['valid', 'same', explicit]),
    rounding: pick(['floor', 'floor', 'ceil']),
    ...(type === 'avg_pool2d' ? { countPadding: pick([true, false]) } : {}),
  });
};

const otherConvolution: Step = (growing, maker) => {
  const { random, pick } = maker;
  const type = pick(['conv2d_transpose', 'depthwise_conv2d', 'separable_conv2d']);
  const strides = pair(maker, 2);
  const isDilated = type !== 'conv2d_transpose' && strides[0] + strides[1] === 2;
  return grow(growing.document, growing.end, type, {
    kernelSize: pair(maker, 3),
    strides,
    padding: pick(['valid', 'same']),
    useBias: pick([true, false]),
    ...(type === 'depthwise_conv2d' ? {} : { filters: 1 + random.below(5) }),
    ...(type === 'conv2d_transpose' ? {} : { depthMultiplier: 1 + random.below(2) }),
    ...(isDilated ? { dilation: pair(maker, 2) } : {}),
  });
};

const resizing: Step = (growing, maker) => {
  const { random, pick } = maker;
  const sides = { top: random.below(3), bottom: random.below(2), left: random.below(2), right: random.below(3) };
  switch (pick(['zero_padding2d', 'cropping2d', 'up_sampling2d', 'adaptive_avg_pool2d'])) {
    case 'up_sampling2d':
      return grow(growing.document, growing.end, 'up_sampling2d', {
        size: pair(maker, 2),
        interpolation: pick(['nearest', 'bilinear']),
      });
    case 'adaptive_avg_pool2d':
      return grow(growing.document, growing.end, 'adaptive_avg_pool2d', { outputSize: pair(maker, 6) });
    case 'cropping2d':
      return grow(growing.document, growing.end, 'cropping2d', sides);
    default:
      return grow(growing.document, growing.end, 'zero_padding2d', sides);
  }
};

const ELEMENTWISE: readonly [readonly [string, Params?], ...(readonly [string, Params?])[]] = [
  ['relu'],
  ['leaky_relu'],
  ['sigmoid'],
  ['tanh'],
  ['dropout'],
  ['prelu', { sharing: 'channel' }],
  ['prelu', { sharing: 'value' }],
  ['relu6'],
  ['elu'],
  ['elu', { alpha: 0.7 }],
  ['selu'],
  ['gelu'],
  ['gelu', { form: 'tanh' }],
  ['silu'],
  ['hard_swish'],
  ['hard_sigmoid'],
  ['hard_sigmoid', { slope: 'fifth' }],
  ['softplus'],
  ['mish'],
  ['rescaling'],
  ['spatial_dropout2d'],
  ['gaussian_noise'],
];

const elementwise: Step = (growing, { pick }) => grow(growing.document, growing.end, ...pick(ELEMENTWISE));

const normalization: Step = (growing, { pick }) =>
  grow(growing.document, growing.end, 'batch_norm', {
    momentum: pick([0.99, 0.9]),
    epsilon: pick([0.001, 0.01]),
    center: pick([true, false]),
    scale: pick([true, false]),
  });

const sampleNormalization: Step = (growing, { pick }) => {
  const [center, scale] = [pick([true, false]), pick([true, false])];
  const [type, params] = pick<readonly [string, Params]>([
    ['layer_norm', { center, scale }],
    ['group_norm', { groups: shapeAt(growing)[2] ?? 1, center, scale }],
    ['local_response_norm', { alphaConvention: pick(['sum', 'mean']) }],
  ]);
  return grow(growing.document, growing.end, type, params);
};

/** Around the end and back to it: by Add where the sizes agree, by Concatenate with other channels. */
const branch: Step = (growing, { random, pick }) => {
  const merge = pick(['add', 'concatenate']);
  const channels = shapeAt(growing)[2] ?? 1;
  const filters = merge === 'add' ? channels : 1 + random.below(4);
  const side = grow(growing.document, growing.end, 'conv2d', { filters, kernelSize: [3, 3], padding: 'same' });
  const joined = grow(side.document, side.end, merge);
  const document = applyCommand(joined.document, { kind: 'connect', source: growing.end, target: joined.end });
  return { document, end: joined.end };
};

const IMAGE_STEPS: readonly [Step, ...Step[]] = [
  convolution,
  convolution,
  groupedConvolution,
  otherConvolution,
  pooling,
  resizing,
  elementwise,
  normalization,
  sampleNormalization,
  branch,
];

const ENDS: readonly [Step, ...Step[]] = [
  (growing, maker) => head(grow(growing.document, growing.end, 'flatten'), maker),
  (growing, maker) => head(grow(growing.document, growing.end, 'global_avg_pool2d'), maker),
];

const head: Step = ({ document, end }, { random, pick }) => {
  const hidden = grow(document, end, 'dense', {
    units: 1 + random.below(20),
    useBias: pick([true, false]),
    biasStart: pick([0, 1, -0.5]),
  });
  const active = grow(hidden.document, hidden.end, pick(['relu', 'tanh', 'batch_norm']));
  const output = grow(active.document, active.end, 'dense', { units: 2 + random.below(9) });
  const last = pick(['softmax', 'softmax', 'sigmoid', null]);
  return last === null ? output : grow(output.document, output.end, last);
};

function withTitles(document: Document, { random, pick }: Maker): Document {
  return Object.keys(document.nodes).reduce((titled, node) => {
    if (random.below(3) > 0) return titled;
    return applyCommand(titled, { kind: 'set-title', node, title: pick(TITLES) });
  }, document);
}

function withSettings(document: Document, { random, pick }: Maker): Document {
  const optimizer = { ...document.training.optimizer, name: pick(OPTIMIZERS) };
  const settings = { loss: pick(LOSSES), optimizer, seed: random.below(1000), batchSize: 1 + random.below(64) };
  return applyCommand(document, { kind: 'set-training', settings });
}
