import type { Problem } from '@/lib/core/problem';
import { fail, type Result } from '@/lib/core/result';
import type { TensorType } from '@/lib/core/tensor-type';
import { inputCell } from '@/lib/layers/arithmetic';
import { defineLayer, type InferSite, type Site, type TorchCall } from '@/lib/layers/definition';
import { onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { sideFields, sidePairs, type Sides } from '@/lib/layers/shape/sides';
import { asImage, inputShape, refuseRank, sizedOutput } from '@/lib/layers/shapes';
import { torchFunction } from '@/lib/layers/torch';
import { firstVersion, noMacs, noWeights, oneInput, plainTransform } from '@/lib/layers/traits';

export const cropping2d = defineLayer({
  type: 'cropping2d',
  family: 'shape',
  icon: 'cropping',
  text: {
    en: {
      title: 'Cropping2D',
      summary: 'Cuts rows and columns off the edges of the image',
      fields: {
        top: { label: 'Top', hint: 'Rows cut off above' },
        bottom: { label: 'Bottom', hint: 'Rows cut off below' },
        left: { label: 'Left', hint: 'Columns cut off on the left' },
        right: { label: 'Right', hint: 'Columns cut off on the right' },
      },
    },
    vi: {
      title: 'Cắt mép 2D',
      summary: 'Cắt bỏ các hàng và cột ở mép ảnh',
      fields: {
        top: { label: 'Trên', hint: 'Số hàng cắt bỏ phía trên' },
        bottom: { label: 'Dưới', hint: 'Số hàng cắt bỏ phía dưới' },
        left: { label: 'Trái', hint: 'Số cột cắt bỏ bên trái' },
        right: { label: 'Phải', hint: 'Số cột cắt bỏ bên phải' },
      },
    },
  },
  help: () => import('@/lib/layers/shape/cropping2d-help').then(({ help }) => help),
  fields: sideFields,
  ...firstVersion,
  ...oneInput,
  infer: inferCropping,
  ...noWeights,
  ...noMacs,
  reach: ({ params }) => ({ kind: 'shift', by: [params.top, params.left] }),
  explain: ({ params }, [row = 0, column = 0, channel = 0]) =>
    inputCell([row + params.top, column + params.left, channel]),
  keras: ({ params }) => [{ callee: 'Cropping2D', args: { cropping: sidePairs(params) } }],
  torch: croppingInTorch,
  onnx({ params, output }) {
    const [height = 0, width = 0] = output.shape;
    const ends = [params.top + height, params.left + width];
    const inputs = ['input:0', `integers:${params.top},${params.left}`, `integers:${ends.join(',')}`, 'integers:2,3'];
    return [onnxNode('Slice', {}, inputs)];
  },
  ...plainTransform,
  nature: 'linear',
  reads: [readsClass('Cropping2D', (read) => (read.has('cropping') ? read.borders('cropping') : NONE))],
  examples: [
    {
      title: 'A pixel off every side',
      params: { top: 1, bottom: 1, left: 1, right: 1 },
      inputs: [[5, 4, 2]],
      output: [3, 2, 2],
      parameters: 0,
      macs: 0,
    },
    {
      title: 'Every side for itself',
      params: { top: 0, bottom: 2, left: 1, right: 0 },
      inputs: [[4, 3, 1]],
      output: [2, 2, 1],
      parameters: 0,
      macs: 0,
    },
  ],
});

/** Keras's own default. */
const NONE: Sides = { top: 0, bottom: 0, left: 0, right: 0 };

/** At least one row and one column must be left. */
function inferCropping({ params, inputs }: InferSite<Sides>): Result<TensorType, readonly Problem[]> {
  const shape = inputShape({ inputs });
  const image = asImage(shape);
  if (!image) return refuseRank(shape, [3], [{ kind: 'remove-layer' }]);
  const [height, width] = image.size;
  const problems = [
    ...cutTooFar(params, { size: height, first: 'top', second: 'bottom' }),
    ...cutTooFar(params, { size: width, first: 'left', second: 'right' }),
  ];
  if (problems.length > 0) return fail(problems);
  return sizedOutput([height - params.top - params.bottom, width - params.left - params.right, image.channels]);
}

/** The larger of the two sides is the one at fault, as far as it alone can mend it; else both are. */
function cutTooFar(
  params: Sides,
  { size, first, second }: { readonly size: number; readonly first: keyof Sides; readonly second: keyof Sides },
): readonly Problem[] {
  if (params[first] + params[second] < size) return [];
  const [larger, smaller] = params[first] > params[second] ? [first, second] : [second, first];
  const most = (other: number) => Math.max(size - 1 - other, 0);
  const kept = Math.min(params[smaller], size - 1);
  const refusal = (param: keyof Sides, max: number): Problem => ({
    code: 'param/out-of-range',
    values: { value: params[param], min: 0, max },
    param,
    cures: [{ kind: 'set-param', param, value: max }],
  });
  const own = kept < params[smaller] ? [refusal(smaller, kept)] : [];
  return [...own, ...(params[larger] > most(kept) ? [refusal(larger, most(kept))] : [])];
}

/** `torch.narrow(x, axis, start, length)`. */
function croppingInTorch({ params, output }: Site<Sides>): readonly TorchCall[] {
  const [height = 0, width = 0] = output.shape;
  return [
    torchFunction('torch.narrow', [2, params.top, height]),
    torchFunction('torch.narrow', [3, params.left, width]),
  ];
}
