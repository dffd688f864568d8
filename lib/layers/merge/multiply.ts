import type { Problem } from '@/lib/core/problem';
import { fail, type Result } from '@/lib/core/result';
import type { TensorType } from '@/lib/core/tensor-type';
import { inputCell, product } from '@/lib/layers/arithmetic';
import { defineLayer, type InferSite, type OnnxNode, type Site, type TorchCall } from '@/lib/layers/definition';
import { stretch, stretchedCell } from '@/lib/layers/merge/merging';
import { onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { sizedOutput } from '@/lib/layers/shapes';
import { torchFunction } from '@/lib/layers/torch';
import { firstVersion, noMacs, noWeights, plainTransform, pointwise } from '@/lib/layers/traits';

export const multiply = defineLayer({
  type: 'multiply',
  family: 'merge',
  icon: 'multiply',
  text: {
    en: {
      title: 'Multiply',
      summary: 'Multiplies tensors value by value, and stretches sizes of 1 to fit',
      fields: {},
    },
    vi: {
      title: 'Nhân',
      summary: 'Nhân các tensor từng giá trị một, kéo giãn kích thước 1 cho vừa',
      fields: {},
    },
  },
  help: () => import('@/lib/layers/merge/multiply-help').then(({ help }) => help),
  fields: {},
  ...firstVersion,
  inputs: { arity: 'many', min: 2 },
  infer: inferProduct,
  ...noWeights,
  ...noMacs,
  ...pointwise,
  explain: ({ inputs }, cell) =>
    product(...inputs.map(({ shape }, index) => inputCell(stretchedCell(shape, cell), index))),
  keras: () => [{ callee: 'Multiply', args: {} }],
  torch: productInTorch,
  onnx: productInOnnx,
  ...plainTransform,
  nature: 'selection',
  reads: [readsClass('Multiply', () => ({}))],
  examples: [
    {
      title: 'Feature maps and a gate for each of their values',
      params: {},
      inputs: [
        [3, 2, 4],
        [3, 2, 4],
      ],
      output: [3, 2, 4],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'Squeeze-and-excitation: one factor per channel',
      params: {},
      inputs: [
        [3, 2, 4],
        [1, 1, 4],
      ],
      output: [3, 2, 4],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'The factors as a vector, and one factor per pixel',
      params: {},
      inputs: [[3, 2, 4], [4], [3, 2, 1]],
      output: [3, 2, 4],
      parameters: 0,
      macs: 0,
    },
  ],
});

function inferProduct({ inputs }: Pick<InferSite, 'inputs'>): Result<TensorType, readonly Problem[]> {
  const shapes = inputs.map(({ shape }) => shape);
  const { shape, odd } = stretch(shapes);
  if (shape !== null) return sizedOutput(shape);
  return fail([{ code: 'shape/multiply-unequal', values: { shapes }, input: odd }]);
}

/** Channels first a vector's values must come to stand on axis 1, so it gets axes of size 1 behind them. */
function productInTorch({ inputs, output }: Site): readonly TorchCall[] {
  const rank = output.shape.length;
  const calls: TorchCall[] = [];
  const factors = inputs.map(({ shape }, index) => {
    let name = `input:${index}`;
    for (let axes = shape.length; axes < rank; axes++) {
      calls.push({ ...torchFunction('torch.unsqueeze', [-1]), inputs: [name] });
      name = `call:${calls.length - 1}`;
    }
    return name;
  });
  const [first = '', ...others] = factors;
  return others.reduce<readonly TorchCall[]>(
    (done, factor, index) => [
      ...done,
      { ...torchFunction('torch.mul'), inputs: [index === 0 ? first : 'previous', factor] },
    ],
    calls,
  );
}

function productInOnnx({ inputs, output }: Site): readonly OnnxNode[] {
  const rank = output.shape.length;
  const nodes: OnnxNode[] = [];
  const factors = inputs.map(({ shape }, index) => {
    if (shape.length === rank) return `input:${index}`;
    const axes = Array.from({ length: rank - 1 }, (_, axis) => axis + 2);
    nodes.push(onnxNode('Unsqueeze', {}, [`input:${index}`, `integers:${axes.join(',')}`]));
    return `node:${nodes.length - 1}`;
  });
  const [first = '', ...others] = factors;
  return others.reduce<readonly OnnxNode[]>(
    (done, factor, index) => [...done, onnxNode('Mul', {}, [index === 0 ? first : 'previous', factor])],
    nodes,
  );
}
