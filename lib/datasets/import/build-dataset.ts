import { fail, succeed, type Result } from '@/lib/core/result';
import { elementCount } from '@/lib/core/tensor-type';
import { targetNames, type Dataset, type Target } from '@/lib/datasets/dataset';
import type { ImportFailure, SkippedFile } from '@/lib/datasets/import/import-problem';
import { LEAST_SAMPLES, MOST_NAMED_SKIPS } from '@/lib/datasets/import/limits';
import { createMeasure } from '@/lib/datasets/import/measure';
import type {
  Balance,
  FoundFormat,
  ImportOptions,
  ImportProgress,
  KeptDescription,
} from '@/lib/datasets/import/protocol';
import type { SourcePlan } from '@/lib/datasets/import/source-plan';
import { stratifiedSplit, type Split } from '@/lib/datasets/import/split';
import { pickTargets, targetBytes, type TargetColumn } from '@/lib/datasets/target-column';

/** Where samples go; nothing of them is seen before they are all there. */
export interface SampleSink {
  write(split: 'training' | 'test', bytes: Uint8Array<ArrayBuffer>): Promise<void>;
}

export interface BuiltDataset {
  readonly description: KeptDescription;
  readonly targets: Readonly<Record<'training' | 'test', readonly TargetColumn[]>>;
  readonly targetBytes: number;
}

/** Bytes gathered before they are written. */
const WRITE_BYTES = 2 ** 22;

export function splitPlan({ columns, count, isTest }: SourcePlan, options: ImportOptions['split']): Split {
  if (options.keepsOwn && isTest !== null) {
    const all = Array.from({ length: count }, (_, sample) => sample);
    return { training: all.filter((sample) => !isTest[sample]), test: all.filter((sample) => isTest[sample]) };
  }
  const [first] = columns;
  const strata = first?.kind === 'classes' ? first.classes : new Int32Array(count).fill(-1);
  return stratifiedSplit(strata, options);
}

/** What keeping it takes, if no sample is broken. */
export function bytesOf(plan: SourcePlan): number {
  const sampleBytes = elementCount(plan.inputShape) * (plan.element === 'uint8' ? 1 : 4);
  return plan.count * sampleBytes + plan.columns.reduce((sum, column) => sum + targetBytes(column), 0);
}

/** Refuses what cannot be trained on. */
export function checkPlan(plan: SourcePlan, { title, picture, split }: ImportOptions): ImportFailure | null {
  const detail = badOption({ title, picture, split });
  if (detail !== null) return { code: 'import/bad-options', values: { detail } };
  if (plan.count >= LEAST_SAMPLES) return null;
  return { code: 'import/too-few-samples', values: { count: plan.count, least: LEAST_SAMPLES } };
}

function badOption({ picture, split }: Pick<ImportOptions, 'title' | 'picture' | 'split'>): string | null {
  const isSize = (size: number): boolean => Number.isInteger(size) && size >= 1 && size <= 1024;
  if (picture !== null && !(isSize(picture.height) && isSize(picture.width))) return 'picture';
  return split.testShare >= 0.01 && split.testShare <= 0.9 ? null : 'split';
}

export function balanceOf(
  target: Target,
  column: TargetColumn | undefined,
  split: Readonly<Record<'training' | 'test', readonly number[]>>,
): Balance {
  const count = (samples: readonly number[]): readonly number[] => {
    const counts = new Array<number>(targetNames(target).length).fill(0);
    for (const sample of samples) {
      if (column?.kind === 'classes') {
        const label = column.classes[sample] ?? 0;
        counts[label] = (counts[label] ?? 0) + 1;
      } else {
        for (const [at, sum] of counts.entries()) counts[at] = sum + (column?.values[sample * counts.length + at] ?? 0);
      }
    }
    return counts;
  };
  if (target.kind === 'values') return { names: [], training: [], test: [] };
  return { names: targetNames(target), training: count(split.training), test: count(split.test) };
}

/** Reads every sample once, test samples too, and writes it; statistics are of the training samples. */
export async function buildDataset(
  plan: SourcePlan,
  {
    id,
    options,
    format,
    skipped: earlier,
    sink,
    onProgress,
  }: {
    readonly id: string;
    readonly options: ImportOptions;
    readonly format: FoundFormat;
    readonly skipped: readonly SkippedFile[];
    readonly sink: SampleSink;
    readonly onProgress: (progress: ImportProgress) => void;
  },
): Promise<Result<BuiltDataset, ImportFailure>> {
  const refused = checkPlan(plan, options);
  if (refused !== null) return fail(refused);
  const split = splitPlan(plan, options.split);
  const isTest = new Set(split.test);
  const measure = createMeasure(channelsOf(plan), plan.element);
  const kept = { training: [] as number[], test: [] as number[] };
  const skipped = [...earlier, ...plan.skipped];
  const buffers = { training: bufferedSink('training', sink), test: bufferedSink('test', sink) };
  let done = 0;
  for await (const { sample, values } of plan.read(Array.from({ length: plan.count }, (_, at) => at))) {
    done += 1;
    onProgress({ phase: 'writing', done, total: plan.count });
    if ('reason' in values) {
      skipped.push(values);
      continue;
    }
    const name = isTest.has(sample) ? 'test' : 'training';
    if (name === 'training') measure.add(values);
    kept[name].push(sample);
    await buffers[name].write(new Uint8Array(values.buffer, values.byteOffset, values.byteLength));
  }
  await buffers.training.flush();
  await buffers.test.flush();
  const problem = whatIsLeft(plan, kept);
  if (problem !== null) return fail(problem);
  return succeed(describe(plan, { id, options, format, skipped, kept, measure }));
}

function channelsOf({ inputShape }: SourcePlan): number {
  return inputShape.at(-1) ?? 1;
}

function bufferedSink(
  split: 'training' | 'test',
  sink: SampleSink,
): { write(bytes: Uint8Array<ArrayBuffer>): Promise<void>; flush(): Promise<void> } {
  let held: Uint8Array<ArrayBuffer> = new Uint8Array(WRITE_BYTES);
  let length = 0;
  async function flush(): Promise<void> {
    // The sink may keep what it is given.
    if (length > 0) await sink.write(split, held.slice(0, length));
    length = 0;
  }
  return {
    async write(bytes) {
      if (length + bytes.length > held.length) await flush();
      if (bytes.length > held.length) held = new Uint8Array(bytes.length);
      held.set(bytes, length);
      length += bytes.length;
    },
    flush,
  };
}

/** Broken files may have taken a whole class, or everything. */
function whatIsLeft(
  plan: SourcePlan,
  { training, test }: Readonly<Record<'training' | 'test', readonly number[]>>,
): ImportFailure | null {
  const count = training.length + test.length;
  if (training.length === 0 || test.length === 0) {
    return { code: 'import/too-few-samples', values: { count, least: LEAST_SAMPLES } };
  }
  const [column] = plan.columns;
  const [target] = plan.targets;
  if (column?.kind !== 'classes' || target.kind !== 'classes') return null;
  const left = new Set(training.map((sample) => column.classes[sample] ?? 0));
  const [only = 0] = left;
  return left.size > 1 ? null : { code: 'import/one-class', values: { name: target.classes[only] ?? '' } };
}

function describe(
  plan: SourcePlan,
  {
    id,
    options,
    format,
    skipped,
    kept,
    measure,
  }: {
    readonly id: string;
    readonly options: ImportOptions;
    readonly format: FoundFormat;
    readonly skipped: readonly SkippedFile[];
    readonly kept: Readonly<Record<'training' | 'test', readonly number[]>>;
    readonly measure: ReturnType<typeof createMeasure>;
  },
): BuiltDataset {
  const [first, ...others] = plan.targets;
  const [column, ...otherColumns] = plan.columns;
  const { target, column: dense } = withoutEmptyClasses(first, column, [...kept.training, ...kept.test]);
  const columns = [dense, ...otherColumns].filter((each) => each !== undefined);
  const targets = {
    training: columns.map((each) => pickTargets(each, kept.training)),
    test: columns.map((each) => pickTargets(each, kept.test)),
  };
  const bytes = [...targets.training, ...targets.test].reduce((sum, each) => sum + targetBytes(each), 0);
  const sampleBytes = elementCount(plan.inputShape) * (plan.element === 'uint8' ? 1 : 4);
  const dataset: Dataset = {
    id,
    title: options.title,
    inputShape: plan.inputShape,
    element: plan.element,
    targets: [target, ...others],
    training: { count: kept.training.length },
    test: { count: kept.test.length },
    source: { kind: 'kept', bytes: bytes + sampleBytes * (kept.training.length + kept.test.length) },
    statistics: measure.result(),
    isSynthetic: false,
    licence: null,
  };
  const description: KeptDescription = {
    dataset,
    balance: balanceOf(target, dense, kept),
    format,
    options,
    skipped: { count: skipped.length, first: skipped.slice(0, MOST_NAMED_SKIPS) },
  };
  return { description, targets, targetBytes: bytes };
}

/** A class of which every file was broken is none. */
function withoutEmptyClasses(
  target: Target,
  column: TargetColumn | undefined,
  kept: readonly number[],
): { readonly target: Target; readonly column: TargetColumn | undefined } {
  if (column?.kind !== 'classes' || target.kind !== 'classes') return { target, column };
  const used = new Set(kept.map((sample) => column.classes[sample] ?? 0));
  if (used.size === target.classes.length) return { target, column };
  let next = 0;
  const places = target.classes.map((_, label) => (used.has(label) ? next++ : 0));
  const classes = target.classes.filter((_, label) => used.has(label));
  return {
    target: { ...target, classes },
    column: { ...column, width: classes.length, classes: column.classes.map((label) => places[label] ?? 0) },
  };
}
