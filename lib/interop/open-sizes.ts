import { listOf } from '@/lib/interop/json-access';
import type { KerasLayer } from '@/lib/interop/keras/network';

/** What stands in for a size that a file leaves open: ImageNet's usual picture, a short text, a grey picture. */
const USUAL = { place: 224, step: 100, channels: 3 };

/** An input layer whose open sizes have numbers, and whether it had any. */
export function withSizes(layer: KerasLayer): {
  readonly layer: KerasLayer;
  readonly assumed: readonly number[] | null;
} {
  const key = ['batchInputShape', 'batchShape'].find((name) => Object.hasOwn(layer.config, name));
  const [batch = null, ...sizes] = key === undefined ? [] : (listOf(layer.config[key]) ?? []);
  if (key === undefined || !sizes.includes(null)) return { layer, assumed: null };
  const filled = sizes.map((size, axis) => (size === null ? usual(axis, sizes.length) : size));
  const config = { ...layer.config, [key]: [batch, ...filled] };
  const assumed = filled.filter((size): size is number => typeof size === 'number');
  return { layer: { ...layer, config }, assumed };
}

function usual(axis: number, rank: number): number {
  if (axis === rank - 1 && rank > 1) return USUAL.channels;
  return rank > 2 ? USUAL.place : USUAL.step;
}
