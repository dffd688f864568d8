import type { Problem } from '@/lib/core/problem';
import { fail, type Result } from '@/lib/core/result';
import type { TensorType } from '@/lib/core/tensor-type';
import { type Arithmetic, inputCell, product, sumOf, weightCell } from '@/lib/layers/arithmetic';
import { conv2dFields } from '@/lib/layers/convolution/conv2d-fields';
import { strideWithDilation } from '@/lib/layers/convolution/conv2d-shape';
import { isMoreThanOne, torchConvolution } from '@/lib/layers/convolution/conv2d-targets';
import {
  convolutionLabelsEn,
  convolutionLabelsVi,
  startOptionsEn,
  startOptionsVi,
} from '@/lib/layers/convolution/convolution-labels';
import { depthwiseFields } from '@/lib/layers/convolution/depthwise-conv2d-fields';
import {
  defineLayer,
  type InferSite,
  type KerasCall,
  type KerasReader,
  type OnnxNode,
  type Site,
  type TorchCall,
  type Weight,
  type Window,
} from '@/lib/layers/definition';
import { defaultParams, type Fields, type ParamsOf } from '@/lib/layers/fields';
import { onnxNode, onnxPads } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { asImage, imageOf, inputShape, refuseRank, sizedOutput } from '@/lib/layers/shapes';
import { biasInitializer, readBiasStart } from '@/lib/layers/start-values';
import { torchModule } from '@/lib/layers/torch';
import { addedFields, noRewrites, oneInput } from '@/lib/layers/traits';
import { placedWindow, placeWindow, windowTaps } from '@/lib/layers/windows';

const fields = {
  filters: conv2dFields.filters,
  kernelSize: conv2dFields.kernelSize,
  strides: conv2dFields.strides,
  padding: { kind: 'choice', default: 'valid', options: ['valid', 'same'], onNode: 'when-changed' },
  depthMultiplier: { ...depthwiseFields.depthMultiplier, advanced: true },
  dilation: conv2dFields.dilation,
  useBias: conv2dFields.useBias,
  kernelInitializer: conv2dFields.kernelInitializer,
  biasStart: conv2dFields.biasStart,
} as const satisfies Fields;

type SeparableParams = ParamsOf<typeof fields>;

const defaults: SeparableParams = defaultParams(fields);

export const separableConv2d = defineLayer({
  type: 'separable_conv2d',
  family: 'convolution',
  icon: 'convolution-separable',
  text: {
    en: {
      title: 'SeparableConv2D',
      summary: 'A filter over each channel by itself, then a 1 × 1 convolution that mixes the channels',
      fields: {
        ...convolutionLabelsEn,
        depthMultiplier: { label: 'Filters per channel', hint: 'Feature maps that each channel gives in between' },
      },
      options: { ...startOptionsEn, valid: 'none (valid)', same: 'same' },
    },
    vi: {
      title: 'Tích chập tách được 2D',
      summary: 'Lọc từng kênh riêng, rồi trộn các kênh bằng tích chập 1 × 1',
      fields: {
        ...convolutionLabelsVi,
        depthMultiplier: { label: 'Bộ lọc mỗi kênh', hint: 'Số bản đồ đặc trưng mỗi kênh cho ở bước giữa' },
      },
      options: { ...startOptionsVi, valid: 'không (valid)', same: 'giữ cỡ (same)' },
    },
  },
  help: () => import('@/lib/layers/convolution/separable-conv2d-help').then(({ help }) => help),
  fields,
  ...addedFields,
  ...oneInput,
  infer: inferSeparable,
  weights: separableWeights,
  macs({ params, inputs, output }) {
    const between = imageOf(inputShape({ inputs })).channels * params.depthMultiplier;
    const [rows = 1, columns = 1] = output.shape;
    return [
      [rows, columns, between, ...params.kernelSize],
      [rows, columns, params.filters, between],
    ];
  },
  reach: ({ params }) => windowOf(params),
  explain: explainSeparable,
  keras: separableInKeras,
  torch: separableInTorch,
  onnx: separableInOnnx,
  role: 'transform',
  widthParam: 'filters',
  biasParam: 'useBias',
  nature: 'affine',
  ...noRewrites,
  reads: ['SeparableConv2D', 'DilatedSeparableConv2D'].map(readsSeparable),
  examples: [
    {
      title: 'A 3 × 3 filter per channel, then 1 × 1',
      params: { ...defaults, filters: 4 },
      inputs: [[5, 4, 3]],
      output: [3, 2, 4],
      parameters: 43,
      macs: 234,
    },
    {
      title: 'Two filters per channel in between, stride 2, padding “same”',
      params: {
        ...defaults,
        filters: 3,
        strides: [2, 2],
        padding: 'same',
        depthMultiplier: 2,
        useBias: false,
        kernelInitializer: 'heNormal',
      },
      inputs: [[5, 4, 2]],
      output: [3, 2, 3],
      parameters: 48,
      macs: 288,
    },
    {
      title: 'A dilated kernel, as in DeepLab’s Xception',
      params: { ...defaults, filters: 2, dilation: [2, 2], padding: 'same' },
      inputs: [[6, 5, 2]],
      output: [6, 5, 2],
      parameters: 24,
      macs: 660,
    },
  ],
});

function windowOf({ kernelSize, strides, dilation, padding }: SeparableParams): Window {
  return { size: kernelSize, stride: strides, dilation, padding };
}

function inferSeparable(site: InferSite<SeparableParams>): Result<TensorType, readonly Problem[]> {
  const shape = inputShape(site);
  const image = asImage(shape);
  if (!image) return refuseRank(shape, [3]);
  const placement = placeWindow(windowOf(site.params), image.size, 'kernelSize');
  const problems = [...strideWithDilation(site.params), ...(placement.ok ? [] : placement.error)];
  if (problems.length > 0 || !placement.ok) return fail(problems);
  return sizedOutput([...placement.value.output, site.params.filters]);
}

function separableWeights({ params, inputs }: Site<SeparableParams>): readonly Weight[] {
  const { kernelSize, depthMultiplier, filters, useBias } = params;
  const { channels } = imageOf(inputShape({ inputs }));
  return [
    { name: 'depthwise_kernel', shape: [...kernelSize, channels, depthMultiplier], trainable: true },
    { name: 'pointwise_kernel', shape: [1, 1, channels * depthMultiplier, filters], trainable: true },
    ...(useBias ? [{ name: 'bias', shape: [filters], trainable: true }] : []),
  ];
}

function explainSeparable({ params, inputs }: Site<SeparableParams>, cell: readonly number[]): Arithmetic {
  const [row = 0, column = 0, filter = 0] = cell;
  const { size, channels } = imageOf(inputShape({ inputs }));
  const taps = windowTaps(windowOf(params), size, [row, column]);
  const terms = Array.from({ length: channels * params.depthMultiplier }, (_, map) => {
    const channel = Math.floor(map / params.depthMultiplier);
    const between = taps.map(({ place, pixel }) =>
      product(
        inputCell([...pixel, channel]),
        weightCell('depthwise_kernel', ...place, channel, map % params.depthMultiplier),
      ),
    );
    return product(sumOf(between), weightCell('pointwise_kernel', 0, 0, map, filter));
  });
  return sumOf(params.useBias ? [...terms, weightCell('bias', filter)] : terms);
}

/** tfjs has no gradient for a dilated one. */
function separableInKeras({ params }: Site<SeparableParams>): readonly KerasCall[] {
  const { filters, kernelSize, strides, padding, depthMultiplier, dilation, useBias, kernelInitializer } = params;
  const start = {
    depthwiseInitializer: kernelInitializer,
    pointwiseInitializer: kernelInitializer,
    ...biasInitializer(params),
  };
  if (isMoreThanOne(dilation)) {
    const args = { filters, kernelSize, padding, depthMultiplier, dilationRate: dilation, useBias, ...start };
    return [{ callee: 'DilatedSeparableConv2D', args }];
  }
  const args = {
    filters,
    kernelSize,
    ...(isMoreThanOne(strides) ? { strides } : {}),
    ...(padding === 'same' ? { padding } : {}),
    ...(depthMultiplier > 1 ? { depthMultiplier } : {}),
    ...(useBias ? {} : { useBias }),
    ...start,
  };
  return [{ callee: 'SeparableConv2D', args }];
}

function separableInTorch({ params, inputs }: Site<SeparableParams>): readonly TorchCall[] {
  const { size, channels } = imageOf(inputShape({ inputs }));
  const between = channels * params.depthMultiplier;
  return [
    ...torchConvolution(windowOf(params), size, { args: [channels, between], groups: channels, useBias: false }),
    torchModule('nn.Conv2d', [between, params.filters, 1], params.useBias ? {} : { bias: false }),
  ];
}

function separableInOnnx({ params, inputs }: Site<SeparableParams>): readonly OnnxNode[] {
  const { size, channels } = imageOf(inputShape({ inputs }));
  const attributes = {
    kernel_shape: params.kernelSize,
    strides: params.strides,
    pads: onnxPads(placedWindow(windowOf(params), size)),
    dilations: params.dilation,
    group: channels,
  };
  const bias = params.useBias ? ['weight:bias'] : [];
  return [
    onnxNode('Conv', attributes, ['input:0', 'weight:depthwise_kernel']),
    onnxNode('Conv', { kernel_shape: [1, 1] }, ['previous', 'weight:pointwise_kernel', ...bias]),
  ];
}

/** Keras can start the two kernels differently; here they start alike, after the first. */
function readsSeparable(className: string): KerasReader<SeparableParams> {
  return readsClass(className, (read) => {
    if (!read.has('filters') || !read.has('kernelSize')) read.refuse();
    return {
      filters: read.number('filters', defaults.filters),
      kernelSize: read.pair('kernelSize', defaults.kernelSize),
      strides: read.pair('strides', [1, 1]),
      padding: read.choice('padding', fields.padding.options, 'valid'),
      depthMultiplier: read.number('depthMultiplier', 1),
      dilation: read.pair('dilationRate', [1, 1]),
      useBias: read.boolean('useBias', true),
      kernelInitializer: read.choice('depthwiseInitializer', fields.kernelInitializer.options, 'glorotUniform'),
      biasStart: readBiasStart(read),
    };
  });
}
