import {
  CLIPPINGS,
  LOSSES,
  NORMALIZATIONS,
  OPTIMIZERS,
  SCHEDULES,
  TRAINING_BOUNDS,
  type Bounds,
  type TrainingSettings,
} from '@/lib/document/training-settings';

/** 'optimizer.learningRate', 'training.dataShare': a group of the training settings and a key in it. */
export type SettingPath = string;
export type SettingValue = number | string | boolean;

const GROUPS = ['training', 'optimizer', 'loss', 'schedule', 'gradients', 'earlyStopping', 'augmentation'] as const;
type Group = (typeof GROUPS)[number];

export interface NumericSetting {
  readonly path: SettingPath;
  readonly bounds: Bounds;
}

/** Seeds are the study's own, and its epochs are those of every run. */
const NOT_VARIED: ReadonlySet<SettingPath> = new Set(['training.seed', 'training.epochs']);

/** Every number of the training settings that a study can vary. */
export const NUMERIC_SETTINGS: readonly NumericSetting[] = GROUPS.flatMap((group) =>
  Object.entries<Bounds>(TRAINING_BOUNDS[group])
    .map(([key, bounds]): NumericSetting => ({ path: `${group}.${key}`, bounds }))
    .filter(({ path }) => !NOT_VARIED.has(path)),
);

/** Settings that are one of a few words, or on and off. */
export const CHOICE_SETTINGS: Readonly<Record<SettingPath, readonly (string | boolean)[]>> = {
  'optimizer.name': OPTIMIZERS,
  'training.loss': LOSSES,
  'schedule.name': SCHEDULES,
  'gradients.clipping': CLIPPINGS,
  'training.normalization': NORMALIZATIONS,
  'augmentation.isOn': [true, false],
  'augmentation.flipHorizontal': [true, false],
  'augmentation.flipVertical': [true, false],
  'earlyStopping.isOn': [true, false],
};

export const SETTING_PATHS: readonly SettingPath[] = [
  ...Object.keys(CHOICE_SETTINGS),
  ...NUMERIC_SETTINGS.map(({ path }) => path),
];

export function boundsOf(path: SettingPath): Bounds | null {
  return NUMERIC_SETTINGS.find((setting) => setting.path === path)?.bounds ?? null;
}

export function readSetting(training: TrainingSettings, path: SettingPath): SettingValue | null {
  const { group, key } = parts(path);
  const value = recordOf(training, group)[key];
  return typeof value === 'number' || typeof value === 'string' || typeof value === 'boolean' ? value : null;
}

/** What to merge into the settings; null: there is no such setting, or it does not take this value. */
export function settingChange(
  training: TrainingSettings,
  path: SettingPath,
  value: SettingValue,
): Partial<TrainingSettings> | null {
  if (!takes(path, value)) return null;
  const { group, key } = parts(path);
  if (group === 'training') return { [key]: value };
  return { [fieldOf(group)]: { ...recordOf(training, group), [key]: value } };
}

export function takes(path: SettingPath, value: SettingValue): boolean {
  const choices = CHOICE_SETTINGS[path];
  if (choices !== undefined) return typeof value !== 'number' && choices.includes(value);
  const bounds = boundsOf(path);
  if (bounds === null || typeof value !== 'number' || !Number.isFinite(value)) return false;
  return value >= bounds.min && value <= bounds.max && (!bounds.whole || Number.isInteger(value));
}

function parts(path: SettingPath): { readonly group: Group; readonly key: string } {
  const [first, key = ''] = path.split('.');
  return { group: GROUPS.find((group) => group === first) ?? 'training', key };
}

function fieldOf(group: Exclude<Group, 'training'>): keyof TrainingSettings {
  return group === 'loss' ? 'lossOptions' : group;
}

function recordOf(training: TrainingSettings, group: Group): Readonly<Record<string, unknown>> {
  const found: unknown = group === 'training' ? training : training[fieldOf(group)];
  return { ...(found as object) };
}

/** What spreads over powers of ten; searches then draw its logarithm. */
export function isLogarithmic(path: SettingPath): boolean {
  const bounds = boundsOf(path);
  if (bounds === null || bounds.whole) return false;
  return path === 'optimizer.weightDecay' || (bounds.min > 0 && bounds.max / bounds.min >= 1000);
}
