import type { Dataset, Statistics, Target } from '@/lib/datasets/dataset';
import type { SkippedFile } from '@/lib/datasets/import/import-problem';
import type { Balance, FoundFormat, KeptDescription } from '@/lib/datasets/import/protocol';

/** What a kept data set says of itself, read back from storage; how it was made is no longer needed. */
export type ReadDescription = Omit<KeptDescription, 'options'>;

type Fields = Readonly<Record<string, unknown>>;

const FORMATS: readonly FoundFormat[] = ['folders', 'idx', 'cifar', 'table', 'table-of-pictures', 'arrays', 'camera'];

/** Null where the parts that everything rests on are missing or of another kind: it is then not offered. */
export function readDescription(id: string, kept: unknown): ReadDescription | null {
  const { dataset: told, balance, format, skipped } = fieldsOf(kept);
  const dataset = readDataset(id, told);
  if (dataset === null) return null;
  return {
    dataset,
    balance: readBalance(balance),
    format: FORMATS.find((known) => known === format) ?? 'folders',
    skipped: readSkipped(skipped),
  };
}

function readDataset(id: string, told: unknown): Dataset | null {
  const { title, inputShape, element, targets, training, test, source, statistics, isSynthetic } = fieldsOf(told);
  const shape = numbersOf(inputShape);
  const [first, ...others] = listOf(targets).flatMap((target) => readTarget(target) ?? []);
  const [trained, tested] = [fieldsOf(training)['count'], fieldsOf(test)['count']];
  const isSound = shape !== null && shape.length > 0 && shape.every((size) => Number.isInteger(size) && size > 0);
  if (!isSound || first === undefined || !isCount(trained) || !isCount(tested)) return null;
  const bytes = fieldsOf(source)['bytes'];
  return {
    id,
    title: typeof title === 'string' && title !== '' ? title : id,
    inputShape: shape,
    element: element === 'float32' ? 'float32' : 'uint8',
    targets: [first, ...others],
    training: { count: trained },
    test: { count: tested },
    source: { kind: 'kept', bytes: isCount(bytes) ? bytes : 0 },
    statistics: readStatistics(statistics),
    isSynthetic: isSynthetic === true,
    licence: null,
  };
}

function readTarget(target: unknown): Target | null {
  const { kind, name, classes, labels, columns } = fieldsOf(target);
  if (typeof name !== 'string') return null;
  if (kind === 'classes') return { kind, name, classes: textsOf(classes) };
  if (kind === 'labels') return { kind, name, labels: textsOf(labels) };
  return kind === 'values' ? { kind, name, columns: textsOf(columns) } : null;
}

function readStatistics(told: unknown): Statistics | null {
  const [mean, deviation] = [numbersOf(fieldsOf(told)['mean']), numbersOf(fieldsOf(told)['deviation'])];
  return mean === null || deviation === null ? null : { mean, deviation };
}

function readBalance(told: unknown): Balance {
  const { names, training, test } = fieldsOf(told);
  return { names: textsOf(names), training: numbersOf(training) ?? [], test: numbersOf(test) ?? [] };
}

function readSkipped(told: unknown): KeptDescription['skipped'] {
  const { count, first } = fieldsOf(told);
  return {
    count: isCount(count) ? count : 0,
    first: listOf(first).filter((file): file is SkippedFile => typeof fieldsOf(file)['name'] === 'string'),
  };
}

function fieldsOf(value: unknown): Fields {
  return typeof value === 'object' && value !== null ? (value as Fields) : {};
}

function listOf(value: unknown): readonly unknown[] {
  return Array.isArray(value) ? value : [];
}

function textsOf(value: unknown): readonly string[] {
  return listOf(value).map(String);
}

function numbersOf(value: unknown): readonly number[] | null {
  const list = listOf(value);
  return Array.isArray(value) && list.every((one) => typeof one === 'number') ? (list as readonly number[]) : null;
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isSafeInteger(value) && value >= 0;
}
