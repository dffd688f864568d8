import { inputCell, minimum as smallestOf } from '@/lib/layers/arithmetic';
import { defineLayer } from '@/lib/layers/definition';
import { valueByValue } from '@/lib/layers/merge/merging';
import { onnxInputs, onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { torchFunction } from '@/lib/layers/torch';

export const minimum = defineLayer({
  type: 'minimum',
  family: 'merge',
  icon: 'minimum',
  text: {
    en: {
      title: 'Minimum',
      summary: 'Keeps the smallest of several tensors’ values, place by place',
      fields: {},
    },
    vi: {
      title: 'Cực tiểu',
      summary: 'Giữ giá trị nhỏ nhất trong nhiều tensor, tại từng vị trí',
      fields: {},
    },
  },
  help: () => import('@/lib/layers/merge/minimum-help').then(({ help }) => help),
  ...valueByValue,
  inputs: { arity: 'many', min: 2 },
  explain: ({ inputs }, cell) => smallestOf(...inputs.map((_, index) => inputCell(cell, index))),
  keras: () => [{ callee: 'Minimum', args: {} }],
  torch: () => [torchFunction('torch.stack'), torchFunction('torch.amin', [], { dim: 0 })],
  onnx: ({ inputs }) => [onnxNode('Min', {}, onnxInputs(inputs.length))],
  nature: 'selection',
  reads: [readsClass('Minimum', () => ({}))],
  examples: [
    {
      title: 'Two branches over one image',
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
