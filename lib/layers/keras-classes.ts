import type { Json } from '@/lib/core/json';
import type { CustomKerasClass, KerasClass } from '@/lib/layers/keras-class-names';

export interface KerasClassEntry {
  /** Its function in `tf.layers`; for one of our own, the function that the printed source exports. */
  readonly factory: string;
  /** Not in tfjs: implemented in the worker, printed with the code. */
  readonly custom: boolean;
  /** Draws anew at every training step: its `seed` comes from the run's. */
  readonly seeded?: true;
  /** Gives on what is above 0 (or between 0 and a most) and nothing of the rest: a ReLU. */
  readonly rectifies?: true;
  /** Makes scores to shares of 1: what goes into it is what speaks for a class. */
  readonly shares?: true;
  /** What tfjs takes for granted and its types do not let one say; files still say it, since Keras assumes otherwise. */
  readonly implied?: Readonly<Record<string, Json>>;
}

export const KERAS_CLASSES = {
  InputLayer: { factory: 'inputLayer', custom: false },
  ZeroPadding2D: { factory: 'zeroPadding2d', custom: false },
  Conv2D: { factory: 'conv2d', custom: false },
  MaxPooling2D: { factory: 'maxPooling2d', custom: false },
  AveragePooling2D: { factory: 'averagePooling2d', custom: false },
  GlobalAveragePooling2D: { factory: 'globalAveragePooling2d', custom: false },
  Flatten: { factory: 'flatten', custom: false },
  Dense: { factory: 'dense', custom: false },
  BatchNormalization: { factory: 'batchNormalization', custom: false },
  ReLU: { factory: 'reLU', custom: false, rectifies: true },
  LeakyReLU: { factory: 'leakyReLU', custom: false },
  Activation: { factory: 'activation', custom: false },
  Softmax: { factory: 'softmax', custom: false, shares: true },
  PReLU: { factory: 'prelu', custom: false },
  LayerNormalization: { factory: 'layerNormalization', custom: false },
  Rescaling: { factory: 'rescaling', custom: false },
  Add: { factory: 'add', custom: false },
  Concatenate: { factory: 'concatenate', custom: false },
  Multiply: { factory: 'multiply', custom: false },
  Average: { factory: 'average', custom: false },
  Maximum: { factory: 'maximum', custom: false },
  Minimum: { factory: 'minimum', custom: false },
  Permute: { factory: 'permute', custom: false },
  Reshape: { factory: 'reshape', custom: false },
  Embedding: { factory: 'embedding', custom: false },
  LSTM: { factory: 'lstm', custom: false },
  GRU: { factory: 'gru', custom: false, implied: { resetAfter: false } },
  Conv1D: { factory: 'conv1d', custom: false },
  Conv2DTranspose: { factory: 'conv2dTranspose', custom: false },
  DepthwiseConv2D: { factory: 'depthwiseConv2d', custom: false },
  SeparableConv2D: { factory: 'separableConv2d', custom: false },
  MaxPooling1D: { factory: 'maxPooling1d', custom: false },
  AveragePooling1D: { factory: 'averagePooling1d', custom: false },
  GlobalMaxPooling2D: { factory: 'globalMaxPooling2d', custom: false },
  GlobalAveragePooling1D: { factory: 'globalAveragePooling1d', custom: false },
  GlobalMaxPooling1D: { factory: 'globalMaxPooling1d', custom: false },
  Cropping2D: { factory: 'cropping2D', custom: false },
  GroupedConv1D: { factory: 'groupedConv1d', custom: true },
  DilatedDepthwiseConv2D: { factory: 'dilatedDepthwiseConv2d', custom: true },
  DilatedSeparableConv2D: { factory: 'dilatedSeparableConv2d', custom: true },
  PaddedMaxPooling2D: { factory: 'paddedMaxPooling2d', custom: true },
  PaddedAveragePooling2D: { factory: 'paddedAveragePooling2d', custom: true },
  SameAveragePooling1D: { factory: 'sameAveragePooling1d', custom: true },
  AdaptiveAveragePooling2D: { factory: 'adaptiveAveragePooling2d', custom: true },
  ExactUpSampling2D: { factory: 'exactUpSampling2d', custom: true },
  GroupedConv2D: { factory: 'groupedConv2d', custom: true },
  PartialBatchNormalization: { factory: 'partialBatchNormalization', custom: true },
  SameAveragePooling2D: { factory: 'sameAveragePooling2d', custom: true },
  SeededDropout: { factory: 'seededDropout', custom: true, seeded: true },
  SpatialDropout2D: { factory: 'spatialDropout2d', custom: true, seeded: true },
  GaussianNoise: { factory: 'gaussianNoise', custom: true, seeded: true },
  ELU: { factory: 'elu', custom: true },
  ApproximateGELU: { factory: 'approximateGelu', custom: true },
  HardSwish: { factory: 'hardSwish', custom: true },
  HardSigmoid: { factory: 'hardSigmoid', custom: true },
  PartialLayerNormalization: { factory: 'partialLayerNormalization', custom: true },
  GroupNormalization: { factory: 'groupNormalization', custom: true },
  LocalResponseNormalization: { factory: 'localResponseNormalization', custom: true },
  Subtract: { factory: 'subtract', custom: true },
  ChannelSlice: { factory: 'channelSlice', custom: true },
  ChannelSplit: { factory: 'channelSplit', custom: true },
  ChannelShuffle: { factory: 'channelShuffle', custom: true },
  PositionEmbedding: { factory: 'positionEmbedding', custom: true },
  MultiHeadAttention: { factory: 'multiHeadAttention', custom: true },
} as const satisfies Readonly<Record<KerasClass, KerasClassEntry>>;

export function isCustomKerasClass(callee: KerasClass): callee is CustomKerasClass {
  return KERAS_CLASSES[callee].custom;
}

/** Whether a call's class draws at random while training, so that its `seed` is to be set. */
export function takesSeed(callee: KerasClass): boolean {
  const entry: KerasClassEntry = KERAS_CLASSES[callee];
  return entry.seeded === true;
}

/** Whether an argument goes without saying in tfjs's own code. */
export function isImplied(callee: KerasClass, argument: string, value: Json | undefined): boolean {
  const { implied = {} }: KerasClassEntry = KERAS_CLASSES[callee];
  return Object.hasOwn(implied, argument) && implied[argument] === value;
}

export function isRectifier(callee: KerasClass): boolean {
  const entry: KerasClassEntry = KERAS_CLASSES[callee];
  return entry.rectifies === true;
}

export function makesShares(callee: KerasClass): boolean {
  const entry: KerasClassEntry = KERAS_CLASSES[callee];
  return entry.shares === true;
}
