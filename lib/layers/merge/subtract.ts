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
      body: `\`y = x₁ − x₂\`: exactly two inputs of one shape, in the order in which they are connected.

Shows what two branches see differently: the change between two pictures, the detail that a blurred copy has lost, the distance between two embeddings in a siamese network. Nothing is learnt, and the gradient of the second input only changes its sign.

Source: Keras documentation, \`Subtract\`.`,
      fields: {},
    },
    vi: {
      title: 'Trừ',
      summary: 'Lấy tensor thứ nhất trừ tensor thứ hai, từng giá trị một',
      body: `\`y = x₁ − x₂\`: đúng hai đầu vào cùng hình dạng, theo thứ tự nối vào.

Cho thấy hai nhánh nhìn khác nhau ở đâu: thay đổi giữa hai ảnh, chi tiết mà bản làm mờ đã mất, khoảng cách giữa hai vectơ nhúng trong mạng song sinh (siamese). Lớp không học gì; gradient của đầu vào thứ hai chỉ đổi dấu.

Nguồn: tài liệu Keras, \`Subtract\`.`,
      fields: {},
    },
  },
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
