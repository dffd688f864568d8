/** What a person typed as a number; null when it is none. A comma is a decimal point, as Vietnamese writes it. */
export function parseNumber(text: string): number | null {
  const tidy = text.trim().replace(',', '.');
  if (!/^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(tidy)) return null;
  const value = Number(tidy);
  return Number.isFinite(value) ? value : null;
}

export interface StepRequest {
  readonly value: number;
  readonly by: number;
  readonly min: number;
  readonly max: number;
}

/** The value a step further, within the bounds; without the dust of binary fractions (0.1 + 0.2 = 0.3). */
export function stepNumber({ value, by, min, max }: StepRequest): number {
  const digits = Math.max(decimals(value), decimals(by));
  const next = Number((value + by).toFixed(digits));
  return Math.min(Math.max(next, min), max);
}

function decimals(value: number): number {
  const [mantissa = '', exponent = '0'] = String(value).split('e');
  const fraction = mantissa.split('.')[1]?.length ?? 0;
  return Math.min(Math.max(fraction - Number(exponent), 0), 20);
}
