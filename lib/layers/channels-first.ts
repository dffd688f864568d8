import type { Shape } from '@/lib/core/tensor-type';
import type { OnnxNode, TorchCall } from '@/lib/layers/definition';
import { onnxNode } from '@/lib/layers/onnx';
import { lastAxis } from '@/lib/layers/shapes';
import { torchFunction } from '@/lib/layers/torch';

/** A sample's shape as PyTorch and ONNX have it: the channels first. */
export function channelsFirst(shape: Shape): Shape {
  return [lastAxis(shape), ...shape.slice(0, -1)];
}

/** Axes with the batch's before them: which come where when the channels move to the end, or from there to the front. */
export function orderToLast(rank: number): readonly number[] {
  return [0, ...Array.from({ length: rank - 1 }, (_, axis) => axis + 2), 1];
}
export function orderToFirst(rank: number): readonly number[] {
  return [0, rank, ...Array.from({ length: rank - 1 }, (_, axis) => axis + 1)];
}

/** Steps between the two orders; a vector has nothing to move. */
export function torchOrder(rank: number, order: (rank: number) => readonly number[]): readonly TorchCall[] {
  return rank === 1 ? [] : [torchFunction('torch.permute', [order(rank)])];
}
export function onnxOrder(
  rank: number,
  order: (rank: number) => readonly number[],
  from = 'previous',
): readonly OnnxNode[] {
  return rank === 1 ? [] : [onnxNode('Transpose', { perm: order(rank) }, [from])];
}

/** The first node takes the layer's input, whichever it turns out to be. */
export function fromInput(nodes: readonly OnnxNode[]): readonly OnnxNode[] {
  return nodes.map((node, index) =>
    index > 0 ? node : { ...node, inputs: node.inputs.map((name) => (name === 'previous' ? 'input:0' : name)) },
  );
}
