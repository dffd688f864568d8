import { constant, inputCell, quotient, sum } from '@/lib/layers/arithmetic';
import { defineLayer } from '@/lib/layers/definition';
import { valueByValue } from '@/lib/layers/merge/merging';
import { onnxInputs, onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { torchFunction } from '@/lib/layers/torch';

export const average = defineLayer({
  type: 'average',
  family: 'merge',
  icon: 'average',
  text: {
    en: {
      title: 'Average',
      summary: 'Takes the mean of tensors of the same shape, value by value',
      fields: {},
    },
    vi: {
      title: 'Trung bình',
      summary: 'Lấy trung bình các tensor cùng hình dạng, từng giá trị một',
      fields: {},
    },
  },
  help: () => import('@/lib/layers/merge/average-help').then(({ help }) => help),
  ...valueByValue,
  inputs: { arity: 'many', min: 2 },
  explain: ({ inputs }, cell) =>
    quotient(sum(...inputs.map((_, index) => inputCell(cell, index))), constant(inputs.length)),
  keras: () => [{ callee: 'Average', args: {} }],
  torch: () => [torchFunction('torch.stack'), torchFunction('torch.mean', [], { dim: 0 })],
  onnx: ({ inputs }) => [onnxNode('Mean', {}, onnxInputs(inputs.length))],
  nature: 'linear',
  reads: [readsClass('Average', () => ({}))],
  examples: [
    {
      title: 'Two branches of equal weight',
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
