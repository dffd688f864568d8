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
import { isInUse, type SettingPath as TrainingPath } from '@/lib/runs/difference/setting-path';

/** 'optimizer.learningRate', 'dataShare': where a value stands in the training settings. */
export type SettingPath = string;
export type SettingValue = number | string | boolean;

const GROUPS = ['optimizer', 'lossOptions', 'schedule', 'gradients', 'earlyStopping', 'augmentation'] as const;
type Group = (typeof GROUPS)[number];

export interface NumericSetting {
  readonly path: SettingPath;
  readonly bounds: Bounds;
}

/** Seeds are the study's own, and its epochs are those of every run. */
const NOT_VARIED: ReadonlySet<SettingPath> = new Set(['seed', 'epochs']);

/** Every number of the training settings that a study can vary. */
export const NUMERIC_SETTINGS: readonly NumericSetting[] = [
  ...numbersOf(TRAINING_BOUNDS.training, ''),
  ...GROUPS.flatMap((group) => numbersOf(TRAINING_BOUNDS[group === 'lossOptions' ? 'loss' : group], `${group}.`)),
].filter(({ path }) => !NOT_VARIED.has(path));

function numbersOf(bounds: Readonly<Record<string, Bounds>>, prefix: string): readonly NumericSetting[] {
  return Object.entries(bounds).map(([key, of]) => ({ path: prefix + key, bounds: of }));
}

/** Settings that are one of a few words, or on and off. */
export const CHOICE_SETTINGS: Readonly<Record<SettingPath, readonly (string | boolean)[]>> = {
  'optimizer.name': OPTIMIZERS,
  loss: LOSSES,
  'schedule.name': SCHEDULES,
  'gradients.clipping': CLIPPINGS,
  normalization: NORMALIZATIONS,
  'augmentation.isOn': [true, false],
  'augmentation.flipHorizontal': [true, false],
  'augmentation.flipVertical': [true, false],
  'earlyStopping.isOn': [true, false],
};

export const SETTING_PATHS: readonly SettingPath[] = [
  ...Object.keys(CHOICE_SETTINGS),
  ...NUMERIC_SETTINGS.map(({ path }) => path),
];

/** Those that have a say in how these settings train; constants of an optimizer that is not in use have none. */
export function pathsInUse(training: TrainingSettings): readonly SettingPath[] {
  return SETTING_PATHS.filter((path) => isInUse(path as TrainingPath, training));
}

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
  return group === null ? { [key]: value } : { [group]: { ...recordOf(training, group), [key]: value } };
}

export function takes(path: SettingPath, value: SettingValue): boolean {
  const choices = CHOICE_SETTINGS[path];
  if (choices !== undefined) return typeof value !== 'number' && choices.includes(value);
  const bounds = boundsOf(path);
  if (bounds === null || typeof value !== 'number' || !Number.isFinite(value)) return false;
  return value >= bounds.min && value <= bounds.max && (!bounds.whole || Number.isInteger(value));
}

function parts(path: SettingPath): { readonly group: Group | null; readonly key: string } {
  const [first = '', key] = path.split('.');
  if (key === undefined) return { group: null, key: first };
  return { group: GROUPS.find((group) => group === first) ?? null, key };
}

function recordOf(training: TrainingSettings, group: Group | null): Readonly<Record<string, unknown>> {
  return { ...(group === null ? training : training[group]) };
}

/** What spreads over powers of ten; searches then draw its logarithm. */
export function isLogarithmic(path: SettingPath): boolean {
  const bounds = boundsOf(path);
  if (bounds === null || bounds.whole) return false;
  return path === 'optimizer.weightDecay' || (bounds.min > 0 && bounds.max / bounds.min >= 1000);
}
