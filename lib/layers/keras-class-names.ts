/** Classes that tfjs has under the same name. */
export type StockKerasClass =
  | 'InputLayer'
  | 'ZeroPadding2D'
  | 'Conv2D'
  | 'MaxPooling2D'
  | 'AveragePooling2D'
  | 'GlobalAveragePooling2D'
  | 'Conv1D'
  | 'Conv2DTranspose'
  | 'DepthwiseConv2D'
  | 'SeparableConv2D'
  | 'MaxPooling1D'
  | 'AveragePooling1D'
  | 'GlobalMaxPooling2D'
  | 'GlobalAveragePooling1D'
  | 'GlobalMaxPooling1D'
  | 'Cropping2D'
  | 'Flatten'
  | 'Dense'
  | 'BatchNormalization'
  | 'ReLU'
  | 'LeakyReLU'
  | 'Activation'
  | 'Softmax'
  | 'PReLU'
  | 'LayerNormalization'
  | 'Rescaling'
  | 'Add'
  | 'Concatenate'
  | 'Multiply'
  | 'Average'
  | 'Maximum'
  | 'Minimum'
  | 'Permute'
  | 'Reshape'
  | 'Embedding'
  | 'LSTM'
  | 'GRU';

/**
 * Classes of our own, where tfjs has none or a wrong one; each is implemented in the worker and printed as source.
 * They have no defaults: a call states every argument, but for biases that start from zeros.
 * - GroupedConv2D {filters, kernelSize, strides, padding, dilationRate, groups, useBias, kernelInitializer}: groups and
 *   dilation that train
 * - PartialBatchNormalization {momentum, epsilon, center, scale}: trains without gamma, without beta, or without both
 * - GroupedConv1D: the same along one axis, with padding 'causal' too
 * - DilatedDepthwiseConv2D {kernelSize, padding, depthMultiplier, dilationRate, useBias, depthwiseInitializer}
 * - DilatedSeparableConv2D: the same, and {filters, pointwiseInitializer}
 * - SameAveragePooling2D, SameAveragePooling1D {poolSize, strides}: padding 'same' with the right gradient at the borders
 * - PaddedMaxPooling2D {poolSize, strides, padding, rounding}: a border on each side, `[[top, bottom], [left, right]]`, that
 *   is never the largest; rounding 'ceil' lets a last window hang over the end
 * - PaddedAveragePooling2D {poolSize, strides, padding, rounding, countPadding}
 * - AdaptiveAveragePooling2D {outputSize}: Keras 3's class of that name
 * - ExactUpSampling2D {size, interpolation}: Keras's UpSampling2D, whose bilinear values and nearest gradient tfjs gets wrong
 * - SeededDropout {rate}: a fresh mask at every step, reproducible from the run's seed
 * - SpatialDropout2D {rate}: likewise, for whole channels
 * - GaussianNoise {stddev}: likewise, noise that is added; in place of tfjs's own, which cannot be seeded
 * - ELU {alpha}: in place of tfjs's own, which takes no alpha but 1
 * - ApproximateGELU {}: by tanh; HardSwish {}; HardSigmoid {}: with slope 1/6
 * - PartialLayerNormalization {epsilon, center, scale}: over the last axis, without gamma, without beta, or without both
 * - GroupNormalization {groups, epsilon, center, scale}: Keras's class of that name
 * - LocalResponseNormalization {size, alpha, beta, bias, alphaConvention}: 'sum' or 'mean' of the squares times alpha
 * - Subtract {}: the second input taken from the first, as Keras's class of that name
 * - ChannelSlice {start, count}: `count` channels from `start` on
 * - ChannelSplit {parts, part}: one of as many equal parts of the channels, from 0
 * - PositionEmbedding {embeddingsInitializer}: a learnt vector added at each place
 * - MultiHeadAttention {numHeads, keyDim, valueDim?, useBias, kernelInitializer}: Keras's class of that name; takes query,
 *   value and key as its inputs
 * - ChannelShuffle {groups}: channel i of group g becomes channel g of place i
 */
export type CustomKerasClass =
  | 'GroupedConv2D'
  | 'GroupedConv1D'
  | 'DilatedDepthwiseConv2D'
  | 'DilatedSeparableConv2D'
  | 'PaddedMaxPooling2D'
  | 'PaddedAveragePooling2D'
  | 'SameAveragePooling1D'
  | 'AdaptiveAveragePooling2D'
  | 'ExactUpSampling2D'
  | 'PartialBatchNormalization'
  | 'SameAveragePooling2D'
  | 'SeededDropout'
  | 'SpatialDropout2D'
  | 'GaussianNoise'
  | 'ELU'
  | 'ApproximateGELU'
  | 'HardSwish'
  | 'HardSigmoid'
  | 'PartialLayerNormalization'
  | 'GroupNormalization'
  | 'LocalResponseNormalization'
  | 'Subtract'
  | 'ChannelSlice'
  | 'ChannelSplit'
  | 'ChannelShuffle'
  | 'PositionEmbedding'
  | 'MultiHeadAttention';
export type KerasClass = StockKerasClass | CustomKerasClass;
