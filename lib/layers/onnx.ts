import type { Json } from '@/lib/core/json';
import type { OnnxNode } from '@/lib/layers/definition';
import type { WindowPlacement } from '@/lib/layers/windows';

export function onnxNode(
  opType: string,
  attributes: Readonly<Record<string, Json>> = {},
  inputs: readonly string[] = ['input:0'],
): OnnxNode {
  return { opType, attributes, inputs };
}

/** Every input of a layer that takes many. */
export function onnxInputs(count: number): readonly string[] {
  return Array.from({ length: count }, (_, index) => `input:${index}`);
}

/** ONNX's order: all beginnings, then all ends. */
export function onnxPads({ before, after }: WindowPlacement): readonly number[] {
  return [...before, ...after];
}
