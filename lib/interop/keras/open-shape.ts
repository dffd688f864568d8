import { listOf } from '@/lib/interop/json-access';
import type { OpenShape } from '@/lib/interop/keras/network';
import { MOST_RANK, MOST_SIZE } from '@/lib/interop/limits';

/** A shape with the batch first, as files have it, without the batch; null for what is no shape. */
export function readOpenShape(value: unknown): OpenShape | null {
  const sizes = listOf(value);
  if (sizes === null || sizes.length === 0 || sizes.length > MOST_RANK + 1) return null;
  const rest = sizes.slice(1);
  return rest.every(isOpenSize) ? rest : null;
}

function isOpenSize(size: unknown): size is number | null {
  return size === null || (typeof size === 'number' && Number.isInteger(size) && size >= 1 && size <= MOST_SIZE);
}
