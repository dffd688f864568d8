import type { NodeId } from '@/lib/core/ids';
import type { NamedTensor } from '@/lib/core/named-tensor';
import type { Shape } from '@/lib/core/tensor-type';
import type { Analysis } from '@/lib/analysis/analysis';
import type { ModelPlan } from '@/lib/compile/plan';
import type { Dataset } from '@/lib/datasets/dataset';
import type { Document } from '@/lib/document/document';
import type { Offset } from '@/lib/inspect/shift';
import type { RunId } from '@/lib/runs/run-record';
import type { CheckpointChoice, RunEpoch } from '@/lib/training/checkpoints/checkpoint';
import type { LayerLook, Split } from '@/lib/training/inspect/protocol';
import type { BackendName, Failure, Sample } from '@/lib/training/protocol';

/** Which weights are looked at. */
export type WeightsChoice =
  /** Those at hand: of the run on the page as it goes, or that came with the design, or else the start values. */
  | { readonly kind: 'current' }
  /** Those before any training. */
  | { readonly kind: 'start' }
  | { readonly kind: 'kept'; readonly run: RunId; readonly at: CheckpointChoice };

/** Where the weights that are shown come from, for saying so. */
export type WeightsSource = 'trained' | 'training' | 'imported' | 'kept' | 'start';

/** A network opened in the inspection worker, with everything needed to name and place what it gives. */
export interface InspectSubject {
  readonly document: Document;
  readonly analysis: Analysis;
  readonly plan: ModelPlan;
  readonly dataset: Dataset;
  /** The design's data set, where its samples have another shape than the network takes; `dataset` has none then. */
  readonly unfit: Dataset | null;
  readonly weights: readonly NamedTensor[];
  /** What the weights were asked for with: another one than the state's while those are on their way. */
  readonly choice: WeightsChoice;
  readonly source: WeightsSource;
  /** The run they are of; null: of none. */
  readonly run: RunId | null;
  /** Of weights at hand, which epoch's of that run; null: of none, as it goes, or it cannot be told. */
  readonly epoch: RunEpoch | null;
  readonly backend: BackendName;
  /** Layers that can be looked at, in the order of computation. */
  readonly layers: readonly InspectLayer[];
  /** The data set's samples have the network's input shape. */
  readonly takesSamples: boolean;
}

export interface InspectLayer {
  readonly node: NodeId;
  readonly title: string;
  readonly shape: Shape;
}

export type InputSource =
  | { readonly kind: 'sample'; readonly split: Split; readonly index: number; readonly sample: Sample }
  | { readonly kind: 'file'; readonly name: string }
  | { readonly kind: 'camera' }
  | { readonly kind: 'drawing' };

export interface InspectInput {
  readonly source: InputSource;
  /** On the unit scale, of the network's input shape. */
  readonly values: Float32Array;
  /** Left out: it is as it came. */
  readonly moved?: { readonly by: Offset; readonly from: Float32Array };
}

export type InspectPhase =
  | { readonly kind: 'closed' }
  | { readonly kind: 'opening' }
  | { readonly kind: 'ready' }
  /** The design has mistakes, or the run is gone: nothing to look at. */
  | { readonly kind: 'refused'; readonly reason: 'mistakes' | 'run-gone' }
  | { readonly kind: 'failed'; readonly failure: Failure };

export interface InspectState {
  readonly phase: InspectPhase;
  readonly choice: WeightsChoice;
  readonly subject: InspectSubject | null;
  readonly input: InspectInput | null;
  /** What moves by itself (camera, video) stands still: the input stays as it is until another is chosen. */
  readonly isFrozen: boolean;
  /** A sample of the data set is on its way. */
  readonly isFetching: boolean;
  /** Why no sample of the data set could be had; null: none was asked for, or it is there. */
  readonly sampleFailure: Failure | null;
  /** Bytes of the data set that is being fetched. */
  readonly download: { readonly loaded: number; readonly total: number } | null;
  /** The layer and the unit of it (channel, or index in a vector) that are chosen. */
  readonly layer: NodeId | null;
  readonly unit: number | null;
  /** The design whose network they are of; null: none yet, or the network of another was asked for and is not there. */
  readonly design: string | null;
  /** What was seen last, by node; all of one and the same input and weights. */
  readonly looks: ReadonlyMap<NodeId, LayerLook>;
  readonly miniatures: ReadonlyMap<NodeId, LayerLook>;
  /** The input that `looks`, `miniatures` and `output` are of; `input` may be newer. */
  readonly seen: InspectInput | null;
  readonly output: Float32Array | null;
  /** Goes up with every look that arrives: what is drawn follows it. */
  readonly turn: number;
  /** Looks a second while the input or the weights change; null at rest. */
  readonly rate: number | null;
}

/** Before the first look, and after the last one is of no use. */
export const NOTHING_SEEN: Pick<InspectState, 'looks' | 'miniatures' | 'seen' | 'output'> = {
  looks: new Map(),
  miniatures: new Map(),
  seen: null,
  output: null,
};

/** Nothing is open. */
export const CLOSED: InspectState = {
  phase: { kind: 'closed' },
  choice: { kind: 'current' },
  subject: null,
  input: null,
  isFrozen: false,
  isFetching: false,
  sampleFailure: null,
  download: null,
  layer: null,
  unit: null,
  design: null,
  ...NOTHING_SEEN,
  turn: 0,
  rate: null,
};
