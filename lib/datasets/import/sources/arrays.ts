import { fail, succeed, type Result } from '@/lib/core/result';
import { elementCount, formatShape, sameShape, type Shape } from '@/lib/core/tensor-type';
import type { ImportFailure, SkippedFile } from '@/lib/datasets/import/import-problem';
import { fitRaster } from '@/lib/datasets/import/pictures/fit-picture';
import { suggestPicture } from '@/lib/datasets/import/pictures/suggest-picture';
import {
  DEFAULT_SPLIT,
  type ArrayOptions,
  type FoundPictures,
  type ImportOptions,
  type PictureOptions,
} from '@/lib/datasets/import/protocol';
import { openRows, type ArrayRows, type StoredArray } from '@/lib/datasets/import/sources/array-files';
import { suggestArrays } from '@/lib/datasets/import/sources/array-guess';
import { readTarget } from '@/lib/datasets/import/sources/array-targets';
import {
  ImportError,
  type OpenedSource,
  type ReadDependencies,
  type ReadSample,
  type SourcePlan,
} from '@/lib/datasets/import/source-plan';

/** Arrays whose first axis counts samples: one of inputs and one of targets, or two of each. */
export async function openArraySource(
  arrays: readonly StoredArray[],
  {
    title,
    skipped,
    deps,
  }: { readonly title: string; readonly skipped: readonly SkippedFile[]; readonly deps: ReadDependencies },
): Promise<OpenedSource> {
  const guess = await suggestArrays(arrays);
  if (guess === null) throw new ImportError(nothingToLearn(arrays, skipped));
  const { options, unclear } = guess;
  const inputs = arrays.find(({ name }) => name === options.inputs);
  const tests = arrays.find(({ name }) => name === options.testInputs);
  const pictures = inputs === undefined ? null : picturesIn(inputs, options);
  return {
    found: {
      format: 'arrays',
      counts: { training: inputs?.header.shape[0] ?? 0, test: tests?.header.shape[0] ?? null },
      classes: [],
      pictures,
      columns: [],
      arrays: arrays.map(({ name, header }) => ({ name, shape: header.shape, type: header.type })),
      skipped,
      unclear,
      suggested: {
        title,
        picture: pictures === null ? null : suggestPicture(pictures),
        keptClasses: null,
        table: null,
        arrays: options,
        split: { ...DEFAULT_SPLIT, keepsOwn: tests !== undefined },
      },
    },
    plan: (chosen) => plan(arrays, chosen, deps),
  };
}

function nothingToLearn(arrays: readonly StoredArray[], skipped: readonly SkippedFile[]): ImportFailure {
  const [first] = arrays;
  if (first === undefined) return { code: 'import/nothing-found', values: { skipped } };
  return { code: 'import/missing-part', values: { file: first.name, part: 'targets' } };
}

/** Height × width × channels, a row of features, or whatever shape the array has; channels last. */
function shapeOf({ header }: StoredArray, { channels, pixels }: ArrayOptions): Shape {
  if (pixels !== null) return pixels;
  const shape = header.shape.slice(1);
  if (shape.length === 2) return [...shape, 1];
  if (shape.length === 3 && channels === 'first') return [shape[1] ?? 1, shape[2] ?? 1, shape[0] ?? 1];
  return shape.length === 0 ? [1] : shape;
}

/** Bytes as pictures have them. */
function holdsBytes({ header }: StoredArray): boolean {
  return header.type === 'uint8';
}

function picturesIn(array: StoredArray, options: ArrayOptions): FoundPictures | null {
  const [height = 0, width = 0, channels = 0, ...more] = shapeOf(array, options);
  if (!holdsBytes(array) || more.length > 0 || (channels !== 1 && channels !== 3)) return null;
  return { smallest: [height, width], largest: [height, width], isUniform: true, channels };
}

function badOptions(detail: string): Result<never, ImportFailure> {
  return fail({ code: 'import/bad-options', values: { detail } });
}

interface Part {
  readonly inputs: ArrayRows;
  readonly name: string;
  readonly targets: Float64Array;
  readonly width: number;
}

async function plan(
  arrays: readonly StoredArray[],
  { arrays: options, picture, keptClasses }: ImportOptions,
  deps: ReadDependencies,
): Promise<Result<SourcePlan, ImportFailure>> {
  const find = (name: string | null): StoredArray | undefined => arrays.find((array) => array.name === name);
  const [inputs, targets] = [find(options?.inputs ?? null), find(options?.targets ?? null)];
  if (options === null || inputs === undefined || targets === undefined) return badOptions('arrays');
  const shape = shapeOf(inputs, options);
  if (elementCount(shape) !== elementCount(inputs.header.shape.slice(1))) return badOptions('pixels');
  if (picture !== null && picturesIn(inputs, options) === null) return badOptions('picture');
  const [testInputs, testTargets] = [find(options.testInputs), find(options.testTargets)];
  const pairs = [
    { inputs, targets },
    ...(testInputs && testTargets ? [{ inputs: testInputs, targets: testTargets }] : []),
  ];
  const parts: Part[] = [];
  for (const pair of pairs) {
    const mismatch = whatDiffers(pair, { inputs, targets });
    if (mismatch !== null) return badOptions(mismatch);
    parts.push(await openPart(pair.inputs, pair.targets, deps));
  }
  const width = parts[0]?.width ?? 1;
  const target = readTarget(joined(parts.map((part) => part.targets)), {
    name: targets.name,
    width,
    kind: options.targetKind,
    keptClasses,
  });
  if (!target.ok) return target;
  const { samples, column } = target.value;
  const training = parts[0]?.inputs.count ?? 0;
  const isFirst = inputs.header.shape.length === 4 && options.channels === 'first' && options.pixels === null;
  const hasTest = parts.length > 1;
  return succeed({
    inputShape: picture === null ? shape : [picture.height, picture.width, picture.colour === 'grey' ? 1 : 3],
    element: picture === null ? 'float32' : 'uint8',
    targets: [target.value.target],
    count: samples.length,
    columns: [column],
    isTest: hasTest ? samples.map((row) => row >= training) : null,
    skipped: [],
    nameOf: (sample) => nameOf(parts, samples[sample] ?? 0),
    read: (wanted) => readArrays(parts, wanted, { samples, shape, isFirst, picture, deps }),
  });
}

function whatDiffers(
  { inputs, targets }: { readonly inputs: StoredArray; readonly targets: StoredArray },
  first: { readonly inputs: StoredArray; readonly targets: StoredArray },
): string | null {
  const describe = ({ name, header }: StoredArray): string => `${name} ${formatShape(header.shape)}`;
  if (inputs.header.shape[0] !== targets.header.shape[0]) return `${describe(inputs)}, ${describe(targets)}`;
  for (const [own, other] of [
    [inputs, first.inputs],
    [targets, first.targets],
  ] as const) {
    const isAlike = sameShape(own.header.shape.slice(1), other.header.shape.slice(1));
    if (!isAlike || own.header.type !== other.header.type) return `${describe(own)}, ${describe(other)}`;
  }
  return null;
}

async function openPart(inputs: StoredArray, targets: StoredArray, deps: ReadDependencies): Promise<Part> {
  const rows = await openRows(targets);
  const values = new Float64Array(rows.count * rows.size);
  for (let row = 0; row < rows.count; row += 1) {
    await deps.breathe(row, rows.count);
    values.set(await rows.read(row), row * rows.size);
  }
  return { inputs: await openRows(inputs), name: inputs.name, targets: values, width: rows.size };
}

function joined(lists: readonly Float64Array[]): Float64Array {
  const all = new Float64Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const list of lists) {
    all.set(list, at);
    at += list.length;
  }
  return all;
}

function placeOf(parts: readonly Part[], row: number): { readonly part: Part; readonly row: number } {
  let rest = row;
  for (const part of parts) {
    if (rest < part.inputs.count) return { part, row: rest };
    rest -= part.inputs.count;
  }
  throw new Error('There is no such sample.');
}

function nameOf(parts: readonly Part[], sample: number): string {
  const { part, row } = placeOf(parts, sample);
  return `${part.name}[${row}]`;
}

async function* readArrays(
  parts: readonly Part[],
  wanted: readonly number[],
  {
    samples,
    shape,
    isFirst,
    picture,
    deps,
  }: {
    readonly samples: readonly number[];
    readonly shape: Shape;
    readonly isFirst: boolean;
    readonly picture: PictureOptions | null;
    readonly deps: ReadDependencies;
  },
): AsyncGenerator<ReadSample> {
  const [height = 1, width = 1, channels = 1] = shape;
  for (const [done, sample] of wanted.entries()) {
    await deps.breathe(done, wanted.length);
    const { part, row } = placeOf(parts, samples[sample] ?? 0);
    const stored = await part.inputs.read(row);
    const values = isFirst ? channelsLast(stored, channels) : stored;
    if (picture !== null && values instanceof Uint8Array) {
      yield { sample, values: fitRaster({ width, height, channels, data: values }, picture) };
    } else if (values.every((value) => Number.isFinite(value))) yield { sample, values: Float32Array.from(values) };
    else yield { sample, values: { name: `${part.name}[${row}]`, reason: 'not-a-number', detail: '' } };
  }
}

function channelsLast<T extends Uint8Array | Float32Array | Float64Array>(values: T, channels: number): T {
  const pixels = values.length / channels;
  const ordered = values.slice() as T;
  for (let at = 0; at < values.length; at += 1) {
    ordered[at] = values[(at % channels) * pixels + Math.floor(at / channels)] ?? 0;
  }
  return ordered;
}
