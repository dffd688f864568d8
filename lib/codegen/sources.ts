import type { CustomKerasClass } from '@/lib/layers/keras-class-names';
import { SOURCES } from '@/lib/codegen/generated/sources';

export type SourcePath = keyof typeof SOURCES;

const CUSTOM_LAYER_FILES = {
  GroupedConv1D: 'layers/grouped-conv1d.ts',
  DilatedDepthwiseConv2D: 'layers/dilated-depthwise-conv2d.ts',
  DilatedSeparableConv2D: 'layers/dilated-depthwise-conv2d.ts',
  PaddedMaxPooling2D: 'layers/padded-pooling2d.ts',
  PaddedAveragePooling2D: 'layers/padded-pooling2d.ts',
  SameAveragePooling1D: 'layers/same-average-pooling1d.ts',
  AdaptiveAveragePooling2D: 'layers/adaptive-average-pooling2d.ts',
  ExactUpSampling2D: 'layers/exact-up-sampling2d.ts',
  GroupedConv2D: 'layers/grouped-conv2d.ts',
  PartialBatchNormalization: 'layers/partial-batch-normalization.ts',
  SameAveragePooling2D: 'layers/same-average-pooling2d.ts',
  SeededDropout: 'layers/seeded-dropout.ts',
  SpatialDropout2D: 'layers/spatial-dropout2d.ts',
  GaussianNoise: 'layers/gaussian-noise.ts',
  ELU: 'layers/elu.ts',
  ApproximateGELU: 'layers/approximate-gelu.ts',
  HardSwish: 'layers/hard-swish.ts',
  HardSigmoid: 'layers/hard-sigmoid.ts',
  PartialLayerNormalization: 'layers/partial-layer-normalization.ts',
  GroupNormalization: 'layers/group-normalization.ts',
  LocalResponseNormalization: 'layers/local-response-normalization.ts',
  Subtract: 'layers/subtract.ts',
  ChannelSlice: 'layers/channel-slice.ts',
  ChannelSplit: 'layers/channel-split.ts',
  ChannelShuffle: 'layers/channel-shuffle.ts',
  PositionEmbedding: 'layers/position-embedding.ts',
  MultiHeadAttention: 'layers/multi-head-attention.ts',
} as const satisfies Readonly<Record<CustomKerasClass, SourcePath>>;

/** Where a class of ours stands under src/ in an exported project. */
export function customLayerFile(callee: CustomKerasClass): SourcePath {
  return CUSTOM_LAYER_FILES[callee];
}

/** Text of a source file that does not depend on the design. */
export function sourceText(file: SourcePath): string {
  return SOURCES[file];
}

/** What people look for first. */
const FIRST: readonly SourcePath[] = ['train.ts', 'predict.ts', 'data.ts', 'weights.ts'];

/** The files that every exported project has, whatever its layers. */
export const COMMON_SOURCES: readonly SourcePath[] = [
  ...FIRST,
  ...sourcePaths().filter((file) => !FIRST.includes(file) && !file.startsWith('layers/')),
];

function sourcePaths(): readonly SourcePath[] {
  return Object.keys(SOURCES).filter((file): file is SourcePath => file in SOURCES);
}
