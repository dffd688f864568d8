import type { Cure, Problem } from '@/lib/core/problem';
import { fail, type Result } from '@/lib/core/result';
import { elementCount, type Shape, type TensorType } from '@/lib/core/tensor-type';
import { inputCell } from '@/lib/layers/arithmetic';
import { fromInput, onnxOrder, orderToFirst, orderToLast, torchOrder } from '@/lib/layers/channels-first';
import { defineLayer, type InferSite } from '@/lib/layers/definition';
import type { Fields, ParamsOf } from '@/lib/layers/fields';
import { onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { inputShape, MOST_ELEMENTS, sizedOutput } from '@/lib/layers/shapes';
import { torchFunction } from '@/lib/layers/torch';
import { firstVersion, noMacs, noWeights, oneInput, plainTransform, rearranges } from '@/lib/layers/traits';
import { cellOf, positionOf } from '@/lib/layers/cells';

const fields = {
  shape: { kind: 'shape', default: [-1], min: -1, max: MOST_ELEMENTS, minRank: 1, maxRank: 3, onNode: 'always' },
} as const satisfies Fields;

export const reshape = defineLayer({
  type: 'reshape',
  family: 'shape',
  icon: 'reshape',
  text: {
    en: {
      title: 'Reshape',
      summary: 'Lays the same numbers out in other sizes',
      fields: { shape: { label: 'Shape', hint: 'The new sizes of one sample; -1 once for what is left' } },
    },
    vi: {
      title: 'Đổi hình dạng',
      summary: 'Xếp lại cùng các số ấy theo kích thước khác',
      fields: {
        shape: { label: 'Hình dạng', hint: 'Kích thước mới của một mẫu; được dùng -1 một lần cho phần còn lại' },
      },
    },
  },
  help: () => import('@/lib/layers/shape/reshape-help').then(({ help }) => help),
  fields,
  ...firstVersion,
  ...oneInput,
  infer: inferReshaped,
  ...noWeights,
  ...noMacs,
  ...rearranges,
  explain: ({ inputs, output }, cell) => inputCell(cellOf(inputShape({ inputs }), positionOf(output.shape, cell))),
  // tfjs would leave a size of -1 open in every shape behind it, so it gets the one worked out.
  keras: ({ output }) => [{ callee: 'Reshape', args: { targetShape: output.shape } }],
  torch: ({ inputs, output }) => [
    ...torchOrder(inputShape({ inputs }).length, orderToLast),
    torchFunction('torch.reshape', [[-1, ...output.shape]]),
    ...torchOrder(output.shape.length, orderToFirst),
  ],
  onnx: ({ inputs, output }) =>
    fromInput([
      ...onnxOrder(inputShape({ inputs }).length, orderToLast),
      // 0: the batch as it is.
      onnxNode('Reshape', {}, ['previous', `integers:${[0, ...output.shape].join(',')}`]),
      ...onnxOrder(output.shape.length, orderToFirst),
    ]),
  ...plainTransform,
  nature: 'linear',
  reads: [readsClass('Reshape', (read) => ({ shape: read.numbers('targetShape') }))],
  examples: [
    {
      title: 'An image as a sequence of its pixels',
      params: { shape: [6, 4] },
      inputs: [[2, 3, 4]],
      output: [6, 4],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'A vector as an image',
      params: { shape: [2, 4, 3] },
      inputs: [[24]],
      output: [2, 4, 3],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'One number per channel, for a product with an image',
      params: { shape: [1, 1, 8] },
      inputs: [[8]],
      output: [1, 1, 8],
      parameters: 0,
      macs: 0,
    },
  ],
});

function inferReshaped(site: InferSite<ParamsOf<typeof fields>>): Result<TensorType, readonly Problem[]> {
  const from = inputShape(site);
  const elements = elementCount(from);
  const { shape: to } = site.params;
  const whole = filled(to, elements);
  if (whole !== null) return sizedOutput(whole);
  const cures = cureFor(to, elements);
  return fail([{ code: 'shape/reshape-mismatch', values: { from, to, elements }, param: 'shape', cures }]);
}

/** The sizes with the open one worked out; null where they do not hold as many numbers. */
function filled(to: readonly number[], elements: number): Shape | null {
  const open = to.indexOf(-1);
  const rest = elementCount(to.filter((_, axis) => axis !== open));
  const sizes = to.map((size, axis) => (axis === open ? elements / rest : size));
  const fits = sizes.every((size) => Number.isSafeInteger(size) && size > 0) && elementCount(sizes) === elements;
  return fits ? sizes : null;
}

/** The last size that, left open, lets the others stand; else one long vector. */
function cureFor(to: readonly number[], elements: number): readonly Cure[] {
  const opened = to.map((_, axis) => to.map((size, other) => (other === axis ? -1 : size)));
  const value = opened.filter((sizes) => filled(sizes, elements) !== null).at(-1) ?? [-1];
  return [{ kind: 'set-param', param: 'shape', value }];
}
