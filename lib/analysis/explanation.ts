import { evaluateExpression, type Expression } from '@/lib/core/expression';
import type { NodeId } from '@/lib/core/ids';

/** What is explained; named in lib/messages/numbers. */
export type FigureKey =
  | 'params'
  | 'trainable'
  | 'work'
  | 'activations'
  | 'memory-inference'
  | 'memory-training'
  | 'intensity'
  | 'field-size'
  | 'field-jump'
  | 'field-start'
  | 'effective-stride';

export type PartKey =
  | 'weights'
  | 'master-weights'
  | 'activations-at-once'
  | 'activations-kept'
  | 'activation-gradients'
  | 'weight-gradients'
  | 'optimizer-state'
  | 'operations'
  | 'bytes-moved'
  | 'height'
  | 'width';

export type SourceKey = 'weights' | 'products' | 'shapes' | 'memory' | 'roofline' | 'receptive-field';

/** What a part of a figure is: the whole, the share of a layer, or one of several things that add up. */
export type PartLabel =
  | { readonly kind: 'whole' }
  | { readonly kind: 'layer'; readonly layer: NodeId }
  | { readonly kind: 'part'; readonly part: PartKey };

export interface Part {
  readonly label: PartLabel;
  readonly expression: Expression;
  readonly value: number;
}

/** 'sum': of the parts; 'quotient': the first by the second; 'axes': height and width, or both in one part. */
export type Combination = 'sum' | 'quotient' | 'axes';

/** A figure with the way to it, the design's own numbers filled in. */
export interface Explanation {
  readonly figure: FigureKey;
  /** How the values are written. */
  readonly unit: 'count' | 'bytes' | 'ratio' | 'pixels';
  /** One; height and width for a receptive field. */
  readonly values: readonly number[];
  readonly combination: Combination;
  /** Worked out when asked for: a figure of thousands of layers has thousands of parts. */
  readonly parts: () => readonly Part[];
  readonly source: SourceKey;
  /** The layer a figure of the whole design is about, where it is about one. */
  readonly of?: NodeId;
}

export function wholePart(expression: Expression): Part {
  return { label: { kind: 'whole' }, expression, value: evaluateExpression(expression) };
}

export function layerPart(layer: NodeId, expression: Expression): Part {
  return { label: { kind: 'layer', layer }, expression, value: evaluateExpression(expression) };
}

export function namedPart(part: PartKey, expression: Expression): Part {
  return { label: { kind: 'part', part }, expression, value: evaluateExpression(expression) };
}

export function sumOfParts(parts: readonly Part[]): number {
  return parts.reduce((sum, { value }) => sum + value, 0);
}
