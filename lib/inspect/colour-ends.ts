import type { ColourScale } from '@/lib/inspect/colours';
import type { Span } from '@/lib/inspect/normalise';

/** The values that the ends of a scale stand for: signs told apart, 0 is in its middle. */
export function colourEnds(scale: ColourScale, { low, high }: Span): Span {
  if (scale !== 'diverging') return { low, high };
  const most = Math.max(Math.abs(low), Math.abs(high));
  return { low: -most, high: most };
}
