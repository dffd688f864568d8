import type { Problem } from '@/lib/core/problem';
import { fail, type Result } from '@/lib/core/result';
import type { TensorType } from '@/lib/core/tensor-type';
import { type Arithmetic, inputCell, product, sumOf, weightCell } from '@/lib/layers/arithmetic';
import { strideWithDilation } from '@/lib/layers/convolution/conv2d-shape';
import { isMoreThanOne, torchConvolution, zeroPadding } from '@/lib/layers/convolution/conv2d-targets';
import {
  convolutionLabelsEn,
  convolutionLabelsVi,
  startOptionsEn,
  startOptionsVi,
} from '@/lib/layers/convolution/convolution-labels';
import { depthwiseReaders } from '@/lib/layers/convolution/depthwise-conv2d-reads';
import { type DepthwiseParams, depthwiseFields } from '@/lib/layers/convolution/depthwise-conv2d-fields';
import {
  defineLayer,
  type InferSite,
  type KerasCall,
  type OnnxNode,
  type Site,
  type Weight,
  type Window,
} from '@/lib/layers/definition';
import { defaultParams } from '@/lib/layers/fields';
import { onnxNode, onnxPads } from '@/lib/layers/onnx';
import { asImage, imageOf, inputShape, refuseRank, sizedOutput } from '@/lib/layers/shapes';
import { biasInitializer } from '@/lib/layers/start-values';
import { addedFields, noRewrites, oneInput } from '@/lib/layers/traits';
import { placedWindow, placeWindow, windowTaps } from '@/lib/layers/windows';

const { filters: _en, ...labelsEn } = convolutionLabelsEn;
const { filters: _vi, ...labelsVi } = convolutionLabelsVi;

export const depthwiseConv2d = defineLayer({
  type: 'depthwise_conv2d',
  family: 'convolution',
  icon: 'convolution-depthwise',
  text: {
    en: {
      title: 'DepthwiseConv2D',
      summary: 'Slides filters over each channel by itself, without mixing channels',
      fields: labelsEn,
      options: startOptionsEn,
    },
    vi: {
      title: 'Tích chập theo chiều sâu 2D',
      summary: 'Trượt bộ lọc trên từng kênh riêng, không trộn các kênh với nhau',
      fields: labelsVi,
      options: startOptionsVi,
    },
  },
  help: () => import('@/lib/layers/convolution/depthwise-conv2d-help').then(({ help }) => help),
  fields: depthwiseFields,
  ...addedFields,
  ...oneInput,
  infer: inferDepthwise,
  weights: depthwiseWeights,
  macs: ({ params, output }) => [[...output.shape, ...params.kernelSize]],
  reach: ({ params }) => depthwiseWindow(params),
  explain: explainDepthwise,
  keras: depthwiseInKeras,
  torch({ params, inputs, output }) {
    const { size, channels } = imageOf(inputShape({ inputs }));
    const args = [channels, output.shape[2] ?? channels];
    return torchConvolution(depthwiseWindow(params), size, { args, groups: channels, useBias: params.useBias });
  },
  onnx: depthwiseInOnnx,
  role: 'transform',
  widthParam: null,
  biasParam: 'useBias',
  nature: 'affine',
  ...noRewrites,
  reads: depthwiseReaders,
  examples: [
    {
      title: 'One 3 × 3 filter per channel',
      params: depthwise({}),
      inputs: [[6, 5, 3]],
      output: [4, 3, 3],
      parameters: 30,
      macs: 324,
    },
    {
      title: 'Two filters per channel, in the order of the channels',
      params: depthwise({ kernelSize: [2, 3], strides: [2, 2], padding: 'same', depthMultiplier: 2, useBias: false }),
      inputs: [[5, 4, 2]],
      output: [3, 2, 4],
      parameters: 24,
      macs: 144,
    },
    {
      title: 'MobileNet’s border before a stride of 2: one row and one column at the end',
      params: depthwise({ strides: [2, 2], padding: { top: 0, bottom: 1, left: 0, right: 1 }, useBias: false }),
      inputs: [[6, 6, 2]],
      output: [3, 3, 2],
      parameters: 18,
      macs: 162,
    },
    {
      title: 'A dilated kernel reads every second pixel',
      params: depthwise({ dilation: [2, 2], padding: 'same', kernelInitializer: 'heNormal' }),
      inputs: [[5, 6, 2]],
      output: [5, 6, 2],
      parameters: 20,
      macs: 540,
    },
    {
      title: 'Dilated along the rows alone, behind a border',
      params: depthwise({ dilation: [1, 3], padding: { top: 1, bottom: 0, left: 2, right: 1 }, useBias: false }),
      inputs: [[4, 6, 1]],
      output: [3, 3, 1],
      parameters: 9,
      macs: 81,
    },
  ],
});

function depthwise(changes: Partial<DepthwiseParams>): DepthwiseParams {
  return { ...defaultParams(depthwiseFields), ...changes };
}

function depthwiseWindow({ kernelSize, strides, dilation, padding }: DepthwiseParams): Window {
  return { size: kernelSize, stride: strides, dilation, padding };
}

function inferDepthwise(site: InferSite<DepthwiseParams>): Result<TensorType, readonly Problem[]> {
  const shape = inputShape(site);
  const image = asImage(shape);
  if (!image) return refuseRank(shape, [3]);
  const placement = placeWindow(depthwiseWindow(site.params), image.size, 'kernelSize');
  const problems = [...strideWithDilation(site.params), ...(placement.ok ? [] : placement.error)];
  if (problems.length > 0 || !placement.ok) return fail(problems);
  return sizedOutput([...placement.value.output, image.channels * site.params.depthMultiplier]);
}

function depthwiseWeights({ params, inputs }: Site<DepthwiseParams>): readonly Weight[] {
  const { channels } = imageOf(inputShape({ inputs }));
  const shape = [...params.kernelSize, channels, params.depthMultiplier];
  const kernel: Weight = { name: 'depthwise_kernel', shape, trainable: true };
  const bias: Weight = { name: 'bias', shape: [channels * params.depthMultiplier], trainable: true };
  return params.useBias ? [kernel, bias] : [kernel];
}

function explainDepthwise({ params, inputs }: Site<DepthwiseParams>, cell: readonly number[]): Arithmetic {
  const [row = 0, column = 0, map = 0] = cell;
  const { size } = imageOf(inputShape({ inputs }));
  const channel = Math.floor(map / params.depthMultiplier);
  const terms = windowTaps(depthwiseWindow(params), size, [row, column]).map(({ place, pixel }) =>
    product(
      inputCell([...pixel, channel]),
      weightCell('depthwise_kernel', ...place, channel, map % params.depthMultiplier),
    ),
  );
  return sumOf(params.useBias ? [...terms, weightCell('bias', map)] : terms);
}

/** tfjs's own class takes `dilationRate` and ignores it. */
function depthwiseInKeras({ params }: Site<DepthwiseParams>): readonly KerasCall[] {
  const { kernelSize, strides, depthMultiplier, dilation, useBias } = params;
  const padding = params.padding === 'same' ? 'same' : 'valid';
  const start = { depthwiseInitializer: params.kernelInitializer, ...biasInitializer(params) };
  if (isMoreThanOne(dilation)) {
    const args = { kernelSize, padding, depthMultiplier, dilationRate: dilation, useBias, ...start };
    return [...zeroPadding(params), { callee: 'DilatedDepthwiseConv2D', args }];
  }
  const args = {
    kernelSize,
    ...(isMoreThanOne(strides) ? { strides } : {}),
    ...(padding === 'same' ? { padding } : {}),
    ...(depthMultiplier > 1 ? { depthMultiplier } : {}),
    ...(useBias ? {} : { useBias }),
    ...start,
  };
  return [...zeroPadding(params), { callee: 'DepthwiseConv2D', args }];
}

function depthwiseInOnnx({ params, inputs }: Site<DepthwiseParams>): readonly OnnxNode[] {
  const { size, channels } = imageOf(inputShape({ inputs }));
  const attributes = {
    kernel_shape: params.kernelSize,
    strides: params.strides,
    pads: onnxPads(placedWindow(depthwiseWindow(params), size)),
    dilations: params.dilation,
    group: channels,
  };
  const weights = params.useBias ? ['weight:depthwise_kernel', 'weight:bias'] : ['weight:depthwise_kernel'];
  return [onnxNode('Conv', attributes, ['input:0', ...weights])];
}
