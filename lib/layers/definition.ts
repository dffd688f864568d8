import type { Json } from '@/lib/core/json';
import type { Locale, Localized } from '@/lib/core/locale';
import type { Problem } from '@/lib/core/problem';
import type { Result } from '@/lib/core/result';
import type { Shape, TensorType } from '@/lib/core/tensor-type';
import type { Fields, Padding, Pair, Params, ParamsOf } from '@/lib/layers/fields';
import type { Arithmetic } from '@/lib/layers/arithmetic';
import type { IconName } from '@/lib/layers/icon-name';
import type { KerasClass } from '@/lib/layers/keras-class-names';

export const FAMILIES = [
  'input',
  'convolution',
  'pooling',
  'activation',
  'dense',
  'normalization',
  'regularization',
  'merge',
  'shape',
  'sequence',
] as const;
export type Family = (typeof FAMILIES)[number];

export type { Locale };

export interface LayerText<F extends Fields> {
  readonly title: string;
  /** One clause: what the layer does. */
  readonly summary: string;
  readonly fields: { readonly [K in keyof F]: { readonly label: string; readonly hint: string } };
  /** For fields of kind 'choice': a label per option, where the option itself is not a word to show. */
  readonly options?: Readonly<Record<string, string>>;
}

export type Inputs =
  | { readonly arity: 'none' }
  | { readonly arity: 'one' }
  /** Any number of inputs from `min` on, or as far as `max`. */
  | { readonly arity: 'many'; readonly min: number; readonly max?: number };

/** What a layer knows of its place: its parameters and the types that reach it, in the order of its inputs. */
export interface InferSite<P = Params> {
  readonly params: P;
  readonly inputs: readonly TensorType[];
}
export interface Site<P = Params> extends InferSite<P> {
  readonly output: TensorType;
}

export interface Weight {
  /** As tfjs and Keras call it: 'kernel', 'bias', 'gamma', 'beta', 'moving_mean', 'moving_variance'. */
  readonly name: string;
  readonly shape: Shape;
  readonly trainable: boolean;
}

/**
 * A sum of products: the multiply-accumulates of one sample, factor by factor, the places of the output first: a 3 × 3
 * convolution of 64 to 128 channels on 28 × 28 is `[[28, 28, 128, 3, 3, 64]]`. Empty: none.
 */
export type Products = readonly (readonly number[])[];

/** A sliding window, per axis height, width: what receptive fields are composed from. */
export interface Window {
  readonly size: Pair;
  readonly stride: Pair;
  readonly dilation: Pair;
  readonly padding: Padding;
  /** 'ceil': a last window may hang over the end (PyTorch's `ceil_mode`). Absent: whole windows only. */
  readonly rounding?: 'floor' | 'ceil';
}
/**
 * Several output places grow from one input place: input place i writes to the places from i·stride − before on, `size`
 * of them (transposed convolution, up-sampling).
 */
export interface Spread {
  readonly kind: 'spread';
  readonly size: Pair;
  readonly stride: Pair;
  readonly before: Pair;
}

/** Output place o shows input place o + by, or border where there is none (zero padding: negative; cropping: positive). */
export interface Shift {
  readonly kind: 'shift';
  readonly by: Pair;
}

/** A shrinking grid whose windows differ in size: output place o sees from ⌊o·n/m⌋ to ⌈(o+1)·n/m⌉ of n places. */
export interface Bins {
  readonly kind: 'bins';
  /** m, per axis. */
  readonly output: Pair;
}

/**
 * Which input cells one output cell depends on, in space. A sequence (length × features) counts as an image one pixel
 * wide. 'pointwise': the same place only; 'everywhere': the output has places and each depends on all of the input's
 * (attention); 'global': every place, and the output has none; 'rearranged': places are reordered, so that no single
 * field holds (reshape, permute).
 */
export type Reach = 'pointwise' | 'everywhere' | 'global' | 'rearranged' | Window | Spread | Shift | Bins;

/**
 * What a layer does to a signal, for the rules that read a whole design:
 * - 'source': the data
 * - 'affine': learnt sums of its inputs plus a bias (convolution, dense)
 * - 'linear': sums or moves values, learns nothing (average pooling, flatten, padding, addition)
 * - 'activation': a non-linear function value by value, whose slope does not vanish on the active side (ReLU, GELU)
 * - 'saturating': one whose slope goes to zero on both sides (sigmoid, tanh)
 * - 'probabilities': softmax
 * - 'selection': non-linear, but no activation function (max pooling, maximum, multiplication)
 * - 'batch-statistics': normalizes with statistics of the batch
 * - 'normalization': normalizes every sample by itself
 * - 'noise': changes values at random while training (dropout, Gaussian noise)
 * - 'mixing': a small network in itself (attention, recurrent layers)
 */
export type Nature =
  | 'source'
  | 'affine'
  | 'linear'
  | 'activation'
  | 'saturating'
  | 'probabilities'
  | 'selection'
  | 'batch-statistics'
  | 'normalization'
  | 'noise'
  | 'mixing';

/**
 * A layer of a Keras file as its definition reads it back: the class and its config in camelCase, as `KerasCall` has
 * them, with everything that the file says and nothing filled in.
 */
export interface KerasConfig {
  readonly className: string;
  readonly config: Readonly<Record<string, Json>>;
  /** 2 or 3: some defaults differ (LeakyReLU's name for its slope, hard sigmoid's slope, GRU's `resetAfter`). */
  readonly kerasVersion: 2 | 3;
}

/**
 * Reads a chain of Keras layers back to parameters; what `keras` lowers to must be among the chains. `calls` are as many
 * as `classes`. Null: this is not a layer of this type after all (a ReLU with a `maxValue` is no plain ReLU).
 */
export interface KerasReader<P> {
  readonly classes: readonly string[];
  /** The names of functions that an `Activation` layer must have one of; absent: the class says it all. */
  readonly functions?: readonly string[];
  params(calls: readonly KerasConfig[], inputs: readonly TensorType[]): P | null;
}

/** A layer replaced by a chain of others, with what it is to be called in messages. */
export interface LayerRewrite {
  readonly kind: RewriteKind;
  readonly layers: readonly NewLayer[];
  /** Where an activation belongs: between the layers of the chain (the one behind it is there already), or behind it too. */
  readonly activated: 'between' | 'behind' | 'nowhere';
}
export interface NewLayer {
  readonly type: string;
  readonly params: Params;
}

/** Ways to say the same with fewer numbers, or nearly the same; worded in lib/messages. */
export type RewriteKind =
  'stack-of-3x3' | 'depthwise-separable' | 'bottleneck' | 'asymmetric' | 'global-average' | 'strided-convolution';

/**
 * One call of the Keras functional API, as data. `callee` is a class of Keras or one of ours; `args` are the tfjs
 * (camelCase) names; an argument equal to the class's default is left out. A layer lowers to a chain: the first call
 * takes the layer's inputs, each next one the previous output; the last one is named after the node.
 */
export interface KerasCall {
  readonly callee: KerasClass;
  readonly args: Readonly<Record<string, Json>>;
}

/**
 * One call in PyTorch: a module to construct (`nn.Conv2d`) or a function to apply (`torch.cat`). Channels first. A
 * function takes the previous output as its first argument, before `args`; a layer of many inputs takes them as a list.
 * Channels first also where the sample is a sequence: batch × features × length. `GaussianNoise(stddev)`, which adds noise
 * while training, is no part of PyTorch: whoever prints it prints its class too.
 */
export interface TorchCall {
  readonly callee: string;
  readonly args: readonly Json[];
  readonly kwargs: Readonly<Record<string, Json>>;
  readonly kind: 'module' | 'function';
  /**
   * What it takes instead, one argument each: 'input:0' …, 'previous', or 'call:2' (what the layer's third call gave).
   * Absent: as said above.
   */
  readonly inputs?: readonly string[];
}

/**
 * One ONNX node (opset 17 names), channels first. Each of `inputs` is 'input:0' …, 'weight:kernel' …, 'previous' (the
 * output of the node before), 'node:2' (that of the layer's third node), 'constant:0.5' (a float32 scalar),
 * 'constant:1:16' (a vector of 16 ones), 'integers:0,-1,4' (a vector of int64), 'floats:2x3:1,0,0,0,0.5,0.5' (a float32
 * tensor of that shape, row by row) or '' (an optional one left out).
 */
export interface OnnxNode {
  readonly opType: string;
  readonly attributes: Readonly<Record<string, Json>>;
  readonly inputs: readonly string[];
}

export interface Migration {
  /** Turns parameters of version `from` into those of `from + 1`. */
  readonly from: number;
  readonly migrate: (params: Params) => Params;
}

export interface Example<P> {
  /** A sentence: what the example shows. */
  readonly title: string;
  readonly params: P;
  readonly inputs: readonly Shape[];
  readonly output: Shape;
  /** All parameters, trainable or not; worked out by hand or published. */
  readonly parameters: number;
  readonly macs: number;
}

/**
 * Everything the product knows about one layer type. Every facet is required; "nothing to say" is a word spread in
 * from traits.ts, never a silent default.
 */
export interface LayerDefinition<T extends string = string, F extends Fields = Fields> {
  /** Stands in saved files: never renamed, only migrated. */
  readonly type: T;
  readonly family: Family;
  /** Name of a picture in lib/layers/icon-shapes. */
  readonly icon: IconName;
  readonly text: { readonly [L in Locale]: LayerText<F> };
  /**
   * Markdown: the formula (plain text or code, no LaTeX), what it is for, and the source. In a file of its own, which is
   * fetched when someone looks at the layer.
   */
  help(): Promise<Localized<string>>;
  /** One sentence over the layer at work, where its numbers may go another way than people learnt; fetched likewise. */
  workingNote?(): Promise<Localized<string>>;
  readonly fields: F;
  /** The version of `fields` that is written to files; starts at 1. */
  readonly version: number;
  readonly migrations: readonly Migration[];
  readonly inputs: Inputs;
  /** Called only when every parameter is within its field's bounds and every input type is known. */
  infer(site: InferSite<ParamsOf<F>>): Result<TensorType, readonly Problem[]>;
  weights(site: Site<ParamsOf<F>>): readonly Weight[];
  /** Multiply-accumulates for one sample. Additions of a bias and comparisons are not counted. */
  macs(site: Site<ParamsOf<F>>): Products;
  reach(site: Site<ParamsOf<F>>): Reach;
  /** How one output cell comes from the inputs, with the weights as named tensors. */
  explain(site: Site<ParamsOf<F>>, cell: readonly number[]): Arithmetic;
  keras(site: Site<ParamsOf<F>>): readonly KerasCall[];
  torch(site: Site<ParamsOf<F>>): readonly TorchCall[];
  onnx(site: Site<ParamsOf<F>>): readonly OnnxNode[];
  /** What the layer means to the network's task; rules about ends and middles read it. */
  readonly role: Role;
  /** The parameter that says how many values the layer gives per place (filters, units), if it has one. */
  readonly widthParam: (keyof F & string) | null;
  /** The boolean parameter that adds a bias, if it has one. */
  readonly biasParam: (keyof F & string) | null;
  readonly nature: Nature;
  /** Of nature 'saturating', where it is below 1 (sigmoid: 1/4): the largest slope. */
  steepestSlope?(params: ParamsOf<F>): number;
  /**
   * Outputs at or below the first, or at or above the second, hardly let a gradient through: the slope there is less than
   * a tenth of the steepest. Infinite where there is no such end; absent: nowhere.
   */
  readonly flatOutputs?: readonly [low: number, high: number];
  /** What could stand in its place, best first. */
  rewrites(site: Site<ParamsOf<F>>): readonly LayerRewrite[];
  /** What else people call it, beyond its titles, the names in `reads` and their initials; for search alone. */
  readonly aliases?: readonly string[];
  /** The Keras layers that are read as this one: the reverse of `keras`, and other spellings that mean the same. */
  readonly reads: readonly KerasReader<ParamsOf<F>>[];
  /**
   * "Exports, but cannot be trained in the browser", with why; or, with a problem that is an error, cannot be computed at
   * all though its shape is known. Absent = no limits.
   */
  browserLimits?(params: ParamsOf<F>): readonly Problem[];
  /**
   * The input holds whole numbers from 0 to below this, each the name of one of as many things (words): nothing can
   * flow back into it. Absent: the inputs are quantities.
   */
  vocabulary?(params: ParamsOf<F>): number;
  /** Comes with files of other tools; the palette does not offer it. */
  readonly offered?: false;
  readonly examples: readonly [Example<ParamsOf<F>>, ...Example<ParamsOf<F>>[]];
}

/**
 * 'source': stands for the data; 'probabilities': makes a distribution over the last axis; 'transform': everything
 * else with or without weights.
 */
export type Role = 'source' | 'probabilities' | 'transform';

/** Keeps a definition's exact field types while checking that every facet is there. */
export function defineLayer<const T extends string, const F extends Fields>(
  definition: LayerDefinition<T, F>,
): LayerDefinition<T, F> {
  return definition;
}
