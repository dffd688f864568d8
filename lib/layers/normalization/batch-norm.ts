import {
  type Arithmetic,
  constant,
  inputCell,
  negate,
  product,
  quotient,
  sum,
  weightCell,
} from '@/lib/layers/arithmetic';
import {
  defineLayer,
  type KerasCall,
  type KerasReader,
  type OnnxNode,
  type Site,
  type Weight,
} from '@/lib/layers/definition';
import type { Fields, ParamsOf } from '@/lib/layers/fields';
import { onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { inputShape, lastAxis } from '@/lib/layers/shapes';
import { torchModule } from '@/lib/layers/torch';
import { firstVersion, keepsShape, noMacs, oneInput, plainTransform, pointwise } from '@/lib/layers/traits';

const fields = {
  momentum: { kind: 'real', default: 0.99, min: 0, max: 1, step: 0.01, onNode: 'when-changed' },
  epsilon: { kind: 'real', default: 0.001, min: 1e-7, max: 1, step: 0.0001, advanced: true },
  center: { kind: 'boolean', default: true, advanced: true },
  scale: { kind: 'boolean', default: true, advanced: true },
} as const satisfies Fields;

type BatchNormParams = ParamsOf<typeof fields>;

export const batchNorm = defineLayer({
  type: 'batch_norm',
  family: 'normalization',
  icon: 'normalize',
  text: {
    en: {
      title: 'BatchNormalization',
      summary: 'Brings each channel to mean 0 and variance 1, then scales and shifts it as learnt',
      fields: {
        momentum: { label: 'Momentum', hint: 'How slowly the running averages follow; short trainings want about 0.9' },
        epsilon: { label: 'Epsilon', hint: 'Added to the variance, so that nothing is divided by zero' },
        center: { label: 'Shift (beta)', hint: 'Adds a learnt number per channel' },
        scale: { label: 'Scale (gamma)', hint: 'Multiplies by a learnt number per channel' },
      },
    },
    vi: {
      title: 'Chuẩn hóa theo lô',
      summary: 'Đưa mỗi kênh về trung bình 0 và phương sai 1, rồi co giãn và tịnh tiến theo hệ số học được',
      fields: {
        momentum: { label: 'Quán tính', hint: 'Trung bình động đổi chậm đến đâu; huấn luyện ngắn nên dùng khoảng 0,9' },
        epsilon: { label: 'Epsilon', hint: 'Cộng vào phương sai để không chia cho 0' },
        center: { label: 'Tịnh tiến (beta)', hint: 'Cộng một số học được cho mỗi kênh' },
        scale: { label: 'Co giãn (gamma)', hint: 'Nhân với một số học được cho mỗi kênh' },
      },
    },
  },
  help: () => import('@/lib/layers/normalization/batch-norm-help').then(({ help }) => help),
  fields,
  ...firstVersion,
  ...oneInput,
  ...keepsShape,
  weights: batchNormWeights,
  ...noMacs,
  ...pointwise,
  explain: explainBatchNorm,
  keras: batchNormInKeras,
  torch({ params, inputs }) {
    const shape = inputShape({ inputs });
    // PyTorch's momentum is the share of the new batch. It has gamma and beta both or not at all.
    const momentum = Number((1 - params.momentum).toPrecision(12));
    const kwargs = {
      eps: params.epsilon,
      momentum,
      ...(params.center || params.scale ? {} : { affine: false }),
    };
    return [torchModule(shape.length === 3 ? 'nn.BatchNorm2d' : 'nn.BatchNorm1d', [lastAxis(shape)], kwargs)];
  },
  onnx: batchNormInOnnx,
  ...plainTransform,
  nature: 'batch-statistics',
  reads: ['BatchNormalization', 'PartialBatchNormalization'].map(readsBatchNorm),
  examples: [
    {
      title: 'Four numbers per channel, two of them learnt',
      params: { momentum: 0.99, epsilon: 0.001, center: true, scale: true },
      inputs: [[4, 3, 5]],
      output: [4, 3, 5],
      parameters: 20,
      macs: 0,
    },
    {
      title: 'Without scale, before a layer that scales anyway',
      params: { momentum: 0.9, epsilon: 0.00001, center: true, scale: false },
      inputs: [[6]],
      output: [6],
      parameters: 18,
      macs: 0,
    },
    {
      title: 'Normalisation alone, nothing learnt',
      params: { momentum: 0.99, epsilon: 0.001, center: false, scale: false },
      inputs: [[3, 2]],
      output: [3, 2],
      parameters: 4,
      macs: 0,
    },
  ],
});

function batchNormWeights({ params, inputs }: Site<BatchNormParams>): readonly Weight[] {
  const shape = [lastAxis(inputShape({ inputs }))];
  return [
    ...(params.scale ? [{ name: 'gamma', shape, trainable: true }] : []),
    ...(params.center ? [{ name: 'beta', shape, trainable: true }] : []),
    { name: 'moving_mean', shape, trainable: false },
    { name: 'moving_variance', shape, trainable: false },
  ];
}

function explainBatchNorm({ params }: Site<BatchNormParams>, cell: readonly number[]): Arithmetic {
  const channel = cell[cell.length - 1] ?? 0;
  const deviation = sum(inputCell(cell), negate(weightCell('moving_mean', channel)));
  const spread = sum(weightCell('moving_variance', channel), constant(params.epsilon));
  const normal = quotient(deviation, { op: 'sqrt', of: spread });
  const scaled = params.scale ? product(weightCell('gamma', channel), normal) : normal;
  return params.center ? sum(scaled, weightCell('beta', channel)) : scaled;
}

/** tfjs's own layer fails at the first training step where gamma or beta is left out. */
function batchNormInKeras({ params }: Site<BatchNormParams>): readonly KerasCall[] {
  const { momentum, epsilon, center, scale } = params;
  if (!center || !scale) return [{ callee: 'PartialBatchNormalization', args: { momentum, epsilon, center, scale } }];
  const args = {
    ...(momentum === fields.momentum.default ? {} : { momentum }),
    ...(epsilon === fields.epsilon.default ? {} : { epsilon }),
  };
  return [{ callee: 'BatchNormalization', args }];
}

function batchNormInOnnx({ params, inputs }: Site<BatchNormParams>): readonly OnnxNode[] {
  const channels = lastAxis(inputShape({ inputs }));
  return [
    onnxNode('BatchNormalization', { epsilon: params.epsilon, momentum: params.momentum }, [
      'input:0',
      params.scale ? 'weight:gamma' : `constant:1:${channels}`,
      params.center ? 'weight:beta' : `constant:0:${channels}`,
      'weight:moving_mean',
      'weight:moving_variance',
    ]),
  ];
}

function readsBatchNorm(className: string): KerasReader<BatchNormParams> {
  return readsClass(className, (read, inputs) => {
    read.lastAxis('axis', inputShape({ inputs }).length, -1);
    return {
      momentum: read.number('momentum', fields.momentum.default),
      epsilon: read.number('epsilon', fields.epsilon.default),
      center: read.boolean('center', true),
      scale: read.boolean('scale', true),
    };
  });
}
