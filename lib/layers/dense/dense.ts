import type { Problem } from '@/lib/core/problem';
import { fail, type Result } from '@/lib/core/result';
import type { TensorType } from '@/lib/core/tensor-type';
import { inputCell, product, sumOf, weightCell } from '@/lib/layers/arithmetic';
import { fromInput, onnxOrder, orderToFirst, orderToLast, torchOrder } from '@/lib/layers/channels-first';
import { defineLayer, type InferSite, type OnnxNode, type Site } from '@/lib/layers/definition';
import type { Fields, ParamsOf } from '@/lib/layers/fields';
import { onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { inputShape, lastAxis, sizedOutput } from '@/lib/layers/shapes';
import {
  biasInitializer,
  biasStart,
  biasStartEn,
  biasStartVi,
  readBiasStart,
  START_VALUES,
  startOptionsEn,
  startOptionsVi,
} from '@/lib/layers/start-values';
import { torchModule } from '@/lib/layers/torch';
import { addedFields, noRewrites, oneInput } from '@/lib/layers/traits';

const fields = {
  units: { kind: 'integer', default: 64, min: 1, max: 65536, onNode: 'always' },
  useBias: { kind: 'boolean', default: true, advanced: true },
  kernelInitializer: {
    kind: 'choice',
    default: 'glorotUniform',
    options: START_VALUES,
    advanced: true,
  },
  biasStart,
} as const satisfies Fields;

export const dense = defineLayer({
  type: 'dense',
  family: 'dense',
  icon: 'dense',
  text: {
    en: {
      title: 'Dense',
      summary: 'Connects every input value to every unit',
      fields: {
        units: { label: 'Units', hint: 'Values the layer gives; in the last layer the number of classes' },
        useBias: { label: 'Bias', hint: 'Adds a learnt number to each unit' },
        kernelInitializer: { label: 'Start values', hint: 'How the weights are filled; He suits ReLU' },
        biasStart: biasStartEn,
      },
      options: startOptionsEn,
    },
    vi: {
      title: 'Kết nối đầy đủ',
      summary: 'Nối mọi giá trị đầu vào với mọi đơn vị',
      fields: {
        units: { label: 'Số đơn vị', hint: 'Số giá trị lớp cho ra; ở lớp cuối là số lớp phân loại' },
        useBias: { label: 'Độ chệch', hint: 'Cộng một số học được vào mỗi đơn vị' },
        kernelInitializer: { label: 'Giá trị khởi tạo', hint: 'Cách điền trọng số lúc đầu; He hợp với ReLU' },
        biasStart: biasStartVi,
      },
      options: startOptionsVi,
    },
  },
  help: () => import('@/lib/layers/dense/dense-help').then(({ help }) => help),
  fields,
  ...addedFields,
  ...oneInput,
  infer: inferDense,
  weights({ params, inputs }) {
    const kernel = { name: 'kernel', shape: [lastAxis(inputShape({ inputs })), params.units], trainable: true };
    return params.useBias ? [kernel, { name: 'bias', shape: [params.units], trainable: true }] : [kernel];
  },
  macs: ({ inputs, output }) => [[...output.shape, lastAxis(inputShape({ inputs }))]],
  // A vector is used up; a sequence keeps its places, each for itself.
  reach: ({ output }) => (output.shape.length === 1 ? 'global' : 'pointwise'),
  explain({ params, inputs }, cell) {
    const unit = cell.at(-1) ?? 0;
    const terms = Array.from({ length: lastAxis(inputShape({ inputs })) }, (_, index) =>
      product(inputCell([...cell.slice(0, -1), index]), weightCell('kernel', index, unit)),
    );
    return sumOf(params.useBias ? [...terms, weightCell('bias', unit)] : terms);
  },
  keras: ({ params }) => [
    {
      callee: 'Dense',
      args: {
        units: params.units,
        ...(params.useBias ? {} : { useBias: false }),
        kernelInitializer: params.kernelInitializer,
        ...biasInitializer(params),
      },
    },
  ],
  // PyTorch's Linear, too, works on the last axis.
  torch: ({ params, inputs, output }) => [
    ...torchOrder(output.shape.length, orderToLast),
    torchModule('nn.Linear', [lastAxis(inputShape({ inputs })), params.units], params.useBias ? {} : { bias: false }),
    ...torchOrder(output.shape.length, orderToFirst),
  ],
  onnx: denseInOnnx,
  role: 'transform',
  widthParam: 'units',
  biasParam: 'useBias',
  nature: 'affine',
  ...noRewrites,
  aliases: ['FC', 'fully connected', 'linear', 'inner product'],
  reads: [
    readsClass('Dense', (read) => {
      if (!read.has('units')) read.refuse();
      return {
        units: read.number('units', fields.units.default),
        useBias: read.boolean('useBias', true),
        kernelInitializer: read.choice('kernelInitializer', fields.kernelInitializer.options, 'glorotUniform'),
        biasStart: readBiasStart(read),
      };
    }),
  ],
  examples: [
    {
      title: 'The first dense layer of LeNet-5',
      params: { units: 120, useBias: true, kernelInitializer: 'glorotUniform', biasStart: 0 },
      inputs: [[400]],
      output: [120],
      parameters: 48120,
      macs: 48000,
    },
    {
      title: 'Without a bias, the weights alone',
      params: { units: 3, useBias: false, kernelInitializer: 'heNormal', biasStart: 0 },
      inputs: [[5]],
      output: [3],
      parameters: 15,
      macs: 15,
    },
    {
      title: 'On a sequence, the same weights at every step',
      params: { units: 2, useBias: true, kernelInitializer: 'orthogonal', biasStart: 0.1 },
      inputs: [[4, 3]],
      output: [4, 2],
      parameters: 8,
      macs: 24,
    },
  ],
});

function denseInOnnx({ params, output }: Site<ParamsOf<typeof fields>>): readonly OnnxNode[] {
  const rank = output.shape.length;
  if (rank === 1) {
    return [onnxNode('Gemm', {}, ['input:0', 'weight:kernel', ...(params.useBias ? ['weight:bias'] : [])])];
  }
  return fromInput([
    ...onnxOrder(rank, orderToLast),
    onnxNode('MatMul', {}, ['previous', 'weight:kernel']),
    ...(params.useBias ? [onnxNode('Add', {}, ['previous', 'weight:bias'])] : []),
    ...onnxOrder(rank, orderToFirst),
  ]);
}

/**
 * A sequence (length × features) is taken step by step, as Keras does. Keras would do the same with an image's pixels;
 * that is never what a newcomer means, so it is refused.
 */
function inferDense(site: InferSite<ParamsOf<typeof fields>>): Result<TensorType, readonly Problem[]> {
  const shape = inputShape(site);
  if (shape.length < 3) return sizedOutput([...shape.slice(0, -1), site.params.units]);
  return fail([
    {
      code: 'shape/needs-vector',
      values: { got: shape },
      input: 0,
      cures: [{ kind: 'insert-before', type: 'flatten', params: {}, input: 0 }],
    },
  ]);
}
