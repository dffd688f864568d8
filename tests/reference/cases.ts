import type { GradientSettings, LossName, LossOptions, OptimizerSettings, ScheduleSettings } from '@/lib/core/learning';
import { LOSSES, OPTIMIZERS } from '@/lib/core/learning';
import { DEFAULT_TRAINING } from '@/lib/document/training-settings';
import type { Ending, TargetKind } from '@/lib/training/worker/losses';

/** Ten steps of a small network, by every part of the product that learns and by the reference beside it. */
export interface StepsCase {
  readonly name: string;
  readonly loss: LossName;
  readonly kind: TargetKind;
  readonly ending: Ending;
  readonly lossOptions: Pick<LossOptions, 'labelSmoothing' | 'huberDelta'>;
  readonly classWeights: readonly number[] | null;
  readonly optimizer: OptimizerSettings;
  readonly schedule: ScheduleSettings;
  readonly gradients: GradientSettings;
}

export const STEPS = 10;
/** Two epochs of five batches: accumulation by three leaves two over. */
export const BATCHES = 5;
export const BATCH_SIZE = 8;
export const SIZES = { inputs: 4, hidden: 5, outputs: 3 } as const;

const STANDARD: StepsCase = {
  name: '',
  loss: 'categorical-cross-entropy',
  kind: 'classes',
  ending: 'softmax',
  lossOptions: { labelSmoothing: 0, huberDelta: 0.3 },
  classWeights: null,
  optimizer: { ...DEFAULT_TRAINING.optimizer, name: 'sgd', learningRate: 0.3 },
  schedule: DEFAULT_TRAINING.schedule,
  gradients: DEFAULT_TRAINING.gradients,
};

/** Large enough for ten steps to go somewhere. */
const RATES = {
  sgd: 0.3,
  momentum: 0.1,
  nesterov: 0.1,
  rmsprop: 0.02,
  adagrad: 0.2,
  adadelta: 2,
  adam: 0.02,
  adamw: 0.02,
  adamax: 0.02,
  lion: 0.01,
} as const;

function optimizerCase(name: OptimizerSettings['name'], weightDecay: number): StepsCase {
  const optimizer = { ...STANDARD.optimizer, name, learningRate: RATES[name], weightDecay };
  return { ...STANDARD, name: weightDecay === 0 ? name : `${name} with weight decay`, optimizer };
}

const ENDINGS: Readonly<Record<LossName, readonly (readonly [TargetKind, Ending])[]>> = {
  'categorical-cross-entropy': [
    ['classes', 'softmax'],
    ['classes', 'sigmoid'],
  ],
  'sparse-categorical-cross-entropy': [['classes', 'softmax']],
  'binary-cross-entropy': [
    ['labels', 'sigmoid'],
    ['classes', 'softmax'],
  ],
  'mean-squared-error': [
    ['values', 'none'],
    ['classes', 'softmax'],
  ],
  'mean-absolute-error': [['values', 'none']],
  huber: [['values', 'none']],
  hinge: [
    ['classes', 'none'],
    ['labels', 'none'],
  ],
};

const SETTINGS: readonly StepsCase[] = [
  { ...STANDARD, name: 'label smoothing', lossOptions: { ...STANDARD.lossOptions, labelSmoothing: 0.1 } },
  {
    ...STANDARD,
    name: 'label smoothing of labels',
    loss: 'binary-cross-entropy',
    kind: 'labels',
    ending: 'sigmoid',
    lossOptions: { ...STANDARD.lossOptions, labelSmoothing: 0.1 },
  },
  { ...STANDARD, name: 'class weights', classWeights: [0.5, 2, 1.25] },
  { ...STANDARD, name: 'clipping by norm', gradients: { ...STANDARD.gradients, clipping: 'norm', clipAt: 0.2 } },
  { ...STANDARD, name: 'clipping by value', gradients: { ...STANDARD.gradients, clipping: 'value', clipAt: 0.05 } },
  { ...STANDARD, name: 'accumulation', gradients: { ...STANDARD.gradients, accumulate: 3 } },
  { ...STANDARD, name: 'growing accumulation', gradients: { ...STANDARD.gradients, accumulate: 2, doubleEvery: 1 } },
  {
    ...optimizerCase('adam', 0),
    name: 'accumulation, clipping and a cosine after warm-up',
    gradients: { clipping: 'norm', clipAt: 0.1, accumulate: 2, doubleEvery: 0 },
    schedule: { ...STANDARD.schedule, name: 'cosine', warmup: 0.5, floor: 0.1 },
  },
  { ...STANDARD, name: 'steps', schedule: { ...STANDARD.schedule, name: 'step', every: 1, factor: 0.1 } },
];

export const CASES: readonly StepsCase[] = [
  ...OPTIMIZERS.flatMap((name) => [optimizerCase(name, 0), optimizerCase(name, 0.1)]),
  ...LOSSES.flatMap((loss) =>
    ENDINGS[loss].map(([kind, ending]) => ({
      ...STANDARD,
      name: `${loss} of ${kind} from ${ending}`,
      loss,
      kind,
      ending,
    })),
  ),
  ...SETTINGS,
];

/** Every optimizer and every loss once, two at a time, for backends on which every step takes long. */
export const FEW_CASES: readonly StepsCase[] = LOSSES.flatMap((loss) =>
  ENDINGS[loss].map((ending) => [loss, ending] as const),
).map(([loss, [kind, ending]], index) => {
  const optimizer = optimizerCase(OPTIMIZERS[index % OPTIMIZERS.length] ?? 'sgd', 0.1);
  return { ...optimizer, name: `${loss} of ${kind} from ${ending} with ${optimizer.name}`, loss, kind, ending };
});

/** Row by row; spread without any pattern that a fault could hide behind. */
export function startWeights(): readonly (readonly number[])[] {
  const { inputs, hidden, outputs } = SIZES;
  return [
    spread(inputs * hidden, 1, 0.8),
    spread(hidden, 2, 0.3),
    spread(hidden * outputs, 3, 0.8),
    spread(outputs, 4, 0.3),
  ].map((values) => values.map(Math.fround));
}

export function batchInputs(batch: number): readonly number[] {
  return spread(BATCH_SIZE * SIZES.inputs, 10 + batch, 1).map(Math.fround);
}

export function batchTargets(batch: number, kind: TargetKind): readonly number[] {
  const { outputs } = SIZES;
  const raw = spread(BATCH_SIZE * outputs, 30 + batch, 1);
  if (kind === 'values') return raw.map(Math.fround);
  if (kind === 'labels') return raw.map((value) => (value > 0 ? 1 : 0));
  return raw.map((_, at) => ((Math.floor(at / outputs) + batch) % outputs === at % outputs ? 1 : 0));
}

function spread(count: number, salt: number, size: number): number[] {
  return Array.from({ length: count }, (_, at) => size * Math.sin(12.9898 * (at + 1) + 78.233 * salt));
}
