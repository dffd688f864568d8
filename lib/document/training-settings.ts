import type { NodeId } from '@/lib/core/ids';
import type {
  EarlyStopping,
  GradientSettings,
  HeadSettings,
  LossName,
  LossOptions,
  Normalization,
  OptimizerSettings,
  ScheduleSettings,
} from '@/lib/core/learning';

export { LOSSES, INPUT_TARGET, OPTIMIZERS, SCHEDULES, CLIPPINGS, MONITORED, NORMALIZATIONS } from '@/lib/core/learning';
export type {
  LossName,
  LossOptions,
  HeadSettings,
  Normalization,
  OptimizerName,
  OptimizerSettings,
  ScheduleName,
  ScheduleSettings,
  GradientSettings,
  EarlyStopping,
} from '@/lib/core/learning';

/** What the design is trained on and how. Part of the document, so undo and files carry it. */
export interface TrainingSettings {
  /** A data set's id, or NO_DATASET. */
  readonly dataset: string;
  /** Of a design with one output; those of several outputs are in `heads`. */
  readonly loss: LossName;
  readonly lossOptions: LossOptions;
  /** What each of several outputs is trained on; an output without an entry has the defaults of `headOf`. */
  readonly heads: Readonly<Record<NodeId, HeadSettings>>;
  readonly optimizer: OptimizerSettings;
  readonly schedule: ScheduleSettings;
  readonly gradients: GradientSettings;
  readonly earlyStopping: EarlyStopping;
  /** Layers whose weights stay as they are. Ids of the document: a frozen layer of a block is frozen in every use. */
  readonly frozen: readonly NodeId[];
  readonly normalization: Normalization;
  readonly augmentation: AugmentationSettings;
  readonly batchSize: number;
  readonly epochs: number;
  readonly seed: number;
  /** Share of the training set that is used at all, in (0, 1]. */
  readonly dataShare: number;
  /** Share of the used training data held out for validation, in [0, 0.5]. */
  readonly validationShare: number;
}

/** A design for data that is not at hand (ImageNet): no task rules apply, and training asks for a data set first. */
export const NO_DATASET = 'none';

/** What is done to training pictures, drawn anew for every sample of every epoch by the run's seed. 0: not at all. */
export interface AugmentationSettings {
  /** Everything off, with the values kept. */
  readonly isOn: boolean;
  readonly flipHorizontal: boolean;
  readonly flipVertical: boolean;
  /** Share of width and height, at most this far either way. */
  readonly shift: number;
  /** By a factor in [1 − x, 1 + x]. */
  readonly scale: number;
  /** Degrees, at most this far either way. */
  readonly rotate: number;
  /** Pixels added on every side before a picture of the old size is cut out at random. */
  readonly crop: number;
  /** Standard deviation of the noise added, of values in [0, 1]. */
  readonly noise: number;
  /** At most this much is added or taken, of values in [0, 1]. */
  readonly brightness: number;
  /** By a factor in [1 − x, 1 + x] around the picture's mean. */
  readonly contrast: number;
  /** Side of a square that is blanked, as a share of the shorter side (DeVries & Taylor 2017). */
  readonly cutout: number;
  /** Parameter of the Beta distribution of mixup (Zhang et al. 2018). */
  readonly mixup: number;
}

export interface Bounds {
  readonly min: number;
  readonly max: number;
  /** Whole numbers only. */
  readonly whole: boolean;
}

type Numbers<T> = { readonly [K in keyof T as T[K] extends number ? K : never]: Bounds };

const within = (min: number, max: number): Bounds => ({ min, max, whole: false });
const whole = (min: number, max: number): Bounds => ({ min, max, whole: true });

export const TRAINING_BOUNDS: {
  readonly training: Numbers<TrainingSettings>;
  readonly optimizer: Numbers<OptimizerSettings>;
  readonly loss: Numbers<LossOptions>;
  readonly head: Numbers<HeadSettings>;
  readonly schedule: Numbers<ScheduleSettings>;
  readonly gradients: Numbers<GradientSettings>;
  readonly earlyStopping: Numbers<EarlyStopping>;
  readonly augmentation: Numbers<AugmentationSettings>;
} = {
  training: {
    batchSize: whole(1, 4096),
    epochs: whole(1, 1000),
    seed: whole(0, 2 ** 31 - 1),
    dataShare: within(0.001, 1),
    validationShare: within(0, 0.5),
  },
  optimizer: {
    learningRate: within(1e-8, 100),
    momentum: within(0, 0.9999),
    decay: within(0, 0.9999),
    rho: within(0, 0.9999),
    beta1: within(0, 0.9999),
    beta2: within(0, 0.99999),
    lionBeta2: within(0, 0.99999),
    initialAccumulator: within(0, 100),
    epsilon: within(1e-12, 1),
    weightDecay: within(0, 1),
  },
  loss: { labelSmoothing: within(0, 0.9), huberDelta: within(1e-6, 1000) },
  head: { weight: within(0, 1000) },
  schedule: {
    warmup: within(0, 100),
    factor: within(1e-6, 1),
    every: whole(1, 1000),
    patience: whole(1, 1000),
    floor: within(0, 1),
  },
  gradients: { clipAt: within(1e-6, 1000), accumulate: whole(1, 1024), doubleEvery: whole(0, 1000) },
  earlyStopping: { patience: whole(1, 1000), minDelta: within(0, 10) },
  augmentation: {
    shift: within(0, 0.5),
    scale: within(0, 0.9),
    rotate: within(0, 180),
    crop: whole(0, 64),
    noise: within(0, 1),
    brightness: within(0, 1),
    contrast: within(0, 1),
    cutout: within(0, 1),
    mixup: within(0, 10),
  },
};

/** Kingma & Ba, "Adam", 2015, for the constants of Adam; 0.9 is the usual momentum and decay. */
export const DEFAULT_TRAINING: TrainingSettings = {
  dataset: 'mnist',
  loss: 'categorical-cross-entropy',
  lossOptions: { labelSmoothing: 0, huberDelta: 1, classWeights: 'equal' },
  heads: {},
  optimizer: {
    name: 'adam',
    learningRate: 0.001,
    momentum: 0.9,
    decay: 0.9,
    rho: 0.95,
    beta1: 0.9,
    beta2: 0.999,
    lionBeta2: 0.99,
    initialAccumulator: 0.1,
    epsilon: 1e-7,
    weightDecay: 0,
  },
  schedule: { name: 'constant', warmup: 0, factor: 0.5, every: 10, patience: 5, floor: 0 },
  gradients: { clipping: 'none', clipAt: 1, accumulate: 1, doubleEvery: 0 },
  earlyStopping: { isOn: false, monitor: 'validation-loss', patience: 5, minDelta: 0 },
  frozen: [],
  normalization: 'unit',
  augmentation: {
    isOn: false,
    flipHorizontal: false,
    flipVertical: false,
    shift: 0.1,
    scale: 0.1,
    rotate: 10,
    crop: 0,
    noise: 0,
    brightness: 0,
    contrast: 0,
    cutout: 0,
    mixup: 0,
  },
  batchSize: 64,
  epochs: 2,
  seed: 1,
  dataShare: 1,
  validationShare: 0.1,
};
