import type { FailureCode } from '@/lib/core/failure-code';
import type { LossName, OptimizerName } from '@/lib/core/learning';
import type { Localized } from '@/lib/core/locale';
import { trainingEnglish } from '@/lib/messages/training-english';
import { trainingVietnamese } from '@/lib/messages/training-vietnamese';

type Phase = 'loading-data' | 'building' | 'calibrating' | 'training' | 'validating' | 'paused' | 'evaluating' | 'idle';
type Loss = LossName;
type Optimizer = OptimizerName;
type Backend = 'webgpu' | 'webgl' | 'wasm' | 'cpu';
type Setting =
  | 'learningRate'
  | 'momentum'
  | 'decay'
  | 'rho'
  | 'beta1'
  | 'beta2'
  | 'lionBeta2'
  | 'initialAccumulator'
  | 'epsilon'
  | 'batchSize'
  | 'epochs'
  | 'seed'
  | 'dataShare'
  | 'validationShare';

interface FieldText {
  readonly label: string;
  readonly hint: string;
}

/** What the training panel says while it sets up, runs and charts; its results are in training-results.ts. */
export interface TrainingMessages {
  readonly panel: string;
  readonly views: {
    readonly label: string;
    readonly settings: string;
    readonly curves: string;
    readonly health: string;
    readonly results: string;
    readonly samples: string;
    readonly draw: string;
    readonly picture: string;
    /** Where the samples are digits. */
    readonly digits: string;
    readonly drawDigit: string;
  };
  readonly run: {
    readonly label: string;
    readonly train: string;
    readonly trainAgain: string;
    readonly pause: string;
    readonly resume: string;
    readonly stop: string;
    readonly restart: string;
    readonly showProblems: string;
    readonly designHasErrors: string;
    readonly designIsLimited: string;
    readonly pausing: string;
    readonly resuming: string;
    readonly stopping: string;
    readonly phases: Readonly<Record<Phase, string>>;
    readonly finished: string;
    /** Instead of `finished`: it was only given weights. */
    readonly untrained: string;
    /** `epoch`: of the weights that are in the network now. */
    readonly stoppedEarly: (after: string, epoch: string) => string;
    readonly bestKept: (epoch: string) => string;
    readonly diverged: string;
    readonly stoppedAfter: (batches: string) => string;
    readonly progress: string;
    readonly epochOf: (epoch: string, epochs: string) => string;
    readonly batches: (done: string, all: string) => string;
    readonly speed: (examples: string) => string;
    readonly left: (time: string) => string;
    readonly took: (time: string) => string;
    readonly downloaded: (done: string, all: string) => string;
    readonly evaluated: (done: string, all: string) => string;
    readonly memory: (bytes: string) => string;
    readonly memoryHint: string;
    readonly testAccuracy: string;
    /** `score`: what is counted, as 'Accuracy' or 'Mean absolute error'. */
    readonly epochNews: (epoch: string, score: string, value: string) => string;
  };
  readonly older: {
    readonly running: string;
    readonly done: string;
    /** A run of a study, by its name, which says variant, seed and study. */
    readonly study: (run: string, isActive: boolean) => string;
    readonly otherDesign: (run: string, isActive: boolean) => string;
    readonly settings: string;
  };
  readonly problem: {
    readonly dismiss: string;
    readonly details: string;
    readonly layer: (title: string) => string;
    readonly designErrors: string;
    readonly runGone: string;
    readonly unknownDataset: (id: string) => string;
    readonly cannotFit: (needed: string, limit: string, backend: string) => string;
    readonly diverged: Readonly<Record<'non-finite' | 'exploding', (batch: string) => string>>;
    readonly divergedCure: (rate: string, suggestion: string) => string;
    readonly tryRate: (suggestion: string) => string;
    readonly silent: (seconds: string) => string;
    readonly failures: Readonly<Record<FailureCode, string>>;
  };
  readonly settings: {
    readonly title: string;
    readonly dataset: string;
    readonly noDataset: string;
    readonly chooseDataset: string;
    readonly licence: string;
    readonly split: (training: string, validation: string, batches: string) => string;
    readonly loss: string;
    readonly losses: Readonly<Record<Loss, string>>;
    readonly lossHints: Readonly<Record<Loss, string>>;
    readonly optimizer: string;
    readonly optimizers: Readonly<Record<Optimizer, string>>;
    readonly fields: Readonly<Record<Setting, FieldText>>;
    readonly notANumber: string;
    readonly notWhole: string;
    readonly outOfRange: (min: string, max: string) => string;
  };
  readonly backend: {
    readonly title: string;
    readonly automatic: string;
    readonly automaticChose: (backend: string) => string;
    readonly names: Readonly<Record<Backend, string>>;
    readonly name: string;
    readonly speed: string;
    readonly note: string;
    readonly perBatch: (milliseconds: string) => string;
    readonly notMeasured: string;
    readonly unavailable: string;
    readonly software: string;
    readonly chosen: string;
    readonly measure: string;
    readonly measureHint: string;
    readonly outdated: string;
    readonly tooLarge: string;
  };
  readonly curves: {
    readonly empty: string;
    readonly emptyText: string;
    readonly loss: string;
    readonly accuracy: string;
    readonly batch: string;
    readonly smoothed: string;
    readonly training: string;
    readonly validation: string;
    readonly atBatch: (batch: string) => string;
    readonly asChart: string;
    readonly asTable: string;
    readonly epoch: string;
    readonly trainingLoss: string;
    readonly validationLoss: string;
    readonly trainingAccuracy: string;
    readonly validationAccuracy: string;
    readonly noEpochYet: string;
    readonly summary: (what: string, batches: string, first: string, last: string, best: string) => string;
    readonly waiting: string;
  };
}

export const trainingMessages: Localized<TrainingMessages> = { en: trainingEnglish, vi: trainingVietnamese };
