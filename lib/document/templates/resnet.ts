import type { NodeId } from '@/lib/core/ids';
import type { Document } from '@/lib/document/document';
import { addChain, createBuilder, withoutDataset, type Builder, type Link } from '@/lib/document/templates/build-chain';
import {
  averageClassifier,
  border,
  convolutionNorm,
  convolutionNormRelu,
  type ConvolutionUnit,
} from '@/lib/document/templates/units';

/** Filters inside the blocks of the four stages; a bottleneck gives four times as many. */
const WIDTHS = [64, 128, 256, 512] as const;

interface Kind {
  readonly name: string;
  /** Blocks per stage. */
  readonly depths: readonly [number, number, number, number];
  /** Output channels for each filter inside. */
  readonly expansion: number;
  /** The way past the shortcut, without its last activation. */
  readonly residual: (width: number, stride: number) => readonly Link[];
  readonly unit: Pick<ConvolutionUnit, 'useBias' | 'norm'>;
}

/**
 * He, Zhang, Ren & Sun, "Deep Residual Learning for Image Recognition", CVPR 2016, table 1, as in torchvision: 11,689,512 and
 * 21,797,672 trained parameters.
 */
export function buildResnet18(): Document {
  return build({ name: 'ResNet-18', depths: [2, 2, 2, 2], expansion: 1, residual: twoConvolutions, unit: {} });
}

export function buildResnet34(): Document {
  return build({ name: 'ResNet-34', depths: [3, 4, 6, 3], expansion: 1, residual: twoConvolutions, unit: {} });
}

/**
 * As in torchvision: the 3 × 3 of a stage's first bottleneck has the stride ("ResNet v1.5": more products than the paper's, 0.5
 * points more accurate, by NVIDIA's measurement). 25,557,032 trained parameters.
 */
export function buildResnet50(): Document {
  const residual = (width: number, stride: number) => bottleneck({ width, strides: [1, stride] });
  return build({ name: 'ResNet-50', depths: [3, 4, 6, 3], expansion: 4, residual, unit: {} });
}

/** As in Keras and the paper: the first 1 × 1 has the stride; every convolution has a bias. 25,636,712 parameters in all. */
export function buildResnet50Keras(): Document {
  const unit = { useBias: true, norm: { momentum: 0.99, epsilon: 1.001e-5 } };
  const residual = (width: number, stride: number) => bottleneck({ width, strides: [stride, 1], unit });
  return build({ name: 'ResNet-50 (Keras)', depths: [3, 4, 6, 3], expansion: 4, residual, unit });
}

function twoConvolutions(width: number, stride: number): readonly Link[] {
  return [
    ...convolutionNormRelu({ filters: width, kernel: 3, stride }),
    ...convolutionNorm({ filters: width, kernel: 3 }),
  ];
}

interface Bottleneck {
  readonly width: number;
  /** Of the first two convolutions. */
  readonly strides: readonly [number, number];
  readonly unit?: Kind['unit'];
}

function bottleneck({ width, strides: [first, second], unit = {} }: Bottleneck): readonly Link[] {
  return [
    ...convolutionNormRelu({ filters: width, kernel: 1, stride: first, ...unit }),
    ...convolutionNormRelu({ filters: width, kernel: 3, stride: second, ...unit }),
    ...convolutionNorm({ filters: 4 * width, kernel: 1, ...unit }),
  ];
}

/** Each stage begins with a block whose shortcut fits the sizes, if they change; the others are all alike. */
function build(kind: Kind): Document {
  const builder = createBuilder(kind.name);
  let end = addChain(builder, [
    ['input', { shape: [224, 224, 3] }],
    ...convolutionNormRelu({ filters: 64, kernel: 7, stride: 2, ...kind.unit }),
    ['max_pool2d', { poolSize: [3, 3], padding: border(1) }],
  ]);
  WIDTHS.forEach((width, stage) => {
    const count = kind.depths[stage] ?? 0;
    const projects = stage > 0 || kind.expansion > 1;
    if (projects) end = addProjecting(builder, { kind, width, stride: stage === 0 ? 1 : 2 }, end);
    const block = builder.block(`Residual block ${width * kind.expansion}`, (inside, input) => {
      return join(inside, addChain(inside, kind.residual(width, 1), input), input);
    });
    end = builder.use(block, { repeat: projects ? count - 1 : count }, end);
  });
  addChain(builder, averageClassifier(), end);
  return withoutDataset(builder.build());
}

interface Projecting {
  readonly kind: Kind;
  readonly width: number;
  readonly stride: number;
}

/** Option B of the paper: a 1 × 1 convolution where the sizes change. */
function addProjecting(builder: Builder, { kind, width, stride }: Projecting, from: NodeId): NodeId {
  const residual = addChain(builder, kind.residual(width, stride), from);
  const filters = width * kind.expansion;
  const shortcut = addChain(builder, convolutionNorm({ filters, kernel: 1, stride, ...kind.unit }), from);
  return join(builder, residual, shortcut);
}

function join(builder: Builder, residual: NodeId, shortcut: NodeId): NodeId {
  return builder.add('relu', {}, builder.add('add', {}, residual, shortcut));
}
