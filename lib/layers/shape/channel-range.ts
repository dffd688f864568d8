import type { Problem } from '@/lib/core/problem';
import { type Arithmetic, inputCell } from '@/lib/layers/arithmetic';
import type { OnnxNode, TorchCall } from '@/lib/layers/definition';
import { onnxNode } from '@/lib/layers/onnx';
import { torchFunction } from '@/lib/layers/torch';

/** Channels from `start` on: what this cell of the output shows. */
export function explainChannels(cell: readonly number[], start: number): Arithmetic {
  return inputCell([...cell.slice(0, -1), start + (cell.at(-1) ?? 0)]);
}

export function torchChannels(start: number, count: number): readonly TorchCall[] {
  return [torchFunction('torch.narrow', [1, start, count])];
}

export function onnxChannels(start: number, count: number): readonly OnnxNode[] {
  return [onnxNode('Slice', {}, ['input:0', `integers:${start}`, `integers:${start + count}`, 'integers:1'])];
}

/** Channels that cannot be dealt into as many equal parts; the cure is the largest number not above it that can. */
export function unequalParts(param: string, parts: number, channels: number): Problem {
  let value = Math.min(parts, channels);
  while (channels % value !== 0) value -= 1;
  return {
    code: 'shape/parts-do-not-divide',
    values: { parts, channels },
    param,
    cures: [{ kind: 'set-param', param, value }],
  };
}
