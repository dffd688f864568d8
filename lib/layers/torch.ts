import type { Json } from '@/lib/core/json';
import type { TorchCall, Window } from '@/lib/layers/definition';
import type { Pair } from '@/lib/layers/fields';
import { placedWindow, type WindowPlacement } from '@/lib/layers/windows';

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

/**
 * A pooling window as TensorFlow lays it. PyTorch pads both sides alike, by at most half the window; where
 * TensorFlow adds one pixel more at the end, there are two ways round it that keep the border out of the maximum and out
 * of the average: with a stride, `ceil_mode` lets the last window hang over the end; without one, an image padded by the
 * larger amount has one row or column too many at the start, which is cut off.
 */
export function torchPooling(callee: string, window: Window, input: Pair): readonly TorchCall[] {
  const placement = placedWindow(window, input);
  const kinds = [borderKind(window, placement, 0), borderKind(window, placement, 1)] as const;
  const padding: Pair = [
    kinds[0] === 'cut' ? placement.after[0] : placement.before[0],
    kinds[1] === 'cut' ? placement.after[1] : placement.before[1],
  ];
  const pooling = torchModule(callee, [torchPair(window.size)], {
    stride: torchPair(window.stride),
    ...(padding[0] + padding[1] > 0 ? { padding: torchPair(padding) } : {}),
    ...(kinds.includes('overhang') ? { ceil_mode: true } : {}),
    ...(callee === 'nn.AvgPool2d' && window.padding === 'same' ? { count_include_pad: false } : {}),
  });
  const cuts = kinds.flatMap((kind, axis) =>
    kind === 'cut' ? [torchFunction('torch.narrow', [axis + 2, 1, placement.output[axis] ?? 0])] : [],
  );
  return [pooling, ...cuts];
}

function borderKind(window: Window, placement: WindowPlacement, axis: 0 | 1): 'even' | 'overhang' | 'cut' {
  if (placement.before[axis] === placement.after[axis]) return 'even';
  return window.stride[axis] > 1 ? 'overhang' : 'cut';
}
