/** From a quantity to pixels. */
export interface Scale {
  readonly kind: 'linear' | 'log';
  readonly low: number;
  readonly high: number;
}

/** In [0, 1] from low to high; NaN for what a logarithm does not have. */
export function shareOf({ kind, low, high }: Scale, value: number): number {
  if (kind === 'linear') return (value - low) / (high - low);
  return value <= 0 ? Number.NaN : Math.log(value / low) / Math.log(high / low);
}

/** What stands at a share of the way, the inverse of `shareOf`. */
export function valueAt({ kind, low, high }: Scale, share: number): number {
  return kind === 'linear' ? low + share * (high - low) : low * (high / low) ** share;
}

/** Round numbers within the scale, about `count` of them. */
export function ticksOf(scale: Scale, count: number): readonly number[] {
  if (scale.kind === 'log') {
    const decades = logTicks(scale);
    if (decades.length >= 2) return thin(decades, count);
  }
  return linearTicks(scale, count);
}

function linearTicks({ low, high }: Scale, count: number): readonly number[] {
  const step = roundStep((high - low) / Math.max(1, count));
  const first = Math.ceil(low / step - 1e-9);
  const last = Math.floor(high / step + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => clean((first + index) * step));
}

/** 1, 2 or 5 times a power of ten, at least so much. */
function roundStep(least: number): number {
  const power = 10 ** Math.floor(Math.log10(least));
  const factor = [1, 2, 5, 10].find((candidate) => candidate * power >= least * (1 - 1e-9)) ?? 10;
  return factor * power;
}

function logTicks({ low, high }: Scale): readonly number[] {
  const powers = Array.from(
    { length: Math.ceil(Math.log10(high)) - Math.floor(Math.log10(low)) + 1 },
    (_, index) => Math.floor(Math.log10(low)) + index,
  );
  const isWide = high / low > 1000;
  return powers
    .flatMap((power) => (isWide ? [1] : [1, 2, 5]).map((factor) => clean(factor * 10 ** power)))
    .filter((value) => value >= low && value <= high);
}

function thin(ticks: readonly number[], count: number): readonly number[] {
  const every = Math.max(1, Math.ceil(ticks.length / (count * 1.5)));
  return ticks.filter((_, index) => index % every === 0);
}

/** Without the dust of binary fractions: 0.30000000000000004 is 0.3. */
function clean(value: number): number {
  return Number(value.toPrecision(12));
}
