import type { CustomKerasClass } from '@/lib/layers/keras-class-names';
import { ChannelShuffle } from '@/lib/training/worker/custom-layers/channel-shuffle';
import { ChannelSlice } from '@/lib/training/worker/custom-layers/channel-slice';
import { ChannelSplit } from '@/lib/training/worker/custom-layers/channel-split';
import { AdaptiveAveragePooling2D } from '@/lib/training/worker/custom-layers/adaptive-average-pooling2d';
import {
  DilatedDepthwiseConv2D,
  DilatedSeparableConv2D,
} from '@/lib/training/worker/custom-layers/dilated-depthwise-conv2d';
import { ExactUpSampling2D } from '@/lib/training/worker/custom-layers/exact-up-sampling2d';
import { GroupedConv1D } from '@/lib/training/worker/custom-layers/grouped-conv1d';
import { PaddedAveragePooling2D, PaddedMaxPooling2D } from '@/lib/training/worker/custom-layers/padded-pooling2d';
import { SameAveragePooling1D } from '@/lib/training/worker/custom-layers/same-average-pooling1d';
import { MultiHeadAttention } from '@/lib/training/worker/custom-layers/multi-head-attention';
import { PositionEmbedding } from '@/lib/training/worker/custom-layers/position-embedding';
import { GroupedConv2D } from '@/lib/training/worker/custom-layers/grouped-conv2d';
import { PartialBatchNormalization } from '@/lib/training/worker/custom-layers/partial-batch-normalization';
import { SameAveragePooling2D } from '@/lib/training/worker/custom-layers/same-average-pooling2d';
import { SpatialDropout2D } from '@/lib/training/worker/custom-layers/spatial-dropout2d';
import { GaussianNoise } from '@/lib/training/worker/custom-layers/gaussian-noise';
import { ELU } from '@/lib/training/worker/custom-layers/elu';
import { ApproximateGELU } from '@/lib/training/worker/custom-layers/approximate-gelu';
import { HardSwish } from '@/lib/training/worker/custom-layers/hard-swish';
import { HardSigmoid } from '@/lib/training/worker/custom-layers/hard-sigmoid';
import { PartialLayerNormalization } from '@/lib/training/worker/custom-layers/partial-layer-normalization';
import { GroupNormalization } from '@/lib/training/worker/custom-layers/group-normalization';
import { LocalResponseNormalization } from '@/lib/training/worker/custom-layers/local-response-normalization';
import { SeededDropout } from '@/lib/training/worker/custom-layers/seeded-dropout';
import { Subtract } from '@/lib/training/worker/custom-layers/subtract';

/**
 * Every Keras class of our own. Each module registers its class with tfjs when it is loaded, so that models with it can
 * be built from JSON; the table keeps the modules in the bundle, and the type keeps the table complete.
 */
export const CUSTOM_LAYERS = {
  GroupedConv2D,
  GroupedConv1D,
  DilatedDepthwiseConv2D,
  DilatedSeparableConv2D,
  PaddedMaxPooling2D,
  PaddedAveragePooling2D,
  SameAveragePooling1D,
  AdaptiveAveragePooling2D,
  ExactUpSampling2D,
  PartialBatchNormalization,
  SameAveragePooling2D,
  SeededDropout,
  SpatialDropout2D,
  GaussianNoise,
  ELU,
  ApproximateGELU,
  HardSwish,
  HardSigmoid,
  PartialLayerNormalization,
  GroupNormalization,
  LocalResponseNormalization,
  Subtract,
  ChannelSlice,
  ChannelSplit,
  ChannelShuffle,
  PositionEmbedding,
  MultiHeadAttention,
} satisfies Record<CustomKerasClass, { readonly className: string }>;
