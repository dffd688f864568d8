import type { Problem } from '@/lib/core/problem';
import { fail, type Result } from '@/lib/core/result';
import type { TensorType } from '@/lib/core/tensor-type';
import { inputCell } from '@/lib/layers/arithmetic';
import { defineLayer, type InferSite } from '@/lib/layers/definition';
import type { Fields, ParamsOf } from '@/lib/layers/fields';
import { onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { inputShape, refuseRank, sizedOutput } from '@/lib/layers/shapes';
import { torchFunction } from '@/lib/layers/torch';
import { firstVersion, noMacs, noWeights, oneInput, plainTransform, rearranges } from '@/lib/layers/traits';

const fields = {
  order: { kind: 'shape', default: [2, 1, 3], min: 1, max: 3, minRank: 2, maxRank: 3, onNode: 'always' },
} as const satisfies Fields;

export const permute = defineLayer({
  type: 'permute',
  family: 'shape',
  icon: 'permute',
  text: {
    en: {
      title: 'Permute',
      summary: 'Puts the axes of its input in another order',
      fields: { order: { label: 'Order', hint: 'Which axis comes first, second, third; counted from 1' } },
    },
    vi: {
      title: 'Hoán vị trục',
      summary: 'Sắp xếp các trục của đầu vào theo thứ tự khác',
      fields: { order: { label: 'Thứ tự', hint: 'Trục nào đứng thứ nhất, thứ hai, thứ ba; đếm từ 1' } },
    },
  },
  help: () => import('@/lib/layers/shape/permute-help').then(({ help }) => help),
  fields,
  ...firstVersion,
  ...oneInput,
  infer: inferPermuted,
  ...noWeights,
  ...noMacs,
  ...rearranges,
  explain({ params }, cell) {
    const from = params.order.map((_, axis) => cell[params.order.indexOf(axis + 1)] ?? 0);
    return inputCell(from);
  },
  keras: ({ params }) => [{ callee: 'Permute', args: { dims: params.order } }],
  torch: ({ params }) => [torchFunction('torch.permute', [orderChannelsFirst(params.order)])],
  onnx: ({ params }) => [onnxNode('Transpose', { perm: orderChannelsFirst(params.order) })],
  ...plainTransform,
  nature: 'linear',
  reads: [readsClass('Permute', (read) => ({ order: read.numbers('dims') }))],
  examples: [
    {
      title: 'Height and width of an image swapped',
      params: { order: [2, 1, 3] },
      inputs: [[2, 3, 4]],
      output: [3, 2, 4],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'Channels first to channels last',
      params: { order: [2, 3, 1] },
      inputs: [[4, 2, 3]],
      output: [2, 3, 4],
      parameters: 0,
      macs: 0,
    },
    { title: 'A sequence turned', params: { order: [2, 1] }, inputs: [[5, 3]], output: [3, 5], parameters: 0, macs: 0 },
  ],
});

/** Axis k of a sample is axis 1 of a batch there when it holds the channels, and axis k + 1 when it does not. */
function orderChannelsFirst(order: readonly number[]): readonly number[] {
  const axisThere = (axis: number) => (axis === order.length ? 1 : axis + 1);
  return [0, order.at(-1) ?? 1, ...order.slice(0, -1)].map((axis, index) => (index === 0 ? 0 : axisThere(axis)));
}

function inferPermuted(site: InferSite<ParamsOf<typeof fields>>): Result<TensorType, readonly Problem[]> {
  const shape = inputShape(site);
  const { order } = site.params;
  const rank = shape.length;
  if (rank < 2) return refuseRank(shape, [2, 3], [{ kind: 'remove-layer' }]);
  const isOrder = order.length === rank && new Set(order).size === rank && order.every((axis) => axis <= rank);
  if (isOrder) return sizedOutput(order.map((axis) => shape[axis - 1] ?? 1));
  const value = [2, 1, ...order.slice(2)].slice(0, rank);
  const cures = [{ kind: 'set-param', param: 'order', value: rank === 3 ? fields.order.default : value }] as const;
  return fail([{ code: 'shape/permute-axes', values: { order, rank }, param: 'order', cures }]);
}
