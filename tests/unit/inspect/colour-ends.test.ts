import { colourEnds } from '@/lib/inspect/colour-ends';
import { LEVELS, ZERO_LEVEL } from '@/lib/inspect/colours';
import { levelOf } from '@/lib/inspect/normalise';
import { levelsFor } from '@/lib/inspect/paint-grid';

test.each(['grey', 'viridis', 'diverging'] as const)('the ends said of %s are those that are drawn', (scale) => {
  const span = { low: -2.09, high: 1.43 };
  const levels = levelsFor(span, scale);
  const { low, high } = colourEnds(scale, span);
  expect(levelOf(high, levels)).toBe(LEVELS - 1);
  expect(levelOf(low, levels)).toBe(scale === 'diverging' ? 1 : 0);
  expect(levelOf(high * 0.98, levels)).toBeLessThan(LEVELS - 1);
  if (scale === 'diverging') expect(levelOf((low + high) / 2, levels)).toBe(ZERO_LEVEL);
});
