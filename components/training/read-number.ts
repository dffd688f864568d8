import { fail, succeed, type Result } from '@/lib/core/result';
import type { Bounds } from '@/lib/document/training-settings';

/** What a person typed as a number within bounds; the decimal comma counts as a point. */
export function readNumber(
  text: string,
  { min, max, whole }: Bounds,
): Result<number, 'not-a-number' | 'not-whole' | 'out-of-range'> {
  const value = text.trim() === '' ? Number.NaN : Number(text.trim().replace(',', '.'));
  if (!Number.isFinite(value)) return fail('not-a-number');
  if (whole && !Number.isInteger(value)) return fail('not-whole');
  return value < min || value > max ? fail('out-of-range') : succeed(value);
}
