import { inputCell, maximum as largestOf } from '@/lib/layers/arithmetic';
import { defineLayer } from '@/lib/layers/definition';
import { valueByValue } from '@/lib/layers/merge/merging';
import { onnxInputs, onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { torchFunction } from '@/lib/layers/torch';

export const maximum = defineLayer({
  type: 'maximum',
  family: 'merge',
  icon: 'maximum',
  text: {
    en: {
      title: 'Maximum',
      summary: 'Keeps the largest of several tensors’ values, place by place',
      fields: {},
    },
    vi: {
      title: 'Cực đại',
      summary: 'Giữ giá trị lớn nhất trong nhiều tensor, tại từng vị trí',
      fields: {},
    },
  },
  help: () => import('@/lib/layers/merge/maximum-help').then(({ help }) => help),
  ...valueByValue,
  inputs: { arity: 'many', min: 2 },
  explain: ({ inputs }, cell) => largestOf(...inputs.map((_, index) => inputCell(cell, index))),
  keras: () => [{ callee: 'Maximum', args: {} }],
  torch: () => [torchFunction('torch.stack'), torchFunction('torch.amax', [], { dim: 0 })],
  onnx: ({ inputs }) => [onnxNode('Max', {}, onnxInputs(inputs.length))],
  nature: 'selection',
  reads: [readsClass('Maximum', () => ({}))],
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
