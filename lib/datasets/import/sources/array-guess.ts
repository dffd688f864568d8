import { elementCount } from '@/lib/core/tensor-type';
import type { ArrayOptions, Unclear } from '@/lib/datasets/import/protocol';
import { openRows, type StoredArray } from '@/lib/datasets/import/sources/array-files';
import { isOneHot } from '@/lib/datasets/import/sources/array-targets';

const TEST_NAME = /(^|[^a-z])(test|testing|val|valid|validation|t10k)([^a-z]|$)/i;
const TARGET_NAME = /(^|[^a-z])(y|label|labels|target|targets|class|classes)([^a-z]|$)/i;
/** Whole numbers with more values than this are measured, not classes. */
const MOST_NUMBER_CLASSES = 100;
const ROWS_LOOKED_AT = 2000;
const LEAST_SIDE = 8;

interface Pair {
  readonly inputs: StoredArray;
  readonly targets: StoredArray;
}

/** Null where no two arrays have the same number of samples. */
export async function suggestArrays(
  arrays: readonly StoredArray[],
): Promise<{ readonly options: ArrayOptions; readonly unclear: readonly Unclear[] } | null> {
  const tests = arrays.filter(({ name }) => TEST_NAME.test(name));
  const others = arrays.filter((array) => !tests.includes(array));
  const training = findPair(others) ?? findPair(arrays);
  if (training === null) return null;
  const test = findPair(tests.filter((array) => array !== training.inputs && array !== training.targets));
  const { inputs, targets } = training;
  const isTestLike = test !== null && isAlike(test.inputs, inputs) && isAlike(test.targets, targets);
  const { channels, isSure } = channelOrder(inputs);
  const options: ArrayOptions = {
    inputs: inputs.name,
    targets: targets.name,
    testInputs: isTestLike ? test.inputs.name : null,
    testTargets: isTestLike ? test.targets.name : null,
    targetKind: await kindOf(targets),
    channels,
    pixels: pixelsOf(inputs),
  };
  const isNamed = TARGET_NAME.test(targets.name) && !TARGET_NAME.test(inputs.name);
  return { options, unclear: [...(isNamed ? [] : ['target' as const]), ...(isSure ? [] : ['channel-order' as const])] };
}

/** The two that count the same samples: the larger is the input, but for one that is named a target. */
function findPair(arrays: readonly StoredArray[]): Pair | null {
  const named = arrays.filter(({ name }) => TARGET_NAME.test(name));
  const byNames = [...named].flatMap((targets) =>
    arrays.flatMap((inputs) => (!named.includes(inputs) && fits(inputs, targets) ? [{ inputs, targets }] : [])),
  );
  const bySizes = arrays.flatMap((targets) =>
    arrays.flatMap((inputs) =>
      inputs !== targets && fits(inputs, targets) && sizeOf(inputs) >= sizeOf(targets) ? [{ inputs, targets }] : [],
    ),
  );
  const pairs = byNames.length > 0 ? byNames : bySizes;
  return pairs.reduce<Pair | null>(
    (best, pair) => (best === null || sizeOf(pair.inputs) > sizeOf(best.inputs) ? pair : best),
    null,
  );
}

const sizeOf = ({ header }: StoredArray): number => elementCount(header.shape);
const fits = (a: StoredArray, b: StoredArray): boolean => a.header.shape[0] === b.header.shape[0];

function isAlike(a: StoredArray, b: StoredArray): boolean {
  return a.header.type === b.header.type && a.header.shape.slice(1).join() === b.header.shape.slice(1).join();
}

function channelOrder({ header }: StoredArray): { readonly channels: 'last' | 'first'; readonly isSure: boolean } {
  const [, a = 0, , c = 0, ...more] = header.shape;
  if (header.shape.length !== 4 || more.length > 0) return { channels: 'last', isSure: true };
  const [isFirst, isLast] = [a === 1 || a === 3, c === 1 || c === 3];
  return { channels: isFirst && !isLast ? 'first' : 'last', isSure: isFirst !== isLast };
}

/** Rows of bytes that make a square are pictures. */
function pixelsOf({ header }: StoredArray): ArrayOptions['pixels'] {
  const [, length = 0] = header.shape;
  const side = Math.sqrt(length);
  const isPicture =
    header.shape.length === 2 && header.type === 'uint8' && side >= LEAST_SIDE && Number.isInteger(side);
  return isPicture ? [side, side, 1] : null;
}

async function kindOf(targets: StoredArray): Promise<ArrayOptions['targetKind']> {
  const rows = await openRows(targets);
  const values: number[] = [];
  for (let row = 0; row < Math.min(rows.count, ROWS_LOOKED_AT); row += 1) values.push(...(await rows.read(row)));
  if (isOneHot(values, rows.size)) return 'classes';
  if (!values.every((value) => Number.isInteger(value))) return 'values';
  if (rows.size > 1) return values.every((value) => value === 0 || value === 1) ? 'labels' : 'values';
  return new Set(values).size <= MOST_NUMBER_CLASSES ? 'classes' : 'values';
}
