import {
  DEFAULT_TRAINING,
  TRAINING_BOUNDS,
  type Bounds,
  type OptimizerName,
  type TrainingSettings,
} from '@/lib/document/training-settings';

/** Where a number stands in the settings: a record of them, or 'training' for the settings themselves. */
const RECORDS = {
  optimizer: 'optimizer',
  loss: 'lossOptions',
  schedule: 'schedule',
  gradients: 'gradients',
  earlyStopping: 'earlyStopping',
} as const;

type AllBounds = typeof TRAINING_BOUNDS;
type Part = 'training' | keyof typeof RECORDS;

/** A number of the settings, as data: its part and name say its value, bounds, default and texts. */
export type NumberSpec = {
  readonly [P in Part]: {
    readonly part: P;
    readonly name: keyof AllBounds[P] & string;
    /** A share that people read in percent. */
    readonly isPercent?: true;
  };
}[Part];

export function numberOf(settings: TrainingSettings, { part, name }: NumberSpec): number {
  const record = part === 'training' ? settings : settings[RECORDS[part]];
  const value: unknown = Object.entries(record).find(([key]) => key === name)?.[1];
  if (typeof value !== 'number') throw new Error(`There is no number ${part}.${name}.`);
  return value;
}

export function standardOf(spec: NumberSpec): number {
  return numberOf(DEFAULT_TRAINING, spec);
}

export function boundsOf({ part, name }: NumberSpec): Bounds {
  const bounds: Readonly<Record<string, Bounds>> = TRAINING_BOUNDS[part];
  const found = bounds[name];
  if (found === undefined) throw new Error(`There are no bounds of ${part}.${name}.`);
  return found;
}

/** The settings that change with this number. */
export function withNumber(
  settings: TrainingSettings,
  { part, name }: NumberSpec,
  value: number,
): Partial<TrainingSettings> {
  if (part === 'training') return { [name]: value };
  return { [RECORDS[part]]: { ...settings[RECORDS[part]], [name]: value } };
}

type Constant = keyof AllBounds['optimizer'] & string;

/** Which constants each optimizer reads, besides the learning rate and the weight decay. */
const CONSTANTS: Readonly<Record<OptimizerName, readonly Constant[]>> = {
  sgd: [],
  momentum: ['momentum'],
  nesterov: ['momentum'],
  rmsprop: ['decay', 'epsilon'],
  adagrad: ['initialAccumulator', 'epsilon'],
  adadelta: ['rho', 'epsilon'],
  adam: ['beta1', 'beta2', 'epsilon'],
  adamw: ['beta1', 'beta2', 'epsilon'],
  adamax: ['beta1', 'beta2', 'epsilon'],
  lion: ['beta1', 'lionBeta2'],
};

export function optimizerSpecs(name: OptimizerName): readonly NumberSpec[] {
  const names: readonly Constant[] = ['learningRate', ...CONSTANTS[name], 'weightDecay'];
  return names.map((constant) => ({ part: 'optimizer', name: constant }));
}

export const RUN_SPECS: readonly NumberSpec[] = [
  { part: 'training', name: 'epochs' },
  { part: 'training', name: 'batchSize' },
  { part: 'training', name: 'dataShare', isPercent: true },
  { part: 'training', name: 'validationShare', isPercent: true },
  { part: 'training', name: 'seed' },
];
