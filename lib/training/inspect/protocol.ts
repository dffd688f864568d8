import type { JsonObject } from '@/lib/core/json';
import type { Normalization } from '@/lib/core/learning';
import type { NodeId } from '@/lib/core/ids';
import type { NamedTensor } from '@/lib/core/named-tensor';
import type { Shape } from '@/lib/core/tensor-type';
import type { ModelPlan } from '@/lib/compile/plan';
import type { Dataset } from '@/lib/datasets/dataset';
import type { Tops } from '@/lib/inspect/top-units';
import type { BackendName, Sample } from '@/lib/training/protocol';

export type { Tops };

/**
 * What the page asks of the inspection worker: a worker of its own, so that looking inside neither waits for a batch of
 * the training nor ends with it. Layers are named by their node in the design written out (`ModelPlan`, blocks expanded);
 * a layer's output is that of the last plan layer of its node, after the node's own helpers, without the batch axis.
 *
 * Inputs are one sample of the network's input shape, on the unit scale (bytes over 255, other numbers as they are): what
 * training does to samples beyond that (`normalization`) the worker does as well.
 */
export interface InspectCalls {
  /** Builds the network; it replaces the one before. Weights that are null are the start values of `model`. */
  open: [OpenRequest, OpenReply];
  /**
   * Other weights in the same network: an epoch on, another checkpoint, another run of the same design. Long calls end
   * as if stopped: what they have found is of other weights.
   */
  'set-weights': [{ readonly weights: readonly NamedTensor[] }, Record<string, never>];
  /** One forward pass; only the layers asked for are read back. Answered between the parts of longer calls. */
  look: [LookRequest, LookReply];
  /**
   * Samples as they are stored, with their targets. Here and everywhere else samples are named by their number in the
   * split, from 0 up to its count (splitCounts): training's in the order drawn by the seed, validation's and the test
   * samples in the order stored.
   */
  'read-samples': [
    { readonly split: Split; readonly indices: readonly number[] },
    { readonly samples: readonly Sample[] },
  ];
  /** How much each number of the input has to do with a unit. Progress comes as 'progress' where it takes long. */
  attribute: [AttributeRequest, AttributeReply | null];
  /** A picture that a unit answers to most, made by gradient ascent; it comes as 'excited' on the way. */
  excite: [ExciteRequest, ExciteReply | null];
  /** What 'excite' would raise of a unit, at an input: one forward pass. Answered between the parts of longer calls. */
  'driven-answer': [DrivenRequest, DrivenReply];
  /** The samples that excite each unit of a layer most, in one pass; they come as 'tops' on the way. */
  'top-samples': [TopRequest, TopReply | null];
  /** A layer's activations for many samples, one row each: maps as the mean of each channel where `pooled`. */
  activations: [ActivationsRequest, ActivationsReply | null];
  /** Ends the open calls of this name: they give null. */
  stop: [{ readonly call: LongCall }, Record<string, never>];
  dispose: [Record<string, never>, Record<string, never>];
}

export type InspectCall = keyof InspectCalls;
export type LongCall = 'attribute' | 'excite' | 'top-samples' | 'activations';
export type Split = 'training' | 'validation' | 'test';

export interface OpenRequest {
  readonly plan: ModelPlan;
  /** Keras functional-model JSON of the plan, with seeded initializers. */
  readonly model: JsonObject;
  readonly weights: readonly NamedTensor[] | null;
  readonly dataset: Dataset;
  readonly normalization: Normalization;
  /** Of the training: what is 'validation' follows from them. */
  readonly seed: number;
  readonly dataShare: number;
  readonly validationShare: number;
  /** null: wasm, or plain JavaScript where that does not start. */
  readonly backend: BackendName | null;
  readonly baseUrl: string;
}

export interface OpenReply {
  readonly backend: BackendName;
  /** What the network has now: those given, or the start values. Named as `${layer}/${weight}`. */
  readonly weights: readonly NamedTensor[];
}

export interface LookRequest {
  readonly input: Float32Array;
  /** Read back in full. */
  readonly layers: readonly NodeId[];
  /** Read back as one small picture each: the mean over the channels, at most this many pixels high and wide. */
  readonly miniatures: readonly NodeId[];
  readonly miniatureSize: number;
}

export interface LayerLook {
  readonly node: NodeId;
  /** Height × width × channels, [positions, channels], or [units]. */
  readonly shape: Shape;
  readonly values: Float32Array;
}

export interface LookReply {
  readonly layers: readonly LayerLook[];
  readonly miniatures: readonly LayerLook[];
  /** The network's first output, as probabilities where it gives classes. */
  readonly output: Float32Array;
  /** Of the forward pass and the reading. */
  readonly milliseconds: number;
}

/** A channel of a layer's output, or a number of a vector. */
export interface UnitRef {
  readonly layer: NodeId;
  readonly channel: number;
}

export const ATTRIBUTIONS = [
  'gradient',
  'gradient-input',
  'guided-backpropagation',
  'deconvolution',
  'grad-cam',
  'occlusion',
] as const;
export type Attribution = (typeof ATTRIBUTIONS)[number];

export interface AttributeRequest {
  readonly method: Attribution;
  readonly input: Float32Array;
  readonly unit: UnitRef;
  /** Row and column of one cell of the unit's map; null: the cell that is excited most. */
  readonly cell: Cell | null;
  /** The layer whose output's numbers are told apart: the unit's echo in it. null: the input. Not Grad-CAM, occlusion. */
  readonly at: NodeId | null;
  /** Grad-CAM: the layer whose maps are weighed; null: the last before the unit whose output has places. */
  readonly through: NodeId | null;
  /** Occlusion: side of the patch and its stride, in pixels, and what it covers with. */
  readonly patch: number;
  readonly stride: number;
  readonly fill: PatchFill;
}

/**
 * Of the unit scale: 0.5, 0, or of each channel the mean over the picture. 'fitting': black where most of the picture is
 * black, since a patch would light up what is dark; else the mean.
 */
export const PATCH_FILLS = ['fitting', 'grey', 'black', 'mean'] as const;
export type PatchFill = (typeof PATCH_FILLS)[number];

/**
 * - 'no-places': the input, or every layer between it and the unit, is without rows and columns (occlusion, Grad-CAM)
 * - 'not-before': the layer that was named (`at`, `through`) does not lead to the unit
 * - 'no-gradient': none can be had: what the unit comes from is chosen, not computed (words by their numbers)
 */
export type AttributionRefusal = 'no-places' | 'not-before' | 'no-gradient';

export type AttributeReply =
  | {
      readonly kind: 'values';
      /** Of the input, or of the output of `at`; Grad-CAM and occlusion: the input's rows and columns, one channel. */
      readonly shape: Shape;
      readonly values: Float32Array;
      /** The unit's own value; of a class before the softmax. */
      readonly activation: number;
      /** Which cell of the unit's map that is; null: it has none. */
      readonly cell: Cell | null;
      /** ReLUs on the way, whose gradient guided backpropagation and deconvolution change. */
      readonly rectifiers: number;
      /** Grad-CAM: whose maps were weighed. */
      readonly through: NodeId | null;
      /** Occlusion: what the patch covered with. */
      readonly fill?: Exclude<PatchFill, 'fitting'>;
    }
  | { readonly kind: 'refused'; readonly reason: AttributionRefusal };

/** Row and column in a map; of a sequence the position, and 0. */
export type Cell = readonly [row: number, column: number];

export interface ExciteRequest {
  readonly unit: UnitRef;
  /** null: the middle of the unit's map. */
  readonly cell: Cell | null;
  readonly steps: number;
  /** Of the picture as the network is given it: how much a step changes its numbers, as their root mean square. */
  readonly learningRate: number;
  /** No number leaves what pixels can be: 0 to 1 on the unit scale. */
  readonly withinRange: boolean;
  /** Factor taken off every pixel after a step: L2 decay. */
  readonly decay: number;
  /** Standard deviation of a Gaussian blur, in pixels, and every how many steps it is done; 0: not. */
  readonly blurRadius: number;
  readonly blurEvery: number;
  /** The picture is moved at random by up to this many pixels before each step, and back after it. */
  readonly jitter: number;
  /** Share of pixels of smallest norm, and of smallest contribution, that become 0 after a step (percentiles, 0 to 100). */
  readonly clipSmallNorm: number;
  readonly clipSmallContribution: number;
  readonly seed: number;
}

export interface ExciteReply {
  /** On the unit scale, of the network's input shape; may leave [0, 1]. */
  readonly image: Float32Array;
  /** Of a class before the softmax, of a ReLU what goes into it. Not a number: nothing can be differentiated (words). */
  readonly activation: number;
  /** The same for an input of zeros on the unit scale, a black picture: what a made one has to go beyond. */
  readonly black: number;
  /** Fewer than were asked for where the gradient is zero: then nothing says which way to go. */
  readonly steps: number;
}

export interface DrivenRequest {
  readonly input: Float32Array;
  readonly unit: UnitRef;
  /** As of `ExciteRequest`. */
  readonly cell: Cell | null;
}

export interface DrivenReply {
  /** As of `ExciteReply`: of a class before the softmax, of a ReLU what goes into it. */
  readonly activation: number;
  /** Which cell of its map that is; null: it has none. */
  readonly cell: Cell | null;
  /** Where its map is highest; null: it has none. */
  readonly strongest: { readonly activation: number; readonly cell: Cell } | null;
}

export interface TopRequest {
  readonly layer: NodeId;
  readonly split: Split;
  /** How many for each unit. */
  readonly count: number;
  /** At most this many samples are gone through, from the first. */
  readonly mostSamples: number;
}

export interface TopReply {
  readonly tops: Tops;
  readonly gone: number;
}

export interface ActivationsRequest {
  readonly layer: NodeId;
  readonly split: Split;
  readonly mostSamples: number;
  readonly pooled: boolean;
}

export interface ActivationsReply {
  readonly indices: readonly number[];
  readonly width: number;
  /** indices.length × width. */
  readonly values: Float32Array;
  /** Class by the first target; empty where it has none. */
  readonly labels: Uint16Array;
}

/** Worker → page, unasked. */
export type InspectEvent =
  | { readonly kind: 'data-progress'; readonly loaded: number; readonly total: number }
  | { readonly kind: 'progress'; readonly call: LongCall; readonly done: number; readonly total: number }
  | { readonly kind: 'excited'; readonly step: number; readonly image: Float32Array; readonly activation: number }
  | { readonly kind: 'tops'; readonly tops: Tops; readonly gone: number }
  | { readonly kind: 'context-lost'; readonly backend: BackendName };
