import { constant, inputCell, maximum, minimum, product, sum, weightCell } from '@/lib/layers/arithmetic';
import { defineLayer, type KerasConfig, type Site, type TorchCall } from '@/lib/layers/definition';
import { elementCount, type Shape, type TensorType } from '@/lib/core/tensor-type';
import type { Fields, ParamsOf } from '@/lib/layers/fields';
import { onnxNode } from '@/lib/layers/onnx';
import { readConfig } from '@/lib/layers/read-config';
import { inputShape, lastAxis } from '@/lib/layers/shapes';
import { torchModule } from '@/lib/layers/torch';
import { elementwise } from '@/lib/layers/traits';

const SHARINGS = ['channel', 'value', 'all'] as const;
const fields = {
  sharing: { kind: 'choice', default: 'channel', options: SHARINGS, onNode: 'when-changed' },
} as const satisfies Fields;

type PreluParams = ParamsOf<typeof fields>;
type Sharing = PreluParams['sharing'];

export const prelu = defineLayer({
  type: 'prelu',
  family: 'activation',
  icon: 'leaky-relu',
  text: {
    en: {
      title: 'PReLU',
      summary: 'A LeakyReLU that learns its slope',
      fields: { sharing: { label: 'One slope', hint: 'What shares a slope' } },
      options: { channel: 'per channel', value: 'per value', all: 'for all' },
    },
    vi: {
      title: 'PReLU',
      summary: 'LeakyReLU tự học độ dốc của mình',
      fields: { sharing: { label: 'Một độ dốc', hint: 'Những giá trị nào dùng chung một độ dốc' } },
      options: { channel: 'mỗi kênh', value: 'mỗi giá trị', all: 'cho tất cả' },
    },
  },
  help: () => import('@/lib/layers/activation/prelu-help').then(({ help }) => help),
  fields,
  ...elementwise,
  nature: 'activation',
  weights: ({ params, inputs }) => [
    { name: 'alpha', shape: slopeShape(inputShape({ inputs }), params.sharing), trainable: true },
  ],
  reads: [{ classes: ['PReLU'], params: ([call], [input]) => readPrelu(call, input) }],
  explain: ({ params, inputs }, cell) => {
    const shape = slopeShape(inputShape({ inputs }), params.sharing);
    const alpha = weightCell('alpha', ...cell.map((place, axis) => (shape[axis] === 1 ? 0 : place)));
    return sum(maximum(inputCell(cell), constant(0)), product(alpha, minimum(inputCell(cell), constant(0))));
  },
  keras: ({ params, inputs }) => {
    const sharedAxes = axesShared(inputShape({ inputs }).length, params.sharing);
    return [{ callee: 'PReLU', args: sharedAxes.length === 0 ? {} : { sharedAxes } }];
  },
  torch: preluInTorch,
  onnx: () => [onnxNode('PRelu', {}, ['input:0', 'weight:alpha'])],
  examples: [
    {
      title: 'One slope per channel: Keras’s sharedAxes [1, 2]',
      params: { sharing: 'channel' },
      inputs: [[4, 3, 5]],
      output: [4, 3, 5],
      parameters: 5,
      macs: 0,
    },
    {
      title: 'One slope per value, as Keras does if nothing is said',
      params: { sharing: 'value' },
      inputs: [[2, 3, 4]],
      output: [2, 3, 4],
      parameters: 24,
      macs: 0,
    },
    {
      title: 'One slope for all, as PyTorch does if nothing is said',
      params: { sharing: 'all' },
      inputs: [[2, 3, 4]],
      output: [2, 3, 4],
      parameters: 1,
      macs: 0,
    },
    { title: 'On a vector', params: { sharing: 'channel' }, inputs: [[6]], output: [6], parameters: 6, macs: 0 },
  ],
});

/** Keras keeps a size of 1 for every axis that is shared. */
function slopeShape(shape: Shape, sharing: Sharing): Shape {
  const shared = axesShared(shape.length, sharing);
  return shape.map((size, axis) => (shared.includes(axis + 1) ? 1 : size));
}

/** From 1 on; 0 is the batch. */
function axesShared(rank: number, sharing: Sharing): readonly number[] {
  const count = { channel: rank - 1, value: 0, all: rank }[sharing];
  return Array.from({ length: count }, (_, axis) => axis + 1);
}

function readPrelu(call: KerasConfig | undefined, input: TensorType | undefined): PreluParams | null {
  if (call === undefined || input === undefined) return null;
  const rank = input.shape.length;
  return readConfig(call, (read) => {
    const given = read.has('sharedAxes') ? read.numbers('sharedAxes') : [];
    const axes = given.map((axis) => (axis < 0 ? rank + 1 + axis : axis));
    const sharing = SHARINGS.find((candidate) => axesShared(rank, candidate).join() === [...axes].sort().join());
    if (sharing === undefined) read.refuse();
    return { sharing: sharing ?? 'channel' };
  });
}

/** PyTorch shares a slope along all axes but the channels': one per value needs the values in a row. */
function preluInTorch({ params, inputs }: Site<PreluParams>): readonly TorchCall[] {
  const shape = inputShape({ inputs });
  const count = { channel: lastAxis(shape), value: elementCount(shape), all: 1 }[params.sharing];
  const layer = torchModule('nn.PReLU', [count], { init: 0 });
  if (params.sharing !== 'value' || shape.length === 1) return [layer];
  const channelsFirst = [lastAxis(shape), ...shape.slice(0, -1)];
  return [torchModule('nn.Flatten'), layer, torchModule('nn.Unflatten', [1, channelsFirst])];
}
