import type { Problem } from '@/lib/core/problem';
import type { Result } from '@/lib/core/result';
import type { TensorType } from '@/lib/core/tensor-type';
import { type Arithmetic, inputCell, product, sumOf, weightCell } from '@/lib/layers/arithmetic';
import { conv2dFields } from '@/lib/layers/convolution/conv2d-fields';
import { isMoreThanOne } from '@/lib/layers/convolution/conv2d-targets';
import {
  convolutionLabelsEn,
  convolutionLabelsVi,
  startOptionsEn,
  startOptionsVi,
} from '@/lib/layers/convolution/convolution-labels';
import {
  defineLayer,
  type InferSite,
  type OnnxNode,
  type Site,
  type Spread,
  type TorchCall,
} from '@/lib/layers/definition';
import { defaultParams, type Fields, type Pair, type ParamsOf } from '@/lib/layers/fields';
import { onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { asImage, imageOf, inputShape, refuseRank, sizedOutput } from '@/lib/layers/shapes';
import { biasInitializer, readBiasStart } from '@/lib/layers/start-values';
import { torchFunction, torchModule, torchPair } from '@/lib/layers/torch';
import { addedFields, noRewrites, oneInput } from '@/lib/layers/traits';

const fields = {
  filters: conv2dFields.filters,
  kernelSize: conv2dFields.kernelSize,
  strides: { ...conv2dFields.strides, default: [2, 2], onNode: 'always' },
  padding: { kind: 'choice', default: 'valid', options: ['valid', 'same'], onNode: 'when-changed' },
  useBias: conv2dFields.useBias,
  kernelInitializer: conv2dFields.kernelInitializer,
  biasStart: conv2dFields.biasStart,
} as const satisfies Fields;

type TransposeParams = ParamsOf<typeof fields>;

const defaults: TransposeParams = defaultParams(fields);

export const conv2dTranspose = defineLayer({
  type: 'conv2d_transpose',
  family: 'convolution',
  icon: 'convolution-transposed',
  text: {
    en: {
      title: 'Conv2DTranspose',
      summary: 'Enlarges the image: each pixel paints a learnt patch, and patches that overlap add up',
      fields: {
        filters: convolutionLabelsEn.filters,
        kernelSize: { label: 'Kernel', hint: 'Height and width of the patch that each pixel paints' },
        strides: { label: 'Stride', hint: 'How far apart the patches lie; 2 doubles the image' },
        padding: { label: 'Padding', hint: '“same” cuts the edges, so that the image grows by exactly the stride' },
        useBias: convolutionLabelsEn.useBias,
        kernelInitializer: convolutionLabelsEn.kernelInitializer,
        biasStart: convolutionLabelsEn.biasStart,
      },
      options: { ...startOptionsEn, valid: 'none (valid)', same: 'same' },
    },
    vi: {
      title: 'Tích chập chuyển vị 2D',
      summary: 'Phóng to ảnh: mỗi điểm ảnh vẽ một mảng học được, các mảng chồng nhau thì cộng lại',
      fields: {
        filters: convolutionLabelsVi.filters,
        kernelSize: { label: 'Kích thước nhân', hint: 'Chiều cao và chiều rộng của mảng mà mỗi điểm ảnh vẽ' },
        strides: { label: 'Bước trượt', hint: 'Khoảng cách giữa các mảng; 2 làm ảnh to gấp đôi' },
        padding: { label: 'Đệm', hint: '“same” cắt bớt mép để ảnh lớn lên đúng bằng bước trượt' },
        useBias: convolutionLabelsVi.useBias,
        kernelInitializer: convolutionLabelsVi.kernelInitializer,
        biasStart: convolutionLabelsVi.biasStart,
      },
      options: { ...startOptionsVi, valid: 'không (valid)', same: 'giữ cỡ (same)' },
    },
  },
  help: () => import('@/lib/layers/convolution/conv2d-transpose-help').then(({ help }) => help),
  fields,
  ...addedFields,
  ...oneInput,
  infer: inferTranspose,
  weights({ params, inputs }) {
    const { channels } = imageOf(inputShape({ inputs }));
    const shape = [...params.kernelSize, params.filters, channels];
    const kernel = { name: 'kernel', shape, trainable: true };
    return params.useBias ? [kernel, { name: 'bias', shape: [params.filters], trainable: true }] : [kernel];
  },
  // Every input value meets every weight of its channel, also where padding “same” cuts the product off.
  macs: ({ params, inputs }) => [[...inputShape({ inputs }), ...params.kernelSize, params.filters]],
  reach: ({ params }) => spreadOf(params),
  explain: explainTranspose,
  keras: ({ params }) => [
    {
      callee: 'Conv2DTranspose',
      args: {
        filters: params.filters,
        kernelSize: params.kernelSize,
        ...(isMoreThanOne(params.strides) ? { strides: params.strides } : {}),
        ...(params.padding === 'same' ? { padding: 'same' } : {}),
        ...(params.useBias ? {} : { useBias: false }),
        kernelInitializer: params.kernelInitializer,
        ...biasInitializer(params),
      },
    },
  ],
  torch: transposeInTorch,
  onnx: transposeInOnnx,
  role: 'transform',
  widthParam: 'filters',
  biasParam: 'useBias',
  nature: 'affine',
  ...noRewrites,
  reads: [
    readsClass('Conv2DTranspose', (read) => {
      if (!read.has('filters') || !read.has('kernelSize') || read.has('outputPadding')) read.refuse();
      if (read.pair('dilationRate', [1, 1]).some((rate) => rate > 1)) read.refuse();
      return {
        filters: read.number('filters', defaults.filters),
        kernelSize: read.pair('kernelSize', defaults.kernelSize),
        strides: read.pair('strides', [1, 1]),
        padding: read.choice('padding', fields.padding.options, 'valid'),
        useBias: read.boolean('useBias', true),
        kernelInitializer: read.choice('kernelInitializer', fields.kernelInitializer.options, 'glorotUniform'),
        biasStart: readBiasStart(read),
      };
    }),
  ],
  examples: [
    {
      title: 'U-Net’s step up: a 2 × 2 kernel with stride 2 doubles the image without overlap',
      params: { ...defaults, filters: 3, kernelSize: [2, 2] },
      inputs: [[3, 2, 2]],
      output: [6, 4, 3],
      parameters: 27,
      macs: 144,
    },
    {
      title: 'DCGAN’s: a 5 × 5 kernel with stride 2 and padding “same” doubles it too, with overlap',
      params: { ...defaults, filters: 2, kernelSize: [5, 5], padding: 'same', useBias: false },
      inputs: [[4, 3, 2]],
      output: [8, 6, 2],
      parameters: 100,
      macs: 1200,
    },
    {
      title: 'Without padding the last patches stand out',
      params: { ...defaults, filters: 1, kernelInitializer: 'heNormal' },
      inputs: [[3, 4, 2]],
      output: [7, 9, 1],
      parameters: 19,
      macs: 216,
    },
    {
      title: 'A stride larger than the kernel leaves gaps, where only the bias is',
      params: { ...defaults, filters: 2, kernelSize: [1, 2], strides: [2, 3] },
      inputs: [[2, 2, 1]],
      output: [4, 6, 2],
      parameters: 6,
      macs: 16,
    },
  ],
});

/** Keras's sizes: with “same” the image grows by the stride; without, the last patch is whole. */
function inferTranspose(site: InferSite<TransposeParams>): Result<TensorType, readonly Problem[]> {
  const shape = inputShape(site);
  const image = asImage(shape);
  if (!image) return refuseRank(shape, [3]);
  const { params } = site;
  const output = ([0, 1] as const).map((axis) => {
    const [size, step] = [params.kernelSize[axis], params.strides[axis]];
    return params.padding === 'same' ? image.size[axis] * step : (image.size[axis] - 1) * step + Math.max(size, step);
  });
  return sizedOutput([...output, params.filters]);
}

/** What padding “same” cuts off, per axis: half at the start, the odd one at the end. */
function cutOf({ kernelSize, strides, padding }: TransposeParams): { readonly before: Pair; readonly after: Pair } {
  const total = ([0, 1] as const).map((axis) =>
    padding === 'same' ? Math.max(kernelSize[axis] - strides[axis], 0) : 0,
  ) as [number, number];
  return {
    before: [Math.floor(total[0] / 2), Math.floor(total[1] / 2)],
    after: [Math.ceil(total[0] / 2), Math.ceil(total[1] / 2)],
  };
}

function spreadOf(params: TransposeParams): Spread {
  return { kind: 'spread', size: params.kernelSize, stride: params.strides, before: cutOf(params).before };
}

function explainTranspose({ params, inputs }: Site<TransposeParams>, cell: readonly number[]): Arithmetic {
  const [row = 0, column = 0, filter = 0] = cell;
  const { size, channels } = imageOf(inputShape({ inputs }));
  const { before } = cutOf(params);
  const painters = (axis: 0 | 1, at: number) =>
    Array.from({ length: size[axis] }, (_, from) => ({
      from,
      place: at + before[axis] - from * params.strides[axis],
    })).filter(({ place }) => place >= 0 && place < params.kernelSize[axis]);
  const terms = painters(0, row).flatMap((y) =>
    painters(1, column).flatMap((x) =>
      Array.from({ length: channels }, (_, channel) =>
        product(inputCell([y.from, x.from, channel]), weightCell('kernel', y.place, x.place, filter, channel)),
      ),
    ),
  );
  return sumOf(params.useBias ? [...terms, weightCell('bias', filter)] : terms);
}

/** Rows that no patch reaches, behind the last one: where the stride is larger than the kernel. */
function gapOf({ kernelSize, strides }: TransposeParams): Pair {
  return [Math.max(strides[0] - kernelSize[0], 0), Math.max(strides[1] - kernelSize[1], 0)];
}

/** PyTorch cuts both sides alike; the odd row or column at the end is cut off behind it. */
function transposeInTorch({ params, inputs, output }: Site<TransposeParams>): readonly TorchCall[] {
  const { channels } = imageOf(inputShape({ inputs }));
  const { before, after } = cutOf(params);
  const gap = gapOf(params);
  const transposed = torchModule('nn.ConvTranspose2d', [channels, params.filters, torchPair(params.kernelSize)], {
    ...(isMoreThanOne(params.strides) ? { stride: torchPair(params.strides) } : {}),
    ...(before[0] + before[1] > 0 ? { padding: torchPair(before) } : {}),
    ...(gap[0] + gap[1] > 0 ? { output_padding: torchPair(gap) } : {}),
    ...(params.useBias ? {} : { bias: false }),
  });
  const cuts = ([0, 1] as const).filter((axis) => before[axis] !== after[axis]);
  return [transposed, ...cuts.map((axis) => torchFunction('torch.narrow', [axis + 2, 0, output.shape[axis] ?? 0]))];
}

function transposeInOnnx({ params }: Site<TransposeParams>): readonly OnnxNode[] {
  const { before, after } = cutOf(params);
  const attributes = {
    kernel_shape: params.kernelSize,
    strides: params.strides,
    pads: [...before, ...after],
    output_padding: gapOf(params),
  };
  const weights = params.useBias ? ['weight:kernel', 'weight:bias'] : ['weight:kernel'];
  return [onnxNode('ConvTranspose', attributes, ['input:0', ...weights])];
}
