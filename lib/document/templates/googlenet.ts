import type { NodeId } from '@/lib/core/ids';
import type { Document } from '@/lib/document/document';
import { addChain, createBuilder, withoutDataset, type Builder, type Link } from '@/lib/document/templates/build-chain';
import { averageClassifier, border, convolutionNormRelu, convolutionRelu, named } from '@/lib/document/templates/units';

/** Filters of a module: 1 × 1; 3 × 3 and the 1 × 1 before it; the third branch's two; 1 × 1 behind the pooling. */
type Module = readonly [name: string, one: number, ...pairs: readonly [number, number, number, number], pool: number];

/** Szegedy et al., "Going Deeper with Convolutions", CVPR 2015, table 1. */
const STAGES: readonly (readonly Module[])[] = [
  [
    ['3a', 64, 96, 128, 16, 32, 32],
    ['3b', 128, 128, 192, 32, 96, 64],
  ],
  [
    ['4a', 192, 96, 208, 16, 48, 64],
    ['4b', 160, 112, 224, 24, 64, 64],
    ['4c', 128, 128, 256, 24, 64, 64],
    ['4d', 112, 144, 288, 32, 64, 64],
    ['4e', 256, 160, 320, 32, 128, 128],
  ],
  [
    ['5a', 256, 160, 320, 32, 128, 128],
    ['5b', 384, 192, 384, 48, 128, 128],
  ],
];

/** What differs between the two. */
interface Version {
  readonly name: string;
  readonly stem: readonly Link[];
  readonly unit: (filters: number, kernel: number) => readonly Link[];
  /** Of the third branch; the paper says 5. */
  readonly wideKernel: number;
  /** Windows of the poolings between the stages. */
  readonly pools: readonly [number, number];
  readonly end: readonly Link[];
}

/**
 * As in torchvision without the two auxiliary classifiers: batch normalization for biases and response normalization, 3 × 3 in
 * the third branch, where the paper has 5 × 5, and a 2 × 2 pooling before the last stage. 6,624,904 trained parameters.
 */
export function buildGooglenet(): Document {
  const norm = { momentum: 0.9, epsilon: 0.001 };
  const unit = (filters: number, kernel: number) => convolutionNormRelu({ filters, kernel, norm });
  return build({
    name: 'GoogLeNet',
    stem: [
      ...convolutionNormRelu({ filters: 64, kernel: 7, stride: 2, norm }),
      pool(3),
      ...unit(64, 1),
      ...unit(192, 3),
      pool(3),
    ],
    unit,
    wideKernel: 3,
    pools: [3, 2],
    end: averageClassifier(0.2),
  });
}

/** As in Caffe's bvlc_googlenet and the paper, its auxiliary classifiers left out: 6,998,552 parameters. */
export function buildGooglenetCaffe(): Document {
  const norm: Link = ['local_response_norm', { bias: 1, alphaConvention: 'mean' }];
  return build({
    name: 'GoogLeNet (Caffe)',
    stem: [
      ['conv2d', { filters: 64, kernelSize: [7, 7], strides: [2, 2], padding: border(3) }],
      ['relu'],
      pool(3),
      norm,
      ...convolutionRelu(64, 1),
      ...convolutionRelu(192, 3),
      norm,
      pool(3),
    ],
    unit: convolutionRelu,
    wideKernel: 5,
    pools: [3, 3],
    end: averageClassifier(0.4),
  });
}

function build(version: Version): Document {
  const builder = createBuilder(version.name);
  let end = addChain(builder, [['input', { shape: [224, 224, 3] }], ...version.stem]);
  STAGES.forEach((modules, stage) => {
    for (const inception of modules) end = addModule(builder, { version, inception }, end);
    const window = version.pools[stage];
    if (window !== undefined) end = addChain(builder, [pool(window)], end);
  });
  addChain(builder, version.end, end);
  return withoutDataset(builder.build());
}

interface Part {
  readonly version: Version;
  readonly inception: Module;
}

function addModule(builder: Builder, { version, inception }: Part, from: NodeId): NodeId {
  const { unit, wideKernel } = version;
  const [name, one, reduceThree, three, reduceWide, wide, projected] = inception;
  const branches = [
    unit(one, 1),
    [...unit(reduceThree, 1), ...unit(three, 3)],
    [...unit(reduceWide, 1), ...unit(wide, wideKernel)],
    [POOL_IN_PLACE, ...unit(projected, 1)],
  ].map((links) => addChain(builder, links, from));
  return named(builder, builder.add('concatenate', {}, ...branches), `Inception ${name}`);
}

const POOL_IN_PLACE: Link = ['max_pool2d', { poolSize: [3, 3], strides: [1, 1], padding: 'same' }];

/** Both round the number of windows up. */
function pool(size: number): Link {
  return ['max_pool2d', { poolSize: [size, size], rounding: 'ceil' }];
}
