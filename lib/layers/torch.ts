import type { Json } from '@/lib/core/json';
import type { TorchCall } from '@/lib/layers/definition';
import type { Pair } from '@/lib/layers/fields';

/** PyTorch takes one number for a square pair. */
export function torchPair(pair: Pair): Json {
  return pair[0] === pair[1] ? pair[0] : pair;
}

export function torchModule(
  callee: string,
  args: readonly Json[] = [],
  kwargs: Readonly<Record<string, Json>> = {},
): TorchCall {
  return { callee, args, kwargs, kind: 'module' };
}

export function torchFunction(
  callee: string,
  args: readonly Json[] = [],
  kwargs: Readonly<Record<string, Json>> = {},
): TorchCall {
  return { callee, args, kwargs, kind: 'function' };
}
