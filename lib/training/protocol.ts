import type { JsonObject } from '@/lib/core/json';
import type { FailureCode } from '@/lib/core/failure-code';
import type { NodeId } from '@/lib/core/ids';
import type { NamedTensor } from '@/lib/core/named-tensor';
import type { ModelPlan } from '@/lib/compile/plan';
import type { Dataset } from '@/lib/datasets/dataset';
import type { Asked } from '@/lib/training/calls';
import type { HealthRequest, HealthSnapshot } from '@/lib/training/health';
import type { TrainingSettings } from '@/lib/document/training-settings';
import type { RangeLimits, RangePoint } from '@/lib/training/rate-range';

export type { NamedTensor };

/** Fastest first, as a rule; which one is chosen is measured. */
export const BACKENDS = ['webgpu', 'webgl', 'wasm', 'cpu'] as const;
export type BackendName = (typeof BACKENDS)[number];

export interface BackendReport {
  readonly name: BackendName;
  readonly available: boolean;
  /** Why not, or what renders: "SwiftShader", "NVIDIA …"; empty when nothing is known. */
  readonly detail: string;
  /** It works, but a processor imitates the graphics card. */
  readonly software: boolean;
  /** Measured on the user's own network; null when it was not tried. */
  readonly msPerBatch: number | null;
}

/** The page → worker calls: name → [request, reply]. Each has an id; each ends in one reply or one error. */
export interface WorkerCalls {
  /** Which backends there are, without measuring. */
  probe: [Record<string, never>, { readonly backends: readonly BackendReport[] }];
  /** Times one training step of this network on each usable backend and picks the fastest. */
  calibrate: [
    {
      readonly plan: ModelPlan;
      readonly model: JsonObject;
      readonly settings: TrainingSettings;
      readonly baseUrl?: string;
    },
    { readonly backends: readonly BackendReport[]; readonly chosen: BackendName },
  ];
  /** Fetches, checks and unpacks a data set; keeps it. Progress comes as 'data-progress'. */
  'load-dataset': [
    {
      readonly dataset: Dataset;
      readonly baseUrl: string;
      /** Kept samples beyond this are not held in memory but read batch by batch. */
      readonly mostMemoryBytes?: number;
    },
    { readonly bytes: number; readonly fromCache: boolean },
  ];
  /** Trains until done, stopped or diverged; the reply comes at the end. */
  train: [TrainRequest, TrainOutcome];
  /** A short run over growing learning rates, on a network of its own that is gone afterwards; points come as 'rates'. */
  'test-rates': [TrainRequest & { readonly limits: RangeLimits }, { readonly points: readonly RangePoint[] }];
  pause: [Record<string, never>, Record<string, never>];
  resume: [Record<string, never>, Record<string, never>];
  /** Ends the run after the batch in progress; the model stays usable. */
  stop: [Record<string, never>, Record<string, never>];
  /** The epoch in progress stays kept when it ends. */
  'keep-epoch': [Record<string, never>, Record<string, never>];
  /** How closely the run is looked at from now on, and the runs after it. Looks come as 'health'. */
  'watch-health': [HealthRequest, Record<string, never>];
  /** Evaluates the trained model on the whole test split. */
  /** null when it was stopped. */
  evaluate: [Record<string, never>, TestReport | null];
  /** Probabilities for given test digits. */
  'predict-samples': [{ readonly indices: readonly number[] }, { readonly predictions: readonly Prediction[] }];
  /** Probabilities for one picture of the model's own input shape, values in [0, 1]. */
  'predict-image': [{ readonly values: Float32Array }, Prediction];
  /** Pixels and labels of test samples, for showing. */
  samples: [{ readonly indices: readonly number[] }, { readonly samples: readonly Sample[] }];
  'get-weights': [Record<string, never>, { readonly weights: readonly NamedTensor[] }];
  /** Builds the model and gives its output for given inputs: for tests of exported code, and untrained networks. */
  'run-model': [
    {
      readonly plan: ModelPlan;
      readonly model: JsonObject;
      readonly weights: readonly NamedTensor[] | null;
      readonly inputs: readonly Float32Array[];
      readonly baseUrl?: string;
    },
    { readonly outputs: readonly Float32Array[]; readonly weights: readonly NamedTensor[]; readonly params: number },
  ];
  dispose: [Record<string, never>, Record<string, never>];
}

export type CallName = keyof WorkerCalls;
export type RequestOf<C extends CallName> = WorkerCalls[C][0];
export type ReplyOf<C extends CallName> = WorkerCalls[C][1];

export interface TrainRequest {
  readonly plan: ModelPlan;
  /** Keras functional-model JSON of the plan, with seeded initializers. */
  readonly model: JsonObject;
  /** With 0 epochs the network is only built, to be asked and evaluated. */
  readonly settings: TrainingSettings;
  readonly dataset: Dataset;
  readonly baseUrl: string;
  /** null: calibrate and choose. */
  readonly backend: BackendName | null;
  /** What layers start from instead of the start values of `model`: all the weights of a layer or none. */
  readonly startWeights?: readonly NamedTensor[];
  /** Without it no checkpoints are written. */
  readonly checkpoints?: CheckpointOrder;
  /** How closely the run is looked at; absent: as was asked last. */
  readonly health?: HealthRequest;
}

/** Under which run the state is kept as it goes, and how often; an epoch's end is always kept until the next one. */
export interface CheckpointOrder {
  readonly run: string;
  readonly everySeconds: number;
  /** Epochs between two that stay kept; 0: none but the best and the last. */
  readonly keepEvery: number;
  /** Goes on from the last checkpoint of the run instead of starting. */
  readonly resume: boolean;
}

export interface TrainOutcome {
  readonly ended: 'finished' | 'stopped' | 'diverged';
  readonly epochs: number;
  readonly batches: number;
  readonly backend: BackendName;
  readonly seconds: number;
  /** Set when diverged: the first layer whose weights left the finite or sane range. */
  readonly divergence: {
    readonly node: NodeId | null;
    readonly reason: 'non-finite' | 'exploding';
    readonly batch: number;
  } | null;
  /** Of a finished run with early stopping; absent in others and in older records. */
  readonly earlyStopping?: EarlyEnd;
}

export interface EarlyEnd {
  /** It ended the run before the last epoch asked for. */
  readonly stopped: boolean;
  /** The epoch, from 1, whose weights the network has. */
  readonly best: number;
}

export interface Prediction {
  readonly probabilities: readonly number[];
  readonly label: number;
}

export interface Sample {
  readonly index: number;
  /** Of the data set's shape: bytes from 0 to 255, or numbers as they are. */
  readonly values: Uint8Array | Float32Array;
  /** Its class by the first target, where that is of classes; 0 otherwise. */
  readonly label: number;
  /** What the first target holds where that is of labels (0 or 1) or of numbers; empty otherwise. */
  readonly target: readonly number[];
}

export interface TestReport {
  readonly count: number;
  readonly accuracy: number;
  readonly loss: number;
  /** confusion[truth][predicted] */
  readonly confusion: readonly (readonly number[])[];
  /** The predicted class of every test sample. */
  readonly predicted: Uint16Array;
  /** The true class of every test sample. */
  readonly labels: Uint16Array;
  /** What the network gave and what it should have given; null where that is too much to keep. */
  readonly outputs: TestOutputs | null;
  /** Of each output, where there are several. */
  readonly heads?: readonly HeadResult[];
}

export interface HeadResult {
  /** Name of its layer in the model. */
  readonly name: string;
  readonly kind: TestOutputs['kind'];
  /** Without the weight it has in the sum. */
  readonly loss: number;
  /** The share that is right, or the mean absolute error of values. */
  readonly score: number;
}

/** The first output of every test sample and its target, row by row. */
export interface TestOutputs {
  readonly kind: 'classes' | 'labels' | 'values';
  readonly width: number;
  /** Probabilities; of 'values', the values themselves. */
  readonly given: Float32Array;
  /** Null for classes, whose truth is `labels`. */
  readonly wanted: Float32Array | null;
}

export interface EpochMetrics {
  /** Counts from 0, as in 'batches'. */
  readonly epoch: number;
  readonly loss: number;
  readonly accuracy: number;
  /** null without a validation split. */
  readonly validationLoss: number | null;
  readonly validationAccuracy: number | null;
  /** Of each output on the validation samples, where there are several outputs and a validation split. */
  readonly heads?: readonly HeadResult[];
}

/** Worker → page, unasked. A run's first batch and epoch are 0; `progress` goes from 0 to 1 over the whole run. */
export type WorkerEvent =
  | { readonly kind: 'data-progress'; readonly loaded: number; readonly total: number }
  | { readonly kind: 'phase'; readonly phase: TrainPhase; readonly backend: BackendName | null }
  /** Several batches at once, in order; losses and accuracies are means over each batch. */
  | {
      readonly kind: 'batches';
      readonly first: number;
      readonly losses: Float32Array;
      readonly accuracies: Float32Array;
      readonly examplesPerSecond: number;
      readonly secondsLeft: number;
      readonly epoch: number;
      readonly progress: number;
      /** Of training so far, pauses left out; those before a resume counted. */
      readonly seconds: number;
    }
  /** The state of this moment is kept. Epochs and batches count what is done; `kept` are epochs from 1. */
  | {
      readonly kind: 'checkpoint';
      readonly epoch: number;
      readonly batches: number;
      readonly bytes: number;
      readonly best: number | null;
      readonly kept: readonly number[];
    }
  /** Training goes on without checkpoints; those there are stay. */
  | {
      readonly kind: 'no-checkpoints';
      readonly reason: 'quota' | 'barred' | 'other';
      /** Of one checkpoint, and what the storage has left; null: it does not say. */
      readonly bytes: number;
      readonly free: number | null;
    }
  /** A run goes on from its last checkpoint: what it had measured until then. */
  | {
      readonly kind: 'resumed';
      readonly losses: Float32Array;
      readonly scores: Float32Array;
      readonly times: Float32Array;
      readonly epochs: readonly EpochMetrics[];
    }
  | { readonly kind: 'epoch'; readonly metrics: EpochMetrics }
  | { readonly kind: 'health'; readonly snapshot: HealthSnapshot }
  | { readonly kind: 'evaluate-progress'; readonly done: number; readonly total: number }
  | { readonly kind: 'rates'; readonly points: readonly RangePoint[] }
  | { readonly kind: 'context-lost'; readonly backend: BackendName }
  /** Of the graphics card, as soon as it is in use; null: none is, or the browser does not say. */
  | { readonly kind: 'renderer'; readonly renderer: string | null };

export type TrainPhase =
  'loading-data' | 'building' | 'calibrating' | 'training' | 'validating' | 'paused' | 'evaluating' | 'idle';

/** Why a call failed; worded in lib/messages/training.ts. */
export interface Failure {
  readonly code: FailureCode;
  readonly node: NodeId | null;
  /** tfjs's or the browser's own words, for the details fold. */
  readonly detail: string;
}

export type ToWorker = Asked<WorkerCalls>;
