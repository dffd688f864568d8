export const LOSSES = [
  'categorical-cross-entropy',
  'sparse-categorical-cross-entropy',
  'binary-cross-entropy',
  'mean-squared-error',
  'mean-absolute-error',
  'huber',
  'hinge',
] as const;
export type LossName = (typeof LOSSES)[number];

export interface LossOptions {
  /** In [0, 1): the target of the right class is 1 − s + s / classes, of the others s / classes (Szegedy et al. 2016). */
  readonly labelSmoothing: number;
  /** Where Huber's loss goes from squared to linear. */
  readonly huberDelta: number;
  /** How much a sample of each class counts: 'equal', 'balanced' (n / (classes · n_c)), or a factor per class. */
  readonly classWeights: 'equal' | 'balanced' | readonly number[];
}

export interface HeadSettings {
  /** Name of a target of the data set, or INPUT_TARGET. */
  readonly target: string;
  readonly loss: LossName;
  /** Factor of this output's loss in the sum. */
  readonly weight: number;
}

/** An output that is to give back the network's input, as an autoencoder's. */
export const INPUT_TARGET = 'input';

export const OPTIMIZERS = [
  'sgd',
  'momentum',
  'nesterov',
  'rmsprop',
  'adagrad',
  'adadelta',
  'adam',
  'adamw',
  'adamax',
  'lion',
] as const;
export type OptimizerName = (typeof OPTIMIZERS)[number];

/** One flat record, so that switching the optimizer and back loses nothing; each optimizer reads its own constants. */
export interface OptimizerSettings {
  readonly name: OptimizerName;
  readonly learningRate: number;
  /** momentum, Nesterov */
  readonly momentum: number;
  /** RMSProp's decay of the mean square */
  readonly decay: number;
  /** Adadelta's decay of both mean squares */
  readonly rho: number;
  /** Adam, AdamW, Adamax, Lion */
  readonly beta1: number;
  /** Adam, AdamW, Adamax */
  readonly beta2: number;
  /** Lion's decay of the momentum (Chen et al. 2023) */
  readonly lionBeta2: number;
  /** What Adagrad's sum of squares starts from. */
  readonly initialAccumulator: number;
  /** All that divide by a root; always given explicitly, since tfjs's default differs between backends. */
  readonly epsilon: number;
  /** Decoupled for AdamW and Lion (Loshchilov & Hutter 2019); added to the gradient (L2) for the others. */
  readonly weightDecay: number;
}

export const SCHEDULES = ['constant', 'step', 'exponential', 'cosine', 'plateau'] as const;
export type ScheduleName = (typeof SCHEDULES)[number];

/** How the learning rate goes over a run. One flat record, as the optimizer's. */
export interface ScheduleSettings {
  readonly name: ScheduleName;
  /** Epochs, or parts of one, over which the rate grows from 0 to its value; 0: none. */
  readonly warmup: number;
  /** step, plateau: what the rate is multiplied by; exponential: per epoch. */
  readonly factor: number;
  /** step: epochs between two steps. */
  readonly every: number;
  /** plateau: epochs without a better validation loss (training loss without validation). */
  readonly patience: number;
  /** The rate never goes below this share of its value. */
  readonly floor: number;
}

export const CLIPPINGS = ['none', 'norm', 'value'] as const;
export interface GradientSettings {
  /** 'norm': all gradients together are scaled to this norm at most; 'value': each number is cut off. */
  readonly clipping: (typeof CLIPPINGS)[number];
  readonly clipAt: number;
  /** How many batches' gradients are averaged before each step; 1: none. */
  readonly accumulate: number;
  /** Epochs after which `accumulate` doubles, again and again (Smith et al. 2018); 0: never. */
  readonly doubleEvery: number;
}

export const MONITORED = ['validation-loss', 'validation-score'] as const;
export interface EarlyStopping {
  readonly isOn: boolean;
  readonly monitor: (typeof MONITORED)[number];
  /** Epochs without an improvement of more than `minDelta`. */
  readonly patience: number;
  readonly minDelta: number;
}

/** 'unit': bytes over 255, other numbers as they are; 'standard': minus the mean, over the deviation, per channel. */
export const NORMALIZATIONS = ['unit', 'standard'] as const;
export type Normalization = (typeof NORMALIZATIONS)[number];

/** Per channel (per column of a row of features), of the training samples as the unit scale gives them. */
export interface Statistics {
  readonly mean: readonly number[];
  readonly deviation: readonly number[];
}
