import { inputCell, negate, sum } from '@/lib/layers/arithmetic';
import { defineLayer } from '@/lib/layers/definition';
import { valueByValue } from '@/lib/layers/merge/merging';
import { onnxInputs, onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { torchFunction } from '@/lib/layers/torch';

export const subtract = defineLayer({
  type: 'subtract',
  family: 'merge',
  icon: 'subtract',
  text: {
    en: {
      title: 'Subtract',
      summary: 'Takes the second tensor from the first, value by value',
      fields: {},
    },
    vi: {
      title: 'Trừ',
      summary: 'Lấy tensor thứ nhất trừ tensor thứ hai, từng giá trị một',
      fields: {},
    },
  },
  help: () => import('@/lib/layers/merge/subtract-help').then(({ help }) => help),
  ...valueByValue,
  inputs: { arity: 'many', min: 2, max: 2 },
  explain: (_site, cell) => sum(inputCell(cell, 0), negate(inputCell(cell, 1))),
  keras: () => [{ callee: 'Subtract', args: {} }],
  torch: () => [{ ...torchFunction('torch.sub'), inputs: onnxInputs(2) }],
  onnx: () => [onnxNode('Sub', {}, onnxInputs(2))],
  nature: 'linear',
  reads: [readsClass('Subtract', () => ({}))],
  examples: [
    {
      title: 'What a second picture has changed',
      params: {},
      inputs: [
        [3, 2, 4],
        [3, 2, 4],
      ],
      output: [3, 2, 4],
      parameters: 0,
      macs: 0,
    },
    { title: 'Two vectors', params: {}, inputs: [[5], [5]], output: [5], parameters: 0, macs: 0 },
  ],
});
