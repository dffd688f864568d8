import type { Json } from '@/lib/core/json';
import type { Conv2dParams } from '@/lib/layers/convolution/conv2d-fields';
import { convolutionWindow } from '@/lib/layers/convolution/conv2d-shape';
import type { KerasCall, OnnxNode, Site, TorchCall, Window } from '@/lib/layers/definition';
import type { Pair } from '@/lib/layers/fields';
import { onnxNode, onnxPads } from '@/lib/layers/onnx';
import { imageOf, inputShape } from '@/lib/layers/shapes';
import { biasInitializer } from '@/lib/layers/start-values';
import { torchModule, torchPair } from '@/lib/layers/torch';
import { placedWindow } from '@/lib/layers/windows';

/**
 * tfjs ignores `groups` and has no gradient for dilation, so either makes it a class of ours. The start values are
 * always said: tfjs's own default is Glorot's normal distribution, Keras's the uniform one.
 */
export function convolutionInKeras({ params }: Site<Conv2dParams>): readonly KerasCall[] {
  const { filters, kernelSize, strides, dilation, groups, useBias, kernelInitializer } = params;
  const convolution: KerasCall = {
    callee: groups > 1 || isMoreThanOne(dilation) ? 'GroupedConv2D' : 'Conv2D',
    args: {
      filters,
      kernelSize,
      ...(isMoreThanOne(strides) ? { strides } : {}),
      ...(params.padding === 'same' ? { padding: 'same' } : {}),
      ...(isMoreThanOne(dilation) ? { dilationRate: dilation } : {}),
      ...(groups > 1 ? { groups } : {}),
      ...(useBias ? {} : { useBias }),
      kernelInitializer,
      ...biasInitializer(params),
    },
  };
  return [...zeroPadding(params), convolution];
}

export function convolutionInTorch({ params, inputs }: Site<Conv2dParams>): readonly TorchCall[] {
  const { size, channels } = imageOf(inputShape({ inputs }));
  return torchConvolution(convolutionWindow(params), size, {
    args: [channels, params.filters],
    groups: params.groups,
    useBias: params.useBias,
  });
}

/** PyTorch's convolution over a window; `args` are the channels in and out. */
export function torchConvolution(
  window: Window,
  size: Pair,
  { args, groups, useBias }: { readonly args: readonly Json[]; readonly groups: number; readonly useBias: boolean },
): readonly TorchCall[] {
  const { before, after } = placedWindow(window, size);
  const even = before[0] === after[0] && before[1] === after[1];
  const kwargs: Record<string, Json> = {};
  if (isMoreThanOne(window.stride)) kwargs['stride'] = torchPair(window.stride);
  if (even && before[0] + before[1] > 0) kwargs['padding'] = torchPair(before);
  if (isMoreThanOne(window.dilation)) kwargs['dilation'] = torchPair(window.dilation);
  if (groups > 1) kwargs['groups'] = groups;
  if (!useBias) kwargs['bias'] = false;
  const convolution = torchModule('nn.Conv2d', [...args, torchPair(window.size)], kwargs);
  // PyTorch's own padding is the same on both sides; its order for ZeroPad2d is left, right, top, bottom.
  return even
    ? [convolution]
    : [torchModule('nn.ZeroPad2d', [[before[1], after[1], before[0], after[0]]]), convolution];
}

export function convolutionInOnnx({ params, inputs }: Site<Conv2dParams>): readonly OnnxNode[] {
  const { size } = imageOf(inputShape({ inputs }));
  const attributes = {
    kernel_shape: params.kernelSize,
    strides: params.strides,
    pads: onnxPads(placedWindow(convolutionWindow(params), size)),
    dilations: params.dilation,
    group: params.groups,
  };
  const weights = params.useBias ? ['weight:kernel', 'weight:bias'] : ['weight:kernel'];
  return [onnxNode('Conv', attributes, ['input:0', ...weights])];
}

export function zeroPadding({ padding }: Pick<Conv2dParams, 'padding'>): readonly KerasCall[] {
  if (typeof padding === 'string') return [];
  const { top, bottom, left, right } = padding;
  if (top + bottom + left + right === 0) return [];
  const borders = [
    [top, bottom],
    [left, right],
  ];
  return [{ callee: 'ZeroPadding2D', args: { padding: borders } }];
}

export function isMoreThanOne(pair: Pair): boolean {
  return pair[0] > 1 || pair[1] > 1;
}
