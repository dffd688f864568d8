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
      body: `\`y = x₁ + x₂ + …\`, all of one shape.

The join of a residual block: the input of the block skips its convolutions and is added to what they give. The block then needs to learn only the difference, and the gradient has a way past it, so very deep networks train. If the shapes differ, a 1 × 1 convolution on the shortcut makes them equal.

Source: He et al., “Deep Residual Learning”, 2015.`,
      fields: {},
    },
    vi: {
      title: 'Cộng',
      summary: 'Cộng các tensor cùng hình dạng, từng giá trị một',
      body: `\`y = x₁ + x₂ + …\`, tất cả cùng một hình dạng.

Là điểm nối của khối phần dư: đầu vào của khối đi tắt qua các lớp tích chập rồi được cộng với kết quả của chúng. Khối chỉ còn phải học phần chênh lệch, và gradient có đường đi thẳng, nên mạng rất sâu vẫn huấn luyện được. Nếu hình dạng khác nhau, đặt một tích chập 1 × 1 trên đường tắt để cho bằng nhau.

Nguồn: He và cộng sự, “Deep Residual Learning”, 2015.`,
      fields: {},
    },
  },
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
