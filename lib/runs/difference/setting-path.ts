import type { TrainingSettings } from '@/lib/document/training-settings';

type Leaf<T, P extends string> = T extends string | number | boolean | readonly unknown[]
  ? P
  : string extends keyof T
    ? P
    : { [K in keyof T & string]: Leaf<T[K], P extends '' ? K : `${P}.${K}`> }[keyof T & string];

/** Where one value of the training settings stands: 'batchSize', 'optimizer.learningRate'. */
export type SettingPath = Leaf<TrainingSettings, ''>;

/** Records whose keys are the design's own: compared as one value. */
const WHOLE: ReadonlySet<string> = new Set(['heads', 'frozen', 'lossOptions.classWeights']);

/** Every value of the settings, in their order. */
export function settingEntries(settings: TrainingSettings): readonly (readonly [SettingPath, unknown])[] {
  return entriesOf(settings, '') as readonly (readonly [SettingPath, unknown])[];
}

function entriesOf(value: object, above: string): readonly (readonly [string, unknown])[] {
  return Object.entries(value).flatMap(([key, inner]: [string, unknown]) => {
    const path = above === '' ? key : `${above}.${key}`;
    const isGroup = typeof inner === 'object' && inner !== null && !Array.isArray(inner) && !WHOLE.has(path);
    return isGroup ? entriesOf(inner, path) : [[path, inner] as const];
  });
}

/** Which constants an optimizer reads besides its learning rate and weight decay. */
const CONSTANTS: Readonly<Record<string, readonly string[]>> = {
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

const SCHEDULE: Readonly<Record<string, readonly string[]>> = {
  constant: [],
  step: ['factor', 'every', 'floor'],
  exponential: ['factor', 'floor'],
  cosine: ['floor'],
  plateau: ['factor', 'patience', 'floor'],
};

/** Whether the value has a say in how these settings train: constants of what is not in use have none. */
export function isInUse(path: SettingPath, settings: TrainingSettings): boolean {
  const [group = '', key = ''] = path.split('.');
  switch (group) {
    case 'optimizer':
      return ['name', 'learningRate', 'weightDecay', ...(CONSTANTS[settings.optimizer.name] ?? [])].includes(key);
    case 'schedule':
      return ['name', 'warmup', ...(SCHEDULE[settings.schedule.name] ?? [])].includes(key);
    case 'gradients':
      return key !== 'clipAt' || settings.gradients.clipping !== 'none';
    case 'earlyStopping':
      return key === 'isOn' || settings.earlyStopping.isOn;
    case 'augmentation':
      return key === 'isOn' || settings.augmentation.isOn;
    case 'lossOptions':
      return key !== 'huberDelta' || (settings.loss as string) === 'huber';
    default:
      return true;
  }
}
