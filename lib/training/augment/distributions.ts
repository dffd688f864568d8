import type { Random } from '@/lib/core/random';

/** In [0, 1). */
export function uniform(random: Random): number {
  return random.next() / 2 ** 32;
}

/** In [−extent, extent). */
export function eitherWay(random: Random, extent: number): number {
  return (2 * uniform(random) - 1) * extent;
}

/** Standard normal: Box & Muller 1958. */
export function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log(1 - uniform(random)));
  return radius * Math.cos(2 * Math.PI * uniform(random));
}

/** Gamma(shape, 1): Marsaglia & Tsang 2000; below 1 by their note, Gamma(a + 1) · u^(1/a). */
function gamma(random: Random, shape: number): number {
  if (shape < 1) return gamma(random, shape + 1) * (1 - uniform(random)) ** (1 / shape);
  const d = shape - 1 / 3;
  const c = 1 / Math.sqrt(9 * d);
  for (;;) {
    const x = normal(random);
    const v = (1 + c * x) ** 3;
    if (v > 0 && Math.log(1 - uniform(random)) < (x * x) / 2 + d - d * v + d * Math.log(v)) return d * v;
  }
}

/** Beta(shape, shape), in [0, 1]. */
export function symmetricBeta(random: Random, shape: number): number {
  const [a, b] = [gamma(random, shape), gamma(random, shape)];
  return a + b === 0 ? 0.5 : a / (a + b);
}
