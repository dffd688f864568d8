import type { Problem } from '@/lib/core/problem';
import { fail, type Result } from '@/lib/core/result';
import type { TensorType } from '@/lib/core/tensor-type';
import { type Arithmetic, inputCell } from '@/lib/layers/arithmetic';
import type { InferSite, KerasReader, OnnxNode, Site, TorchCall, Window } from '@/lib/layers/definition';
import type { Fields, ParamsOf } from '@/lib/layers/fields';
import { onnxNode } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { asSequence, refuseNoSequence, sequenceOf } from '@/lib/layers/sequence/sequences';
import { inputShape, sizedOutput } from '@/lib/layers/shapes';
import { torchFunction, torchModule } from '@/lib/layers/torch';
import { firstVersion, noMacs, noWeights, oneInput, plainTransform } from '@/lib/layers/traits';
import { onOneAxis, placedWindow, placeWindow, windowTaps } from '@/lib/layers/windows';

/** What the pooling layers for sequences have in common. The border is left out of the maximum and the mean. */
const fields = {
  poolSize: { kind: 'integer', default: 2, min: 1, max: 65536, onNode: 'always' },
  strides: { kind: 'integer', default: 2, min: 1, max: 65536, onNode: 'when-changed' },
  padding: { kind: 'choice', default: 'valid', options: ['valid', 'same'], onNode: 'when-changed' },
} as const satisfies Fields;

type Pooling1dParams = ParamsOf<typeof fields>;

export const pooling1dTextEn = {
  fields: {
    poolSize: { label: 'Window', hint: 'Steps of the sequence in one window' },
    strides: { label: 'Stride', hint: 'Step of the window; usually its size' },
    padding: { label: 'Padding', hint: 'Whether windows may hang over the ends' },
  },
  options: { valid: 'none (valid)', same: 'same' },
} as const;

export const pooling1dTextVi = {
  fields: {
    poolSize: { label: 'Cửa sổ', hint: 'Số bước của chuỗi trong một cửa sổ' },
    strides: { label: 'Bước trượt', hint: 'Bước đi của cửa sổ, thường bằng kích thước của nó' },
    padding: { label: 'Đệm', hint: 'Cửa sổ có được lấn ra ngoài hai đầu chuỗi hay không' },
  },
  options: { valid: 'không (valid)', same: 'giữ cỡ (same)' },
} as const;

function windowOf({ poolSize, strides, padding }: Pooling1dParams): Window {
  return { size: [poolSize, 1], stride: [strides, 1], dilation: [1, 1], padding };
}

function inferPooling(site: InferSite<Pooling1dParams>): Result<TensorType, readonly Problem[]> {
  const shape = inputShape(site);
  const sequence = asSequence(shape);
  if (!sequence) return refuseNoSequence(shape);
  const placement = placeWindow(windowOf(site.params), [sequence.length, 1], 'poolSize');
  if (!placement.ok) return fail(onOneAxis(placement.error));
  return sizedOutput([placement.value.output[0], sequence.features]);
}

/** What both say alike. */
export const pooling1dFacets = {
  fields,
  ...firstVersion,
  ...oneInput,
  infer: inferPooling,
  ...noWeights,
  ...noMacs,
  reach: ({ params }: Site<Pooling1dParams>) => windowOf(params),
  ...plainTransform,
} as const;

/** The cells of its own feature that one output cell is pooled from. */
export function pooledSteps({ params, inputs }: Site<Pooling1dParams>, cell: readonly number[]): readonly Arithmetic[] {
  const [step = 0, feature = 0] = cell;
  const { length } = sequenceOf(inputShape({ inputs }));
  return windowTaps(windowOf(params), [length, 1], [step, 0]).map(({ pixel }) => inputCell([pixel[0], feature]));
}

/** tfjs takes 2 for the window and the window for the stride where none is given. */
export function pooling1dArgs({ poolSize, strides, padding }: Pooling1dParams) {
  return {
    ...(poolSize === 2 ? {} : { poolSize }),
    ...(strides === poolSize ? {} : { strides }),
    ...(padding === 'same' ? { padding } : {}),
  };
}

/** As in two dimensions: `ceil_mode` where there is a stride, cut at the start where there is none. */
export function pooling1dInTorch(callee: string, { params, inputs }: Site<Pooling1dParams>): readonly TorchCall[] {
  const { length } = sequenceOf(inputShape({ inputs }));
  const { before, after, output } = placedWindow(windowOf(params), [length, 1]);
  const isUneven = before[0] !== after[0];
  const isCut = isUneven && params.strides === 1;
  const padding = isCut ? after[0] : before[0];
  const pooling = torchModule(callee, [params.poolSize], {
    stride: params.strides,
    ...(padding > 0 ? { padding } : {}),
    ...(isUneven && !isCut ? { ceil_mode: true } : {}),
    ...(callee === 'nn.AvgPool1d' && params.padding === 'same' ? { count_include_pad: false } : {}),
  });
  return isCut ? [pooling, torchFunction('torch.narrow', [2, 1, output[0]])] : [pooling];
}

export function pooling1dInOnnx(opType: string, { params, inputs }: Site<Pooling1dParams>): OnnxNode {
  const { length } = sequenceOf(inputShape({ inputs }));
  const { before, after } = placedWindow(windowOf(params), [length, 1]);
  const attributes = { kernel_shape: [params.poolSize], strides: [params.strides], pads: [before[0], after[0]] };
  return onnxNode(opType, attributes);
}

/** Without strides the window is the step. */
export function readsPooling1d(
  className: string,
  padding: Pooling1dParams['padding'] = 'valid',
): KerasReader<Pooling1dParams> {
  return readsClass(className, (read) => {
    const [poolSize] = read.pair('poolSize', [2, 2]);
    const [strides] = read.pair('strides', [poolSize, poolSize]);
    return { poolSize, strides, padding: read.choice('padding', fields.padding.options, padding) };
  });
}
