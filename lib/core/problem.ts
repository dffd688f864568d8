import type { DesignProblemValues } from '@/lib/core/design-problem';
import type { Shape } from '@/lib/core/tensor-type';

type Axis = 'height' | 'width';

/** Which number of a parameter that holds several: a side of a window or a border, or an axis of a shape, from 0. */
export type ParamPart = Axis | 'top' | 'bottom' | 'left' | 'right' | number;

/**
 * Every kind of thing that can be wrong with a design, with the numbers its message needs. The key is the diagnostic's
 * stable code: never reused, each described in docs/diagnostics.md and worded in lib/messages.
 */
export interface ProblemValues extends DesignProblemValues {
  /** `window` counts the gaps of a dilated kernel; `padding` is what is added to `input` on both sides together. */
  'shape/window-too-large': { axis: Axis | 'length'; window: number; input: number; padding?: number };
  'shape/rank-unsupported': { expected: readonly number[]; got: Shape };
  'shape/needs-vector': { got: Shape };
  'shape/add-unequal': { shapes: readonly Shape[] };
  'shape/concatenate-unequal': { shapes: readonly Shape[] };
  'shape/merge-unequal': { shapes: readonly Shape[] };
  'shape/multiply-unequal': { shapes: readonly Shape[] };
  /** `order` counts the axes from 1, as Keras does. */
  'shape/permute-axes': { order: readonly number[]; rank: number };
  'shape/reshape-mismatch': { from: Shape; to: readonly number[]; elements: number };
  'shape/slice-outside': { start: number; count: number; channels: number };
  'shape/attention-unequal': { value: Shape; key: Shape };
  /** Exports, but cannot be trained in the browser. */
  'browser/gru-reset-after': Record<string, never>;
  /** A layer of another tool, `className` as it is called there. */
  'layer/unknown-class': { className: string };
  'shape/parts-do-not-divide': { parts: number; channels: number };
  'shape/groups-do-not-divide': { groups: number; channels: number; what: 'input' | 'filters' | 'channels' };
  'shape/too-large': { elements: number; most: number };
  'param/not-integer': { value: number; part?: ParamPart };
  'param/not-odd': { value: number };
  'param/not-a-number': { value: string; part?: ParamPart };
  'param/out-of-range': { value: number; min: number; max: number; part?: ParamPart };
  /** `length` is 0 for what is no text at all. */
  'param/not-text': { length: number; most: number };
  'param/unknown-option': { value: string; options: readonly string[] };
  'param/stride-with-dilation': { stride: number; dilation: number };
  'topology/cycle': { layers: readonly string[] };
  'topology/missing-input': Record<string, never>;
  'topology/too-few-inputs': { got: number; least: number };
  'topology/extra-input': { got: number; most: number };
  'topology/unreachable': Record<string, never>;
  'topology/no-input-layer': Record<string, never>;
  'topology/several-inputs': { count: number };
  'topology/several-outputs': { layers: readonly string[] };
  'topology/unused-output': Record<string, never>;
  /** `block` is its name. */
  'block/no-output': { block: string };
  'block/repeat-needs-one-input': { inputs: number; repeat: number };
  'block/too-many-layers': { most: number };
  'task/input-shape': { expected: Shape; got: Shape; dataset: string };
  'task/output-units': { expected: number; got: number; dataset: string };
  'task/output-not-vector': { got: Shape; dataset: string };
  'task/several-outputs': { count: number; dataset: string };
  'task/output-shape': { expected: Shape; got: Shape; target: string };
  'task/unknown-target': { target: string; dataset: string };
  'task/loss-target': { areLabels: boolean; target: string };
  'task/hinge-with-mixup': Record<string, never>;
  'task/softmax-in-middle': Record<string, never>;
  'task/no-softmax': Record<string, never>;
}

export type ProblemCode = keyof ProblemValues;

/**
 * Something wrong with one layer, as its definition sees it: no place in a graph yet. `param` names the field at fault;
 * `input` the index of the input at fault; `cure` is what a one-click fix could do.
 */
export type Problem = {
  readonly [C in ProblemCode]: {
    readonly code: C;
    readonly values: Readonly<ProblemValues[C]>;
    readonly param?: string;
    readonly input?: number;
    readonly cures?: readonly Cure[];
  };
}[ProblemCode];

/** What would mend a problem, said without node ids so that a layer definition can say it. */
export type Cure =
  | { readonly kind: 'set-param'; readonly param: string; readonly value: ParamValue }
  /** Put a new layer of this type on the edge of the input at fault. */
  | {
      readonly kind: 'insert-before';
      readonly type: string;
      readonly params: Readonly<Record<string, ParamValue>>;
      readonly input: number;
    }
  | { readonly kind: 'remove-layer' };

/** What a layer's parameter can hold; the field's kind says which. */
export type ParamValue = number | string | boolean | readonly number[] | Readonly<Record<string, number>>;
