import type { Json } from '@/lib/core/json';
import type { Locale } from '@/lib/core/locale';
import type { Problem } from '@/lib/core/problem';
import type { Result } from '@/lib/core/result';
import type { Shape, TensorType } from '@/lib/core/tensor-type';
import type { Fields, Padding, Pair, Params, ParamsOf } from '@/lib/layers/fields';
import type { Arithmetic } from '@/lib/layers/arithmetic';

export const FAMILIES = [
  'input',
  'convolution',
  'pooling',
  'activation',
  'dense',
  'normalization',
  'regularization',
  'merge',
] as const;
export type Family = (typeof FAMILIES)[number];

export type { Locale };

export interface LayerText<F extends Fields> {
  readonly title: string;
  /** One clause: what the layer does. */
  readonly summary: string;
  /** Markdown: the formula (plain text or code, no LaTeX), what it is for, and the source. */
  readonly body: string;
  readonly fields: { readonly [K in keyof F]: { readonly label: string; readonly hint: string } };
  /** For fields of kind 'choice': a label per option, where the option itself is not a word to show. */
  readonly options?: Readonly<Record<string, string>>;
}

export type Inputs =
  { readonly arity: 'none' } | { readonly arity: 'one' } | { readonly arity: 'many'; readonly min: number };

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

/** A sliding window, per axis height, width: what receptive fields are composed from. */
export interface Window {
  readonly size: Pair;
  readonly stride: Pair;
  readonly dilation: Pair;
  readonly padding: Padding;
}
/**
 * Which input cells one output cell depends on, in space. 'pointwise': the same place only; 'global': every place.
 */
export type Reach = 'pointwise' | 'global' | Window;

/**
 * One call of the Keras functional API, as data. `callee` is a class of Keras or one of ours; `args` are the tfjs
 * (camelCase) names; an argument equal to the class's default is left out. A layer lowers to a chain: the first call
 * takes the layer's inputs, each next one the previous output; the last one is named after the node.
 */
export interface KerasCall {
  readonly callee: KerasClass;
  readonly args: Readonly<Record<string, Json>>;
}

/** Classes that tfjs has under the same name. */
export type StockKerasClass =
  | 'InputLayer'
  | 'ZeroPadding2D'
  | 'Conv2D'
  | 'MaxPooling2D'
  | 'AveragePooling2D'
  | 'GlobalAveragePooling2D'
  | 'Flatten'
  | 'Dense'
  | 'BatchNormalization'
  | 'ReLU'
  | 'LeakyReLU'
  | 'Activation'
  | 'Softmax'
  | 'Add'
  | 'Concatenate';

/**
 * Classes of our own, where tfjs has none or a wrong one; each is implemented in the worker and printed as source.
 * They have no defaults: a call states every argument.
 * - GroupedConv2D {filters, kernelSize, strides, padding, dilationRate, groups, useBias, kernelInitializer}: groups and
 *   dilation that train
 * - PartialBatchNormalization {momentum, epsilon, center, scale}: trains without gamma, without beta, or without both
 * - SameAveragePooling2D {poolSize, strides}: padding 'same' with the right gradient at the borders
 * - SeededDropout {rate}: a fresh mask at every step, reproducible from the run's seed
 */
export type CustomKerasClass = 'GroupedConv2D' | 'PartialBatchNormalization' | 'SameAveragePooling2D' | 'SeededDropout';
export type KerasClass = StockKerasClass | CustomKerasClass;

/**
 * One call in PyTorch: a module to construct (`nn.Conv2d`) or a function to apply (`torch.cat`). Channels first. A
 * function takes the previous output as its first argument, before `args`; a layer of many inputs takes them as a list.
 */
export interface TorchCall {
  readonly callee: string;
  readonly args: readonly Json[];
  readonly kwargs: Readonly<Record<string, Json>>;
  readonly kind: 'module' | 'function';
}

/**
 * One ONNX node (opset 17 names), channels first. Each of `inputs` is 'input:0' …, 'weight:kernel' …, 'previous' (the
 * output of the node before), 'constant:0.5' (a float32 scalar) or 'constant:1:16' (a vector of 16 ones).
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
  /** Name of a picture in components/ui/layer-icon. */
  readonly icon: IconName;
  readonly text: { readonly [L in Locale]: LayerText<F> };
  readonly fields: F;
  /** The version of `fields` that is written to files; starts at 1. */
  readonly version: number;
  readonly migrations: readonly Migration[];
  readonly inputs: Inputs;
  /** Called only when every parameter is within its field's bounds and every input type is known. */
  infer(site: InferSite<ParamsOf<F>>): Result<TensorType, readonly Problem[]>;
  weights(site: Site<ParamsOf<F>>): readonly Weight[];
  /** Multiply-accumulates for one sample. Additions of a bias and comparisons are not counted. */
  macs(site: Site<ParamsOf<F>>): number;
  reach(params: ParamsOf<F>): Reach;
  /** How one output cell comes from the inputs, with the weights as named tensors. */
  explain(site: Site<ParamsOf<F>>, cell: readonly number[]): Arithmetic;
  keras(site: Site<ParamsOf<F>>): readonly KerasCall[];
  torch(site: Site<ParamsOf<F>>): readonly TorchCall[];
  onnx(site: Site<ParamsOf<F>>): readonly OnnxNode[];
  /** What the layer means to the network's task; rules about ends and middles read it. */
  readonly role: Role;
  /** The parameter that says how many values the layer gives per place (filters, units), if it has one. */
  readonly widthParam: (keyof F & string) | null;
  /** "Exports, but cannot be trained in the browser", with why. Absent = no limits. */
  browserLimits?(params: ParamsOf<F>): readonly Problem[];
  readonly examples: readonly [Example<ParamsOf<F>>, ...Example<ParamsOf<F>>[]];
}

/**
 * 'source': stands for the data; 'probabilities': makes a distribution over the last axis; 'transform': everything
 * else with or without weights.
 */
export type Role = 'source' | 'probabilities' | 'transform';

export type IconName =
  | 'input'
  | 'convolution'
  | 'pool-max'
  | 'pool-average'
  | 'pool-global'
  | 'flatten'
  | 'dense'
  | 'dropout'
  | 'normalize'
  | 'relu'
  | 'leaky-relu'
  | 'sigmoid'
  | 'tanh'
  | 'softmax'
  | 'add'
  | 'concatenate';

/** Keeps a definition's exact field types while checking that every facet is there. */
export function defineLayer<const T extends string, const F extends Fields>(
  definition: LayerDefinition<T, F>,
): LayerDefinition<T, F> {
  return definition;
}
