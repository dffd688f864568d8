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
      body: `\`y = (x₁ + x₂ + … + xₙ) / n\`, all of one shape.

Joins branches that do the same work, such as several small networks whose answers are pooled into one: their errors partly cancel out. Unlike Add, the size of the values does not grow with the number of inputs. Each input gets an equal share of the gradient.

Source: Keras documentation, \`Average\`.`,
      fields: {},
    },
    vi: {
      title: 'Trung bình',
      summary: 'Lấy trung bình các tensor cùng hình dạng, từng giá trị một',
      body: `\`y = (x₁ + x₂ + … + xₙ) / n\`, tất cả cùng một hình dạng.

Nối các nhánh làm cùng một việc, chẳng hạn nhiều mạng nhỏ góp câu trả lời thành một: sai số của chúng bù trừ nhau phần nào. Khác với phép cộng, độ lớn của giá trị không tăng theo số đầu vào. Mỗi đầu vào nhận một phần gradient bằng nhau.

Nguồn: tài liệu Keras, \`Average\`.`,
      fields: {},
    },
  },
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
