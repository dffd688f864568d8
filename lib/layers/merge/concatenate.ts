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
      fields: {},
    },
    vi: {
      title: 'Ghép nối',
      summary: 'Xếp chồng các kênh của nhiều đầu vào theo thứ tự',
      fields: {},
    },
  },
  help: () => import('@/lib/layers/merge/concatenate-help').then(({ help }) => help),
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
