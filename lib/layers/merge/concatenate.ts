import type { Problem } from '@/lib/core/problem';
import { fail, type Result } from '@/lib/core/result';
import { sameShape, type Shape, type TensorType } from '@/lib/core/tensor-type';
import { type Arithmetic, inputCell } from '@/lib/layers/arithmetic';
import { defineLayer, type InferSite } from '@/lib/layers/definition';
import { onnxInputs, onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { inputShape, lastAxis, sizedOutput } from '@/lib/layers/shapes';
import { torchFunction } from '@/lib/layers/torch';
import { firstVersion, noMacs, noWeights, plainTransform, pointwise } from '@/lib/layers/traits';

export const concatenate = defineLayer({
  type: 'concatenate',
  family: 'merge',
  icon: 'concatenate',
  text: {
    en: {
      title: 'Concatenate',
      summary: 'Stacks the channels of several inputs, in their order',
      body: `\`y = [x₁ ; x₂ ; …]\` along the last axis: 16 and 32 channels give 48. Height and width must be equal.

Joins branches that looked at the same image in different ways, as in Inception, or carries early features to late layers, as in DenseNet and U-Net. Unlike Add, nothing is mixed: the next layer decides what to do with each channel. The order of the inputs is the order of the channels.

Source: Szegedy et al., “Going Deeper with Convolutions”, 2014.`,
      fields: {},
    },
    vi: {
      title: 'Ghép nối',
      summary: 'Xếp chồng các kênh của nhiều đầu vào theo thứ tự',
      body: `\`y = [x₁ ; x₂ ; …]\` dọc theo trục cuối: 16 và 32 kênh cho 48 kênh. Chiều cao và chiều rộng phải bằng nhau.

Nối các nhánh đã nhìn cùng một ảnh theo những cách khác nhau, như trong Inception, hoặc đưa đặc trưng ban đầu đến các lớp sau, như trong DenseNet và U-Net. Khác với phép cộng, không có gì bị trộn lẫn: lớp sau quyết định dùng mỗi kênh ra sao. Thứ tự đầu vào là thứ tự các kênh.

Nguồn: Szegedy và cộng sự, “Going Deeper with Convolutions”, 2014.`,
      fields: {},
    },
  },
  fields: {},
  ...firstVersion,
  inputs: { arity: 'many', min: 2 },
  infer: inferConcatenation,
  ...noWeights,
  ...noMacs,
  ...pointwise,
  explain: ({ inputs }, cell) =>
    sourceOf(
      inputs.map(({ shape }) => shape),
      cell,
    ),
  keras: () => [{ callee: 'Concatenate', args: {} }],
  // Channels first: the last axis here is axis 1 there.
  torch: () => [torchFunction('torch.cat', [], { dim: 1 })],
  onnx: ({ inputs }) => [onnxNode('Concat', { axis: 1 }, onnxInputs(inputs.length))],
  ...plainTransform,
  nature: 'linear',
  aliases: ['concat', 'cat', 'depth concat'],
  reads: [
    readsClass('Concatenate', (read, inputs) => {
      read.lastAxis('axis', inputShape({ inputs }).length, -1);
      return {};
    }),
  ],
  examples: [
    {
      title: 'Two branches over one image',
      params: {},
      inputs: [
        [2, 3, 4],
        [2, 3, 1],
      ],
      output: [2, 3, 5],
      parameters: 0,
      macs: 0,
    },
    { title: 'Three vectors', params: {}, inputs: [[2], [3], [1]], output: [6], parameters: 0, macs: 0 },
  ],
});

function inferConcatenation({ inputs }: Pick<InferSite, 'inputs'>): Result<TensorType, readonly Problem[]> {
  const shapes = inputs.map(({ shape }) => shape);
  const places = inputShape({ inputs }).slice(0, -1);
  const odd = shapes.findIndex((shape) => !sameShape(shape.slice(0, -1), places));
  if (odd !== -1) return fail([{ code: 'shape/concatenate-unequal', values: { shapes }, input: odd }]);
  return sizedOutput([...places, shapes.reduce((total, shape) => total + lastAxis(shape), 0)]);
}

/** The input, and the cell of it, that stands at this cell of the output. */
function sourceOf(shapes: readonly Shape[], cell: readonly number[]): Arithmetic {
  let channel = cell[cell.length - 1] ?? 0;
  for (const [index, shape] of shapes.entries()) {
    const channels = lastAxis(shape);
    if (channel < channels) return inputCell([...cell.slice(0, -1), channel], index);
    channel -= channels;
  }
  throw new Error('the cell lies outside the output');
}
