import { plainName } from '@/lib/core/plain-name';
import { isFiniteNumber, isRecord, type Unknown, type Warn } from '@/lib/document/load/json-shape';
import {
  CLIPPINGS,
  DEFAULT_TRAINING,
  INPUT_TARGET,
  LOSSES,
  MONITORED,
  NORMALIZATIONS,
  OPTIMIZERS,
  SCHEDULES,
  TRAINING_BOUNDS,
  type AugmentationSettings,
  type Bounds,
  type EarlyStopping,
  type GradientSettings,
  type HeadSettings,
  type LossOptions,
  type OptimizerSettings,
  type ScheduleSettings,
  type TrainingSettings,
} from '@/lib/document/training-settings';

/** The training settings of a file; what is missing or senseless becomes the default. */
export function readTraining(value: unknown, warn: Warn): TrainingSettings {
  const from = reader(value, 'training', warn);
  const parts: Unknown = isRecord(value) ? value : {};
  const { training: bounds } = TRAINING_BOUNDS;
  const standard = DEFAULT_TRAINING;
  return {
    dataset: from.text('dataset', standard.dataset),
    loss: from.option('loss', LOSSES, standard.loss),
    lossOptions: readLossOptions(parts.lossOptions, warn),
    heads: readHeads(parts.heads, warn),
    optimizer: readOptimizer(parts.optimizer, warn),
    schedule: readSchedule(parts.schedule, warn),
    gradients: readGradients(parts.gradients, warn),
    earlyStopping: readEarlyStopping(parts.earlyStopping, warn),
    frozen: from.texts('frozen', standard.frozen),
    normalization: from.option('normalization', NORMALIZATIONS, standard.normalization),
    augmentation: readAugmentation(parts.augmentation, warn),
    batchSize: from.number('batchSize', bounds.batchSize, standard.batchSize),
    epochs: from.number('epochs', bounds.epochs, standard.epochs),
    seed: from.number('seed', bounds.seed, standard.seed),
    dataShare: from.number('dataShare', bounds.dataShare, standard.dataShare),
    validationShare: from.number('validationShare', bounds.validationShare, standard.validationShare),
  };
}

function readOptimizer(value: unknown, warn: Warn): OptimizerSettings {
  const from = reader(value, 'training.optimizer', warn);
  const standard = DEFAULT_TRAINING.optimizer;
  return { name: from.option('name', OPTIMIZERS, standard.name), ...from.numbers(TRAINING_BOUNDS.optimizer, standard) };
}

function readLossOptions(value: unknown, warn: Warn): LossOptions {
  const from = reader(value, 'training.lossOptions', warn);
  const standard = DEFAULT_TRAINING.lossOptions;
  const classWeights = from.value('classWeights', areClassWeights, standard.classWeights);
  return { ...from.numbers(TRAINING_BOUNDS.loss, standard), classWeights };
}

const MOST_CLASS_WEIGHT = 1e6;

function areClassWeights(value: unknown): value is LossOptions['classWeights'] {
  if (value === 'equal' || value === 'balanced') return true;
  return (
    Array.isArray(value) &&
    value.every((factor) => isFiniteNumber(factor) && factor >= 0 && factor <= MOST_CLASS_WEIGHT)
  );
}

function readHeads(value: unknown, warn: Warn): TrainingSettings['heads'] {
  const heads = Object.entries(isRecord(value) ? value : {});
  return Object.fromEntries(heads.map(([node, head]) => [node, readHead(head, `training.heads.${node}`, warn)]));
}

function readHead(value: unknown, path: string, warn: Warn): HeadSettings {
  const from = reader(value, path, warn);
  return {
    target: from.text('target', INPUT_TARGET),
    loss: from.option('loss', LOSSES, DEFAULT_TRAINING.loss),
    weight: from.number('weight', TRAINING_BOUNDS.head.weight, 1),
  };
}

function readSchedule(value: unknown, warn: Warn): ScheduleSettings {
  const from = reader(value, 'training.schedule', warn);
  const standard = DEFAULT_TRAINING.schedule;
  return { name: from.option('name', SCHEDULES, standard.name), ...from.numbers(TRAINING_BOUNDS.schedule, standard) };
}

function readGradients(value: unknown, warn: Warn): GradientSettings {
  const from = reader(value, 'training.gradients', warn);
  const standard = DEFAULT_TRAINING.gradients;
  const clipping = from.option('clipping', CLIPPINGS, standard.clipping);
  return { clipping, ...from.numbers(TRAINING_BOUNDS.gradients, standard) };
}

function readEarlyStopping(value: unknown, warn: Warn): EarlyStopping {
  const from = reader(value, 'training.earlyStopping', warn);
  const standard = DEFAULT_TRAINING.earlyStopping;
  return {
    isOn: from.flag('isOn', standard.isOn),
    monitor: from.option('monitor', MONITORED, standard.monitor),
    ...from.numbers(TRAINING_BOUNDS.earlyStopping, standard),
  };
}

function readAugmentation(value: unknown, warn: Warn): AugmentationSettings {
  const from = reader(value, 'training.augmentation', warn);
  const standard = DEFAULT_TRAINING.augmentation;
  return {
    isOn: from.flag('isOn', standard.isOn),
    flipHorizontal: from.flag('flipHorizontal', standard.flipHorizontal),
    flipVertical: from.flag('flipVertical', standard.flipVertical),
    ...from.numbers(TRAINING_BOUNDS.augmentation, standard),
  };
}

/** Reads one record's entries by name, with a warning for each that is there but unusable. */
function reader(value: unknown, path: string, warn: Warn) {
  const entries: Unknown = isRecord(value) ? value : {};
  if (value !== undefined && !isRecord(value)) warn({ code: 'file/bad-part', values: { part: path } });
  function entry<T>(name: string, isUsable: (found: unknown) => found is T, standard: T): T {
    const found = entries[name];
    if (isUsable(found)) return found;
    if (found !== undefined) warn({ code: 'file/bad-part', values: { part: `${path}.${name}` } });
    return standard;
  }
  const number = (name: string, bounds: Bounds, standard: number) =>
    entry(name, (found): found is number => isFiniteNumber(found) && isWithin(found, bounds), standard);
  return {
    value: entry,
    flag: (name: string, standard: boolean) =>
      entry(name, (found): found is boolean => typeof found === 'boolean', standard),
    texts: (name: string, standard: readonly string[]) => entry(name, areTexts, standard),
    text: (name: string, standard: string) =>
      entry(name, (found): found is string => typeof found === 'string' && isPlain(found), standard),
    option: <T extends string>(name: string, options: readonly T[], standard: T) =>
      entry(name, (found): found is T => options.some((option) => option === found), standard),
    number,
    /** Every number that has bounds. */
    numbers<K extends string>(bounds: Readonly<Record<K, Bounds>>, standard: Readonly<Record<NoInfer<K>, number>>) {
      const names = Object.keys(bounds) as K[];
      const read = names.map((name) => [name, number(name, bounds[name], standard[name])] as const);
      return Object.fromEntries(read) as Record<K, number>;
    },
  };
}

function areTexts(value: unknown): value is readonly string[] {
  return Array.isArray(value) && value.every((text) => typeof text === 'string');
}

function isPlain(text: string): boolean {
  return text !== '' && text === plainName(text);
}

function isWithin(value: number, { min, max, whole }: Bounds): boolean {
  return value >= min && value <= max && (!whole || Number.isInteger(value));
}
