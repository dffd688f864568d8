import { type Arithmetic, negate, product, quotient, sum, sumOf, weightCell } from '@/lib/layers/arithmetic';
import type { Site, Weight } from '@/lib/layers/definition';
import type { Fields, ParamsOf } from '@/lib/layers/fields';
import { inputShape, lastAxis } from '@/lib/layers/shapes';

/** What the normalizations that work on each sample by itself have in common: gamma and beta per channel. */
export const affineFields = {
  epsilon: { kind: 'real', default: 0.001, min: 1e-7, max: 1, step: 0.0001, advanced: true },
  center: { kind: 'boolean', default: true, advanced: true },
  scale: { kind: 'boolean', default: true, advanced: true },
} as const satisfies Fields;

export type AffineParams = ParamsOf<typeof affineFields>;

export const affineTextEn = {
  epsilon: { label: 'Epsilon', hint: 'Added to the variance, so that nothing is divided by zero' },
  center: { label: 'Shift (beta)', hint: 'Adds a learnt number per channel' },
  scale: { label: 'Scale (gamma)', hint: 'Multiplies by a learnt number per channel' },
} as const;

export const affineTextVi = {
  epsilon: { label: 'Epsilon', hint: 'Cộng vào phương sai để không chia cho 0' },
  center: { label: 'Tịnh tiến (beta)', hint: 'Cộng một số học được cho mỗi kênh' },
  scale: { label: 'Co giãn (gamma)', hint: 'Nhân với một số học được cho mỗi kênh' },
} as const;

export function affineWeights({ params, inputs }: Site<AffineParams>): readonly Weight[] {
  const shape = [lastAxis(inputShape({ inputs }))];
  return [
    ...(params.scale ? [{ name: 'gamma', shape, trainable: true }] : []),
    ...(params.center ? [{ name: 'beta', shape, trainable: true }] : []),
  ];
}

/** gamma · (x − mean) / √(variance + epsilon) + beta, with mean and variance of `cells`. */
export function explainNormal(
  params: AffineParams,
  { of, cells, channel }: { of: Arithmetic; cells: readonly Arithmetic[]; channel: number },
): Arithmetic {
  const count: Arithmetic = { op: 'constant', value: cells.length };
  const mean = quotient(sumOf(cells), count);
  const squares = cells.map((cell): Arithmetic => ({ op: 'power', base: sum(cell, negate(mean)), exponent: 2 }));
  const spread = sum(quotient(sumOf(squares), count), { op: 'constant', value: params.epsilon });
  const normal = quotient(sum(of, negate(mean)), { op: 'sqrt', of: spread });
  const scaled = params.scale ? product(weightCell('gamma', channel), normal) : normal;
  return params.center ? sum(scaled, weightCell('beta', channel)) : scaled;
}
