import { fail } from '@/lib/core/result';
import { sameShape } from '@/lib/core/tensor-type';
import { inputCell, sum } from '@/lib/layers/arithmetic';
import { defineLayer } from '@/lib/layers/definition';
import { onnxInputs, onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { inputShape, sizedOutput } from '@/lib/layers/shapes';
import { torchFunction } from '@/lib/layers/torch';
import { firstVersion, noMacs, noWeights, plainTransform, pointwise } from '@/lib/layers/traits';

export const add = defineLayer({
  type: 'add',
  family: 'merge',
  icon: 'add',
  text: {
    en: {
      title: 'Add',
      summary: 'Adds tensors of the same shape, value by value',
      fields: {},
    },
    vi: {
      title: 'Cộng',
      summary: 'Cộng các tensor cùng hình dạng, từng giá trị một',
      fields: {},
    },
  },
  help: () => import('@/lib/layers/merge/add-help').then(({ help }) => help),
  fields: {},
  ...firstVersion,
  inputs: { arity: 'many', min: 2 },
  // Keras would stretch sizes of 1 to fit; in a drawn network that hides a mistake.
  infer({ inputs }) {
    const shapes = inputs.map(({ shape }) => shape);
    const first = inputShape({ inputs });
    const odd = shapes.findIndex((shape) => !sameShape(shape, first));
    return odd === -1 ? sizedOutput(first) : fail([{ code: 'shape/add-unequal', values: { shapes }, input: odd }]);
  },
  ...noWeights,
  ...noMacs,
  ...pointwise,
  explain: ({ inputs }, cell) => sum(...inputs.map((_, index) => inputCell(cell, index))),
  keras: () => [{ callee: 'Add', args: {} }],
  torch: () => [torchFunction('sum')],
  onnx: ({ inputs }) => [onnxNode('Sum', {}, onnxInputs(inputs.length))],
  ...plainTransform,
  nature: 'linear',
  aliases: ['residual', 'skip connection', 'shortcut', 'sum'],
  reads: [readsClass('Add', () => ({}))],
  examples: [
    {
      title: 'A block and its shortcut',
      params: {},
      inputs: [
        [3, 2, 4],
        [3, 2, 4],
      ],
      output: [3, 2, 4],
      parameters: 0,
      macs: 0,
    },
    { title: 'Three vectors', params: {}, inputs: [[5], [5], [5]], output: [5], parameters: 0, macs: 0 },
  ],
});
