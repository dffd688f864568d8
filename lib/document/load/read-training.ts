import { plainName } from '@/lib/core/plain-name';
import { DEFAULT_TRAINING } from '@/lib/document/create-document';
import {
  LOSSES,
  OPTIMIZERS,
  TRAINING_BOUNDS,
  type Bounds,
  type OptimizerSettings,
  type TrainingSettings,
} from '@/lib/document/document';
import { isFiniteNumber, isRecord, type Unknown, type Warn } from '@/lib/document/load/json-shape';

/** The training settings of a file; what is missing or senseless becomes the default. */
export function readTraining(value: unknown, warn: Warn): TrainingSettings {
  const from = reader(value, 'training', warn);
  const { training: bounds } = TRAINING_BOUNDS;
  return {
    dataset: from.text('dataset', DEFAULT_TRAINING.dataset),
    loss: from.option('loss', LOSSES, DEFAULT_TRAINING.loss),
    optimizer: readOptimizer(isRecord(value) ? value.optimizer : undefined, warn),
    batchSize: from.number('batchSize', bounds.batchSize, DEFAULT_TRAINING.batchSize),
    epochs: from.number('epochs', bounds.epochs, DEFAULT_TRAINING.epochs),
    seed: from.number('seed', bounds.seed, DEFAULT_TRAINING.seed),
    dataShare: from.number('dataShare', bounds.dataShare, DEFAULT_TRAINING.dataShare),
    validationShare: from.number('validationShare', bounds.validationShare, DEFAULT_TRAINING.validationShare),
  };
}

function readOptimizer(value: unknown, warn: Warn): OptimizerSettings {
  const from = reader(value, 'training.optimizer', warn);
  const standard = DEFAULT_TRAINING.optimizer;
  const { optimizer: bounds } = TRAINING_BOUNDS;
  return {
    name: from.option('name', OPTIMIZERS, standard.name),
    learningRate: from.number('learningRate', bounds.learningRate, standard.learningRate),
    momentum: from.number('momentum', bounds.momentum, standard.momentum),
    decay: from.number('decay', bounds.decay, standard.decay),
    beta1: from.number('beta1', bounds.beta1, standard.beta1),
    beta2: from.number('beta2', bounds.beta2, standard.beta2),
    epsilon: from.number('epsilon', bounds.epsilon, standard.epsilon),
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
  return {
    text: (name: string, standard: string) =>
      entry(name, (found): found is string => typeof found === 'string' && isPlain(found), standard),
    option: <T extends string>(name: string, options: readonly T[], standard: T) =>
      entry(name, (found): found is T => options.some((option) => option === found), standard),
    number: (name: string, bounds: Bounds, standard: number) =>
      entry(name, (found): found is number => isFiniteNumber(found) && isWithin(found, bounds), standard),
  };
}

function isPlain(text: string): boolean {
  return text !== '' && text === plainName(text);
}

function isWithin(value: number, { min, max, whole }: Bounds): boolean {
  return value >= min && value <= max && (!whole || Number.isInteger(value));
}
