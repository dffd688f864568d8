import type { CustomKerasClass } from '@/lib/layers/definition';
import { SOURCES } from '@/lib/codegen/generated/sources';

export type SourcePath = keyof typeof SOURCES;

const CUSTOM_LAYER_FILES = {
  GroupedConv2D: 'layers/grouped-conv2d.ts',
  PartialBatchNormalization: 'layers/partial-batch-normalization.ts',
  SameAveragePooling2D: 'layers/same-average-pooling2d.ts',
  SeededDropout: 'layers/seeded-dropout.ts',
  Subtract: 'layers/subtract.ts',
  ChannelSlice: 'layers/channel-slice.ts',
  ChannelSplit: 'layers/channel-split.ts',
  ChannelShuffle: 'layers/channel-shuffle.ts',
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
