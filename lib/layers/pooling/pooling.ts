import type { Problem } from '@/lib/core/problem';
import { fail, type Result } from '@/lib/core/result';
import type { TensorType } from '@/lib/core/tensor-type';
import { type Arithmetic, inputCell } from '@/lib/layers/arithmetic';
import type { InferSite, Migration, Site, Window } from '@/lib/layers/definition';
import type { Fields, Padding, ParamsOf } from '@/lib/layers/fields';
import { asImage, imageOf, inputShape, refuseRank, sizedOutput } from '@/lib/layers/shapes';
import { noMacs, noWeights, oneInput, plainTransform } from '@/lib/layers/traits';
import { placeWindow, windowTaps } from '@/lib/layers/windows';

/** What the pooling layers for images have in common. */
export const poolingFields = {
  poolSize: { kind: 'pair', default: [2, 2], min: 1, max: 1024, unit: 'px', onNode: 'always' },
  strides: { kind: 'pair', default: [2, 2], min: 1, max: 1024, unit: 'px', onNode: 'when-changed' },
  padding: { kind: 'padding', default: 'valid', min: 0, max: 512, unit: 'px', onNode: 'when-changed' },
  rounding: {
    kind: 'choice',
    default: 'floor',
    options: ['floor', 'ceil'],
    onNode: 'when-changed',
    advanced: true,
  },
} as const satisfies Fields;

export type PoolingParams = ParamsOf<typeof poolingFields>;

export const poolingLabelsEn = {
  poolSize: { label: 'Window', hint: 'Height and width of the window' },
  strides: { label: 'Stride', hint: 'Step of the window; usually its size' },
  padding: { label: 'Padding', hint: 'How far windows may reach over the edge, at most half a window' },
  rounding: { label: 'Number of windows', hint: 'Rounded up, a last window may hang over the end, as in Caffe' },
} as const;

export const poolingOptionsEn = { floor: 'rounded down', ceil: 'rounded up' } as const;

export const poolingLabelsVi = {
  poolSize: { label: 'Cửa sổ', hint: 'Chiều cao và chiều rộng của cửa sổ' },
  strides: { label: 'Bước trượt', hint: 'Bước đi của cửa sổ, thường bằng kích thước của nó' },
  padding: { label: 'Đệm', hint: 'Cửa sổ được lấn ra ngoài mép bao nhiêu, nhiều nhất nửa cửa sổ' },
  rounding: { label: 'Số cửa sổ', hint: 'Làm tròn lên thì cửa sổ cuối được lấn quá mép, như trong Caffe' },
} as const;

export const poolingOptionsVi = { floor: 'làm tròn xuống', ceil: 'làm tròn lên' } as const;

export function poolingWindow({ poolSize, strides, padding, rounding }: PoolingParams): Window {
  return { size: poolSize, stride: strides, dilation: [1, 1], padding, rounding };
}

/** 1 → 2: borders of their own, and the number of windows rounded up. */
export const roundingMigration: Migration = { from: 1, migrate: (params) => ({ ...params, rounding: 'floor' }) };

export function inferPooling(site: InferSite<PoolingParams>): Result<TensorType, readonly Problem[]> {
  const shape = inputShape(site);
  const image = asImage(shape);
  if (!image) return refuseRank(shape, [3], [{ kind: 'remove-layer' }]);
  const wide = tooWideBorders(site.params);
  if (wide.length > 0) return fail(wide);
  const placement = placeWindow(poolingWindow(site.params), image.size, 'poolSize');
  if (!placement.ok) return fail(placement.error);
  return sizedOutput([...placement.value.output, image.channels]);
}

const SIDES = ['top', 'bottom', 'left', 'right'] as const;

/** As PyTorch has it: half a window at most, so that none lies on the border alone. */
function tooWideBorders({ padding, poolSize }: PoolingParams): readonly Problem[] {
  if (typeof padding === 'string') return [];
  const most = (side: (typeof SIDES)[number]) => Math.floor(poolSize[side === 'top' || side === 'bottom' ? 0 : 1] / 2);
  const mended = Object.fromEntries(SIDES.map((side) => [side, Math.min(padding[side], most(side))]));
  return SIDES.filter((side) => padding[side] > most(side)).map((part) => ({
    code: 'param/out-of-range',
    values: { value: padding[part], min: 0, max: most(part), part },
    param: 'padding',
    cures: [{ kind: 'set-param', param: 'padding', value: mended }],
  }));
}

/** What both pooling layers say alike. */
export const poolingFacets = {
  version: 2,
  ...oneInput,
  ...noWeights,
  ...noMacs,
  ...plainTransform,
} as const;

/** The cells of its own channel that one output cell is pooled from. */
export function pooledCells({ params, inputs }: Site<PoolingParams>, cell: readonly number[]): readonly Arithmetic[] {
  const [row = 0, column = 0, channel = 0] = cell;
  const { size } = imageOf(inputShape({ inputs }));
  return windowTaps(poolingWindow(params), size, [row, column]).map(({ pixel }) => inputCell([...pixel, channel]));
}

/** Whether there is a border that is said side by side. */
export function hasBorder(padding: Padding): boolean {
  return typeof padding !== 'string' && SIDES.some((side) => padding[side] > 0);
}
