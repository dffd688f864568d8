import type { NodeId } from '@/lib/core/ids';
import type { Document } from '@/lib/document/document';
import {
  addChain,
  createBuilder,
  withoutDataset,
  type Builder,
  type DrawBlock,
  type Link,
} from '@/lib/document/templates/build-chain';
import { averageClassifier, convolutionNormRelu } from '@/lib/document/templates/units';

/**
 * Szegedy, Vanhoucke, Ioffe, Shlens & Wojna, "Rethinking the Inception Architecture for Computer Vision", CVPR 2016, as in
 * torchvision without the auxiliary classifier: 23,834,568 trained parameters (27,161,264 with it). Keras's has 23,851,784 in
 * all, statistics counted, without a scale in its batch normalization.
 */
export function buildInceptionV3(): Document {
  const builder = createBuilder('Inception v3');
  let end = addChain(builder, [['input', { shape: [299, 299, 3] }], ...STEM]);
  const draw = (module: DrawBlock) => (end = module(builder, end));
  const twice = (name: string, module: DrawBlock) => {
    end = builder.use(builder.block(name, module), { repeat: 2 }, end);
  };
  draw(fives(32));
  twice('Inception A', fives(64));
  draw(firstReduction);
  draw(sevens(128));
  twice('Inception B', sevens(160));
  draw(sevens(192));
  draw(secondReduction);
  twice('Inception C', fans);
  addChain(builder, averageClassifier(0.5), end);
  return withoutDataset(builder.build());
}

type Kernel = 1 | 3 | 5 | readonly [number, number];

interface Options {
  readonly stride?: number;
  readonly padding?: 'valid';
}

function unit(filters: number, kernel: Kernel, options: Options = {}): readonly Link[] {
  return convolutionNormRelu({ filters, kernel, norm: { momentum: 0.9, epsilon: 0.001 }, ...options });
}

const HALVING = { stride: 2, padding: 'valid' } as const;
const MAXIMUM: Link = ['max_pool2d', { poolSize: [3, 3] }];
/** PyTorch's mean counts the zeros of the border. */
const MEAN: Link = [
  'avg_pool2d',
  { poolSize: [3, 3], strides: [1, 1], padding: { top: 1, bottom: 1, left: 1, right: 1 }, countPadding: true },
];

const STEM: readonly Link[] = [
  ...unit(32, 3, HALVING),
  ...unit(32, 3, { padding: 'valid' }),
  ...unit(64, 3),
  MAXIMUM,
  ...unit(80, 1),
  ...unit(192, 3, { padding: 'valid' }),
  MAXIMUM,
];

/** Figure 5 of the paper, but with one 5 × 5 left, as in the authors' code and torchvision. */
function fives(pooled: number): DrawBlock {
  return branches(
    unit(64, 1),
    [...unit(48, 1), ...unit(64, 5)],
    [...unit(64, 1), ...unit(96, 3), ...unit(96, 3)],
    [MEAN, ...unit(pooled, 1)],
  );
}

/** Figure 6 with n = 7. */
function sevens(width: number): DrawBlock {
  const [row, column] = [
    [1, 7],
    [7, 1],
  ] as const;
  return branches(
    unit(192, 1),
    [...unit(width, 1), ...unit(width, row), ...unit(192, column)],
    [...unit(width, 1), ...unit(width, column), ...unit(width, row), ...unit(width, column), ...unit(192, row)],
    [MEAN, ...unit(192, 1)],
  );
}

/** Figure 10. */
const firstReduction = branches(
  unit(384, 3, HALVING),
  [...unit(64, 1), ...unit(96, 3), ...unit(96, 3, HALVING)],
  [MAXIMUM],
);

const secondReduction = branches(
  [...unit(192, 1), ...unit(320, 3, HALVING)],
  [...unit(192, 1), ...unit(192, [1, 7]), ...unit(192, [7, 1]), ...unit(192, 3, HALVING)],
  [MAXIMUM],
);

function branches(...ways: readonly (readonly Link[])[]): DrawBlock {
  return (inside, input) => {
    const ends = ways.map((links) => addChain(inside, links, input));
    return inside.add('concatenate', {}, ...ends);
  };
}

/** Figure 7: the last convolution of two branches is one of 1 × 3 beside one of 3 × 1. */
const fans: DrawBlock = (inside, input) => {
  const one = addChain(inside, unit(320, 1), input);
  const short = addFan(inside, addChain(inside, unit(384, 1), input));
  const long = addFan(inside, addChain(inside, [...unit(448, 1), ...unit(384, 3)], input));
  const pooled = addChain(inside, [MEAN, ...unit(192, 1)], input);
  return inside.add('concatenate', {}, one, ...short, ...long, pooled);
};

function addFan(builder: Builder, from: NodeId): readonly NodeId[] {
  return (
    [
      [1, 3],
      [3, 1],
    ] as const
  ).map((kernel) => addChain(builder, unit(384, kernel), from));
}
