import { constant, inputCell, maximum, product } from '@/lib/layers/arithmetic';
import { readsFunction } from '@/lib/layers/activation/reads-function';
import { defineLayer } from '@/lib/layers/definition';
import type { Fields } from '@/lib/layers/fields';
import { onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { torchModule } from '@/lib/layers/torch';
import { elementwise } from '@/lib/layers/traits';

const fields = {
  // Above 1 it would no longer be the larger of the two branches.
  alpha: { kind: 'real', default: 0.3, min: 0, max: 1, step: 0.01, onNode: 'always' },
} as const satisfies Fields;

export const leakyRelu = defineLayer({
  type: 'leaky_relu',
  family: 'activation',
  icon: 'leaky-relu',
  text: {
    en: {
      title: 'LeakyReLU',
      summary: 'Keeps positive values and lets a small part of negative ones through',
      fields: { alpha: { label: 'Slope', hint: 'What negative values are multiplied by' } },
    },
    vi: {
      title: 'LeakyReLU',
      summary: 'Giữ giá trị dương và cho qua một phần nhỏ của giá trị âm',
      fields: { alpha: { label: 'Độ dốc', hint: 'Số nhân với các giá trị âm' } },
    },
  },
  help: () => import('@/lib/layers/activation/leaky-relu-help').then(({ help }) => help),
  fields,
  ...elementwise,
  nature: 'activation',
  reads: [
    readsClass('LeakyReLU', (read) => ({
      alpha: read.number('alpha', read.number('negativeSlope', fields.alpha.default)),
    })),
    readsClass('ReLU', (read) => {
      if (read.has('maxValue') || read.number('threshold', 0) !== 0 || !(read.number('negativeSlope', 0) > 0))
        read.refuse();
      return { alpha: read.number('negativeSlope', 0) };
    }),
    // The function of that name has another slope than the layer (Keras 3; tf.nn.leaky_relu).
    readsFunction(['leaky_relu'], () => ({ alpha: 0.2 })),
  ],
  explain: ({ params }, cell) => maximum(inputCell(cell), product(constant(params.alpha), inputCell(cell))),
  keras: ({ params: { alpha } }) => [{ callee: 'LeakyReLU', args: alpha === fields.alpha.default ? {} : { alpha } }],
  torch: ({ params }) => [torchModule('nn.LeakyReLU', [params.alpha])],
  onnx: ({ params }) => [onnxNode('LeakyRelu', { alpha: params.alpha })],
  examples: [
    {
      title: 'With the slope that Keras starts from',
      params: { alpha: 0.3 },
      inputs: [[2, 3, 2]],
      output: [2, 3, 2],
      parameters: 0,
      macs: 0,
    },
    { title: 'A slight slope', params: { alpha: 0.01 }, inputs: [[5]], output: [5], parameters: 0, macs: 0 },
  ],
});
