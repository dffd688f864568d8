import type { Problem } from '@/lib/core/problem';
import { fail, type Result } from '@/lib/core/result';
import type { TensorType } from '@/lib/core/tensor-type';
import { type Arithmetic, inputCell } from '@/lib/layers/arithmetic';
import type { InferSite, KerasReader, OnnxNode, Site, TorchCall, Window } from '@/lib/layers/definition';
import type { Fields, ParamsOf } from '@/lib/layers/fields';
import { onnxNode, onnxPads } from '@/lib/layers/onnx';
import { readsClass } from '@/lib/layers/read-config';
import { asImage, imageOf, inputShape, refuseRank, sizedOutput } from '@/lib/layers/shapes';
import { torchPooling } from '@/lib/layers/torch';
import { firstVersion, noMacs, noWeights, oneInput, plainTransform } from '@/lib/layers/traits';
import { placedWindow, placeWindow, windowTaps } from '@/lib/layers/windows';

/** What the pooling layers have in common. The border is never a number: it is left out of the maximum and the mean. */
const poolingFields = {
  poolSize: { kind: 'pair', default: [2, 2], min: 1, max: 1024, unit: 'px', onNode: 'always' },
  strides: { kind: 'pair', default: [2, 2], min: 1, max: 1024, unit: 'px', onNode: 'when-changed' },
  padding: { kind: 'choice', default: 'valid', options: ['valid', 'same'], onNode: 'when-changed' },
} as const satisfies Fields;

type PoolingParams = ParamsOf<typeof poolingFields>;

export const poolingTextEn = {
  fields: {
    poolSize: { label: 'Window', hint: 'Height and width of the window' },
    strides: { label: 'Stride', hint: 'Step of the window; usually its size' },
    padding: { label: 'Padding', hint: 'Whether windows may hang over the edge' },
  },
  options: { valid: 'none (valid)', same: 'same' },
} as const;

export const poolingTextVi = {
  fields: {
    poolSize: { label: 'Cửa sổ', hint: 'Chiều cao và chiều rộng của cửa sổ' },
    strides: { label: 'Bước trượt', hint: 'Bước đi của cửa sổ, thường bằng kích thước của nó' },
    padding: { label: 'Đệm', hint: 'Cửa sổ có được lấn ra ngoài mép ảnh hay không' },
  },
  options: { valid: 'không (valid)', same: 'giữ cỡ (same)' },
} as const;

function poolingWindow({ poolSize, strides, padding }: PoolingParams): Window {
  return { size: poolSize, stride: strides, dilation: [1, 1], padding };
}

function inferPooling(site: InferSite<PoolingParams>): Result<TensorType, readonly Problem[]> {
  const shape = inputShape(site);
  const image = asImage(shape);
  if (!image) return refuseRank(shape, [3], [{ kind: 'remove-layer' }]);
  const placement = placeWindow(poolingWindow(site.params), image.size, 'poolSize');
  if (!placement.ok) return fail(placement.error);
  return sizedOutput([...placement.value.output, image.channels]);
}

/** What both pooling layers say alike. */
export const poolingFacets = {
  fields: poolingFields,
  ...firstVersion,
  ...oneInput,
  infer: inferPooling,
  ...noWeights,
  ...noMacs,
  reach: ({ params }: Site<PoolingParams>) => poolingWindow(params),
  ...plainTransform,
} as const;

/** The cells of its own channel that one output cell is pooled from. */
export function pooledCells({ params, inputs }: Site<PoolingParams>, cell: readonly number[]): readonly Arithmetic[] {
  const [row = 0, column = 0, channel = 0] = cell;
  const { size } = imageOf(inputShape({ inputs }));
  return windowTaps(poolingWindow(params), size, [row, column]).map(({ pixel }) => inputCell([...pixel, channel]));
}

/** tfjs takes 2 × 2 for the window and the window for the stride where none is given. */
export function poolingArgs({ poolSize, strides, padding }: PoolingParams) {
  const stepsByWindow = poolSize[0] === strides[0] && poolSize[1] === strides[1];
  const isDefault = poolSize[0] === 2 && poolSize[1] === 2;
  return {
    ...(isDefault ? {} : { poolSize }),
    ...(stepsByWindow ? {} : { strides }),
    ...(padding === 'same' ? { padding } : {}),
  };
}

export function poolingInTorch(callee: string, { params, inputs }: Site<PoolingParams>): readonly TorchCall[] {
  return torchPooling(callee, poolingWindow(params), imageOf(inputShape({ inputs })).size);
}

export function poolingInOnnx(opType: string, { params, inputs }: Site<PoolingParams>): OnnxNode {
  const { size } = imageOf(inputShape({ inputs }));
  return onnxNode(opType, {
    kernel_shape: params.poolSize,
    strides: params.strides,
    pads: onnxPads(placedWindow(poolingWindow(params), size)),
  });
}

/** Without strides the window is the step. */
export function readsPooling(
  className: string,
  padding: PoolingParams['padding'] = 'valid',
): KerasReader<PoolingParams> {
  return readsClass(className, (read) => {
    const poolSize = read.pair('poolSize', [2, 2]);
    return {
      poolSize,
      strides: read.pair('strides', poolSize),
      padding: read.choice('padding', poolingFields.padding.options, padding),
    };
  });
}
