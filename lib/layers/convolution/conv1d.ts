import type { Problem } from '@/lib/core/problem';
import { fail, type Result } from '@/lib/core/result';
import type { TensorType } from '@/lib/core/tensor-type';
import { type Arithmetic, inputCell, product, sumOf, weightCell } from '@/lib/layers/arithmetic';
import { type Conv1dParams, conv1dFields } from '@/lib/layers/convolution/conv1d-fields';
import {
  conv1dInKeras,
  conv1dInOnnx,
  conv1dInTorch,
  conv1dWindow,
  readsConv1d,
} from '@/lib/layers/convolution/conv1d-targets';
import { indivisible } from '@/lib/layers/convolution/conv2d-shape';
import {
  convolutionLabelsEn,
  convolutionLabelsVi,
  startOptionsEn,
  startOptionsVi,
} from '@/lib/layers/convolution/convolution-labels';
import { defineLayer, type InferSite, type Site, type Weight } from '@/lib/layers/definition';
import { defaultParams } from '@/lib/layers/fields';
import { asSequence, refuseNoSequence, sequenceOf } from '@/lib/layers/sequence/sequences';
import { inputShape, sizedOutput } from '@/lib/layers/shapes';
import { addedFields, noRewrites, oneInput } from '@/lib/layers/traits';
import { onOneAxis, placeWindow, windowTaps } from '@/lib/layers/windows';

const defaults: Conv1dParams = defaultParams(conv1dFields);

export const conv1d = defineLayer({
  type: 'conv1d',
  family: 'convolution',
  icon: 'convolution-1d',
  text: {
    en: {
      title: 'Conv1D',
      summary: 'Slides small learnt filters along a sequence and gives one feature per filter',
      fields: {
        filters: { label: 'Filters', hint: 'Features the layer gives for each step' },
        kernelSize: { label: 'Kernel', hint: 'Steps in one window' },
        strides: { label: 'Stride', hint: 'Step of the window; 2 halves the sequence' },
        padding: { label: 'Padding', hint: 'Zeros at the ends; “causal” puts them all before the start' },
        dilation: convolutionLabelsEn.dilation,
        groups: { label: 'Groups', hint: 'Splits the features into groups that do not see each other' },
        useBias: { label: 'Bias', hint: 'Adds a learnt number to each feature; needless before BatchNormalization' },
        kernelInitializer: convolutionLabelsEn.kernelInitializer,
        biasStart: convolutionLabelsEn.biasStart,
      },
      options: { ...startOptionsEn, valid: 'none (valid)', same: 'same', causal: 'causal' },
    },
    vi: {
      title: 'Tích chập 1D',
      summary: 'Trượt các bộ lọc nhỏ học được dọc theo chuỗi, mỗi bộ lọc cho một đặc trưng',
      fields: {
        filters: { label: 'Số bộ lọc', hint: 'Số đặc trưng mà lớp cho ở mỗi bước' },
        kernelSize: { label: 'Kích thước nhân', hint: 'Số bước trong một cửa sổ' },
        strides: { label: 'Bước trượt', hint: 'Bước đi của cửa sổ; 2 làm chuỗi ngắn đi một nửa' },
        padding: { label: 'Đệm', hint: 'Số 0 thêm ở hai đầu; “causal” đặt tất cả trước chỗ bắt đầu' },
        dilation: convolutionLabelsVi.dilation,
        groups: { label: 'Số nhóm', hint: 'Chia các đặc trưng thành những nhóm không thấy nhau' },
        useBias: {
          label: 'Độ chệch',
          hint: 'Cộng một số học được vào mỗi đặc trưng; thừa khi ngay sau là chuẩn hóa theo lô',
        },
        kernelInitializer: convolutionLabelsVi.kernelInitializer,
        biasStart: convolutionLabelsVi.biasStart,
      },
      options: { ...startOptionsVi, valid: 'không (valid)', same: 'giữ cỡ (same)', causal: 'nhân quả (causal)' },
    },
  },
  help: () => import('@/lib/layers/convolution/conv1d-help').then(({ help }) => help),
  fields: conv1dFields,
  ...addedFields,
  ...oneInput,
  infer: inferConv1d,
  weights: conv1dWeights,
  macs({ params, inputs, output }) {
    const { features } = sequenceOf(inputShape({ inputs }));
    return [[...output.shape, params.kernelSize, features / params.groups]];
  },
  reach: ({ params }) => conv1dWindow(params),
  explain: explainConv1d,
  keras: conv1dInKeras,
  torch: conv1dInTorch,
  onnx: conv1dInOnnx,
  role: 'transform',
  widthParam: 'filters',
  biasParam: 'useBias',
  nature: 'affine',
  ...noRewrites,
  reads: ['Conv1D', 'GroupedConv1D'].map(readsConv1d),
  examples: [
    {
      title: 'A window of three steps takes one off each end',
      params: { ...defaults, filters: 4 },
      inputs: [[7, 2]],
      output: [5, 4],
      parameters: 28,
      macs: 120,
    },
    {
      title: 'Stride 2 with padding “same” rounds the half up',
      params: { ...defaults, filters: 2, kernelSize: 4, strides: 2, padding: 'same', kernelInitializer: 'heNormal' },
      inputs: [[7, 3]],
      output: [4, 2],
      parameters: 26,
      macs: 96,
    },
    {
      title: 'Causal and dilated, as in WaveNet: no step sees what comes after it',
      params: { ...defaults, filters: 3, kernelSize: 2, padding: 'causal', dilation: 4 },
      inputs: [[9, 2]],
      output: [9, 3],
      parameters: 15,
      macs: 108,
    },
    {
      title: 'Two groups halve the weights; causal with a stride',
      params: { ...defaults, filters: 4, strides: 2, padding: 'causal', groups: 2, useBias: false },
      inputs: [[6, 4]],
      output: [3, 4],
      parameters: 24,
      macs: 72,
    },
  ],
});

function inferConv1d(site: InferSite<Conv1dParams>): Result<TensorType, readonly Problem[]> {
  const { params } = site;
  const shape = inputShape(site);
  const sequence = asSequence(shape);
  if (!sequence) return refuseNoSequence(shape);
  const placement = placeWindow(conv1dWindow(params), [sequence.length, 1], 'kernelSize');
  const problems = [
    ...strideWithDilation(params),
    ...indivisible(params, sequence.features),
    ...(placement.ok ? [] : onOneAxis(placement.error)),
  ];
  if (problems.length > 0 || !placement.ok) return fail(problems);
  return sizedOutput([placement.value.output[0], params.filters]);
}

/** Keras refuses the two together. */
function strideWithDilation({ strides, dilation }: Conv1dParams): readonly Problem[] {
  if (strides === 1 || dilation === 1) return [];
  const cures = (['dilation', 'strides'] as const).map((param) => ({ kind: 'set-param', param, value: 1 }) as const);
  return [{ code: 'param/stride-with-dilation', values: { stride: strides, dilation }, param: 'dilation', cures }];
}

function conv1dWeights({ params, inputs }: Site<Conv1dParams>): readonly Weight[] {
  const { features } = sequenceOf(inputShape({ inputs }));
  const shape = [params.kernelSize, features / params.groups, params.filters];
  const kernel: Weight = { name: 'kernel', shape, trainable: true };
  return params.useBias ? [kernel, { name: 'bias', shape: [params.filters], trainable: true }] : [kernel];
}

/** A filter sees only the features of its own group; what falls on the border is zero and left out. */
function explainConv1d({ params, inputs }: Site<Conv1dParams>, cell: readonly number[]): Arithmetic {
  const [step = 0, filter = 0] = cell;
  const { length, features } = sequenceOf(inputShape({ inputs }));
  const share = features / params.groups;
  const first = Math.floor(filter / (params.filters / params.groups)) * share;
  const terms = windowTaps(conv1dWindow(params), [length, 1], [step, 0]).flatMap(({ place, pixel }) =>
    Array.from({ length: share }, (_, feature) =>
      product(inputCell([pixel[0], first + feature]), weightCell('kernel', place[0], feature, filter)),
    ),
  );
  return sumOf(params.useBias ? [...terms, weightCell('bias', filter)] : terms);
}
