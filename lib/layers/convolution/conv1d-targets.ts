import type { Json } from '@/lib/core/json';
import { type Conv1dParams, conv1dFields } from '@/lib/layers/convolution/conv1d-fields';
import type { KerasCall, KerasReader, OnnxNode, Site, TorchCall, Window } from '@/lib/layers/definition';
import { onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { sequenceOf } from '@/lib/layers/sequence/sequences';
import { inputShape } from '@/lib/layers/shapes';
import { biasInitializer, readBiasStart } from '@/lib/layers/start-values';
import { torchModule } from '@/lib/layers/torch';
import { placedWindow } from '@/lib/layers/windows';

/** A sequence is an image one pixel wide; 'causal' has all its border before the first step. */
export function conv1dWindow({ kernelSize, strides, dilation, padding }: Conv1dParams): Window {
  const border = { top: (kernelSize - 1) * dilation, bottom: 0, left: 0, right: 0 };
  return {
    size: [kernelSize, 1],
    stride: [strides, 1],
    dilation: [dilation, 1],
    padding: padding === 'causal' ? border : padding,
  };
}

/** tfjs ignores `groups`, has no gradient for dilation and does not know 'causal': any of them makes it a class of ours. */
export function conv1dInKeras({ params }: Site<Conv1dParams>): readonly KerasCall[] {
  const { filters, kernelSize, strides, padding, dilation, groups, useBias, kernelInitializer } = params;
  if (groups > 1 || dilation > 1 || padding === 'causal') {
    const { dilation: dilationRate, biasStart: _, ...rest } = params;
    return [{ callee: 'GroupedConv1D', args: { ...rest, dilationRate, ...biasInitializer(params) } }];
  }
  const args = {
    filters,
    kernelSize,
    ...(strides > 1 ? { strides } : {}),
    ...(padding === 'same' ? { padding } : {}),
    ...(useBias ? {} : { useBias }),
    kernelInitializer,
    ...biasInitializer(params),
  };
  return [{ callee: 'Conv1D', args }];
}

export function conv1dInTorch({ params, inputs }: Site<Conv1dParams>): readonly TorchCall[] {
  const { length, features } = sequenceOf(inputShape({ inputs }));
  const { before, after } = placedWindow(conv1dWindow(params), [length, 1]);
  const isEven = before[0] === after[0];
  const kwargs: Record<string, Json> = {};
  if (params.strides > 1) kwargs['stride'] = params.strides;
  if (isEven && before[0] > 0) kwargs['padding'] = before[0];
  if (params.dilation > 1) kwargs['dilation'] = params.dilation;
  if (params.groups > 1) kwargs['groups'] = params.groups;
  if (!params.useBias) kwargs['bias'] = false;
  const convolution = torchModule('nn.Conv1d', [features, params.filters, params.kernelSize], kwargs);
  return isEven ? [convolution] : [torchModule('nn.ConstantPad1d', [[before[0], after[0]], 0]), convolution];
}

export function conv1dInOnnx({ params, inputs }: Site<Conv1dParams>): readonly OnnxNode[] {
  const { length } = sequenceOf(inputShape({ inputs }));
  const { before, after } = placedWindow(conv1dWindow(params), [length, 1]);
  const attributes = {
    kernel_shape: [params.kernelSize],
    strides: [params.strides],
    pads: [before[0], after[0]],
    dilations: [params.dilation],
    group: params.groups,
  };
  const weights = params.useBias ? ['weight:kernel', 'weight:bias'] : ['weight:kernel'];
  return [onnxNode('Conv', attributes, ['input:0', ...weights])];
}

export function readsConv1d(className: string): KerasReader<Conv1dParams> {
  return readsClass(className, (read) => {
    if (!read.has('filters') || !read.has('kernelSize')) read.refuse();
    const { padding, kernelInitializer } = conv1dFields;
    return {
      filters: read.number('filters', conv1dFields.filters.default),
      kernelSize: read.pair('kernelSize', [3, 3])[0],
      strides: read.pair('strides', [1, 1])[0],
      padding: read.choice('padding', padding.options, padding.default),
      dilation: read.pair('dilationRate', [1, 1])[0],
      groups: read.number('groups', 1),
      useBias: read.boolean('useBias', true),
      kernelInitializer: read.choice('kernelInitializer', kernelInitializer.options, kernelInitializer.default),
      biasStart: readBiasStart(read),
    };
  });
}
