import { elu } from '@/lib/layers/activation/elu';
import { gelu } from '@/lib/layers/activation/gelu';
import { hardSigmoid } from '@/lib/layers/activation/hard-sigmoid';
import { hardSwish } from '@/lib/layers/activation/hard-swish';
import { leakyRelu } from '@/lib/layers/activation/leaky-relu';
import { mish } from '@/lib/layers/activation/mish';
import { prelu } from '@/lib/layers/activation/prelu';
import { relu } from '@/lib/layers/activation/relu';
import { relu6 } from '@/lib/layers/activation/relu6';
import { selu } from '@/lib/layers/activation/selu';
import { silu } from '@/lib/layers/activation/silu';
import { softplus } from '@/lib/layers/activation/softplus';
import { sigmoid } from '@/lib/layers/activation/sigmoid';
import { softmax } from '@/lib/layers/activation/softmax';
import { tanh } from '@/lib/layers/activation/tanh';
import { conv1d } from '@/lib/layers/convolution/conv1d';
import { conv2d } from '@/lib/layers/convolution/conv2d';
import { conv2dTranspose } from '@/lib/layers/convolution/conv2d-transpose';
import { depthwiseConv2d } from '@/lib/layers/convolution/depthwise-conv2d';
import { separableConv2d } from '@/lib/layers/convolution/separable-conv2d';
import type { LayerDefinition } from '@/lib/layers/definition';
import { dense } from '@/lib/layers/dense/dense';
import { flatten } from '@/lib/layers/dense/flatten';
import { input } from '@/lib/layers/input/input';
import { add } from '@/lib/layers/merge/add';
import { average } from '@/lib/layers/merge/average';
import { concatenate } from '@/lib/layers/merge/concatenate';
import { maximum } from '@/lib/layers/merge/maximum';
import { minimum } from '@/lib/layers/merge/minimum';
import { multiply } from '@/lib/layers/merge/multiply';
import { subtract } from '@/lib/layers/merge/subtract';
import { groupNorm } from '@/lib/layers/normalization/group-norm';
import { layerNorm } from '@/lib/layers/normalization/layer-norm';
import { localResponseNorm } from '@/lib/layers/normalization/local-response-norm';
import { rescaling } from '@/lib/layers/normalization/rescaling';
import { batchNorm } from '@/lib/layers/normalization/batch-norm';
import { adaptiveAvgPool2d } from '@/lib/layers/pooling/adaptive-avg-pool2d';
import { avgPool1d } from '@/lib/layers/pooling/avg-pool1d';
import { avgPool2d } from '@/lib/layers/pooling/avg-pool2d';
import { globalAvgPool1d } from '@/lib/layers/pooling/global-avg-pool1d';
import { globalAvgPool2d } from '@/lib/layers/pooling/global-avg-pool2d';
import { globalMaxPool1d } from '@/lib/layers/pooling/global-max-pool1d';
import { globalMaxPool2d } from '@/lib/layers/pooling/global-max-pool2d';
import { maxPool1d } from '@/lib/layers/pooling/max-pool1d';
import { maxPool2d } from '@/lib/layers/pooling/max-pool2d';
import { gaussianNoise } from '@/lib/layers/regularization/gaussian-noise';
import { spatialDropout2d } from '@/lib/layers/regularization/spatial-dropout2d';
import { unknown } from '@/lib/layers/other/unknown';
import { embedding } from '@/lib/layers/sequence/embedding';
import { gru } from '@/lib/layers/sequence/gru';
import { lstm } from '@/lib/layers/sequence/lstm';
import { multiHeadAttention } from '@/lib/layers/sequence/multi-head-attention';
import { positionEmbedding } from '@/lib/layers/sequence/position-embedding';
import { channelShuffle } from '@/lib/layers/shape/channel-shuffle';
import { channelSlice } from '@/lib/layers/shape/channel-slice';
import { channelSplit } from '@/lib/layers/shape/channel-split';
import { cropping2d } from '@/lib/layers/shape/cropping2d';
import { permute } from '@/lib/layers/shape/permute';
import { reshape } from '@/lib/layers/shape/reshape';
import { upSampling2d } from '@/lib/layers/shape/up-sampling2d';
import { zeroPadding2d } from '@/lib/layers/shape/zero-padding2d';
import { dropout } from '@/lib/layers/regularization/dropout';

/** Every layer there is, by type, in the order of the palette. */
export const LAYERS = {
  input,
  conv2d,
  depthwise_conv2d: depthwiseConv2d,
  separable_conv2d: separableConv2d,
  conv2d_transpose: conv2dTranspose,
  conv1d,
  max_pool2d: maxPool2d,
  avg_pool2d: avgPool2d,
  global_avg_pool2d: globalAvgPool2d,
  global_max_pool2d: globalMaxPool2d,
  adaptive_avg_pool2d: adaptiveAvgPool2d,
  max_pool1d: maxPool1d,
  avg_pool1d: avgPool1d,
  global_avg_pool1d: globalAvgPool1d,
  global_max_pool1d: globalMaxPool1d,
  relu,
  leaky_relu: leakyRelu,
  prelu,
  relu6,
  elu,
  selu,
  gelu,
  silu,
  hard_swish: hardSwish,
  mish,
  softplus,
  sigmoid,
  tanh,
  hard_sigmoid: hardSigmoid,
  softmax,
  flatten,
  dense,
  batch_norm: batchNorm,
  layer_norm: layerNorm,
  group_norm: groupNorm,
  local_response_norm: localResponseNorm,
  rescaling,
  dropout,
  spatial_dropout2d: spatialDropout2d,
  gaussian_noise: gaussianNoise,
  add,
  concatenate,
  subtract,
  multiply,
  average,
  maximum,
  minimum,
  zero_padding2d: zeroPadding2d,
  cropping2d,
  up_sampling2d: upSampling2d,
  permute,
  reshape,
  channel_slice: channelSlice,
  channel_split: channelSplit,
  channel_shuffle: channelShuffle,
  embedding,
  position_embedding: positionEmbedding,
  lstm,
  gru,
  multi_head_attention: multiHeadAttention,
  unknown,
} as const;

export type LayerType = keyof typeof LAYERS;

const byType: ReadonlyMap<string, LayerDefinition> = new Map(Object.entries<LayerDefinition>(LAYERS));

export const LAYER_TYPES: readonly LayerType[] = Object.keys(LAYERS).filter(isLayerType);

/**
 * The definition with its parameters' types forgotten: call its facets with the parameters that `checkParams` returns
 * without problems. Null for a type that is not known here.
 */
export function layerDefinition(type: string): LayerDefinition | null {
  return byType.get(type) ?? null;
}

export function isLayerType(type: string): type is LayerType {
  return byType.has(type);
}
