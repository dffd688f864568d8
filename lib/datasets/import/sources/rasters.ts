import { fail, succeed } from '@/lib/core/result';
import type { Target } from '@/lib/datasets/dataset';
import { buffered, type ByteSource } from '@/lib/datasets/import/byte-source';
import type { SkippedFile } from '@/lib/datasets/import/import-problem';
import { fitRaster } from '@/lib/datasets/import/pictures/fit-picture';
import {
  DEFAULT_SPLIT,
  type FoundFormat,
  type ImportOptions,
  type PictureOptions,
} from '@/lib/datasets/import/protocol';
import { countClasses, planClasses, unclearClasses } from '@/lib/datasets/import/sources/class-plan';
import type { OpenedSource, ReadDependencies, ReadSample, SourcePlan } from '@/lib/datasets/import/source-plan';
import { pickTargets, type TargetColumn } from '@/lib/datasets/target-column';

/** Pictures of one size in files of raw bytes, one after another: what IDX and CIFAR's own files hold. */
export interface RasterPart {
  readonly path: string;
  readonly source: ByteSource;
  readonly count: number;
  /** Where the first sample starts, and how many bytes there are from one to the next. */
  readonly offset: number;
  readonly stride: number;
  readonly isTest: boolean;
  /** The label in every target of every sample. */
  readonly labels: readonly Uint16Array[];
}

export interface RasterSource {
  readonly format: FoundFormat;
  readonly title: string;
  readonly height: number;
  readonly width: number;
  readonly channels: 1 | 3;
  /** Whether all of one channel comes before the next. */
  readonly isPlanar: boolean;
  readonly targets: readonly [RasterTarget, ...RasterTarget[]];
  readonly parts: readonly RasterPart[];
  readonly skipped: readonly SkippedFile[];
}

export interface RasterTarget {
  readonly name: string;
  readonly classes: readonly string[];
}

export function openRasters(source: RasterSource, deps: ReadDependencies): OpenedSource {
  const { height, width, channels, parts, targets } = source;
  const [first] = targets;
  const labelsOf = (target: number): Uint16Array =>
    joinLabels(parts.map(({ labels }) => labels[target] ?? new Uint16Array()));
  const labels = labelsOf(0);
  const starts = startsOf(parts);
  const partOf = (sample: number): number => partAt(starts, sample);
  const tests = parts.reduce((sum, { isTest, count }) => sum + (isTest ? count : 0), 0);
  const hasTest = tests > 0 && tests < labels.length;
  const isTest = (sample: number): boolean => hasTest && parts[partOf(sample)]?.isTest === true;
  const classes = countClasses(first.classes, labels, isTest);
  const size = [height, width] as const;
  return {
    found: {
      format: source.format,
      counts: { training: labels.length - (hasTest ? tests : 0), test: hasTest ? tests : null },
      classes,
      pictures: { smallest: size, largest: size, isUniform: true, channels },
      columns: [],
      arrays: [],
      skipped: source.skipped,
      unclear: unclearClasses(classes),
      suggested: suggest(source, hasTest),
    },
    plan: async ({ picture, keptClasses }) => {
      if (picture === null) return fail({ code: 'import/bad-options', values: { detail: 'picture' } });
      const plan = planClasses(first.classes, labels, keptClasses);
      if (!plan.ok) return plan;
      const { samples } = plan.value;
      const others = targets.slice(1).map((target, at) => otherTarget(target, labelsOf(at + 1), samples));
      const planned: SourcePlan = {
        inputShape: [picture.height, picture.width, picture.colour === 'grey' ? 1 : 3],
        element: 'uint8',
        targets: [
          { kind: 'classes', name: first.name, classes: plan.value.names },
          ...others.map(({ target }) => target),
        ],
        count: samples.length,
        columns: [plan.value.column, ...others.map(({ column }) => column)],
        isTest: hasTest ? samples.map(isTest) : null,
        skipped: [],
        nameOf: (sample) => {
          const part = partOf(samples[sample] ?? 0);
          return `${parts[part]?.path ?? ''}:${(samples[sample] ?? 0) - (starts[part] ?? 0) + 1}`;
        },
        read: (wanted) => readRasters(source, wanted, { samples, starts, picture, deps }),
      };
      return succeed(planned);
    },
  };
}

function suggest({ title, height, width, channels }: RasterSource, hasTest: boolean): ImportOptions {
  return {
    title,
    picture: { height, width, colour: channels === 1 ? 'grey' : 'rgb', fit: 'cover' },
    keptClasses: null,
    table: null,
    arrays: null,
    split: { ...DEFAULT_SPLIT, keepsOwn: hasTest },
  };
}

function joinLabels(lists: readonly Uint16Array[]): Uint16Array {
  const all = new Uint16Array(lists.reduce((sum, { length }) => sum + length, 0));
  let at = 0;
  for (const labels of lists) {
    all.set(labels, at);
    at += labels.length;
  }
  return all;
}

function startsOf(parts: readonly RasterPart[]): readonly number[] {
  let start = 0;
  return parts.map(({ count }) => (start += count) - count);
}

/** The last part that starts at or before the sample. */
function partAt(starts: readonly number[], sample: number): number {
  let part = starts.length - 1;
  while (part > 0 && (starts[part] ?? 0) > sample) part -= 1;
  return part;
}

function otherTarget(
  { name, classes }: RasterTarget,
  labels: Uint16Array,
  samples: readonly number[],
): { readonly target: Target; readonly column: TargetColumn } {
  const column: TargetColumn = { kind: 'classes', width: classes.length, classes: labels };
  return { target: { kind: 'classes', name, classes }, column: pickTargets(column, samples) };
}

async function* readRasters(
  { parts, height, width, channels, isPlanar }: RasterSource,
  wanted: readonly number[],
  {
    samples,
    starts,
    picture,
    deps,
  }: {
    readonly samples: readonly number[];
    readonly starts: readonly number[];
    readonly picture: PictureOptions;
    readonly deps: ReadDependencies;
  },
): AsyncGenerator<ReadSample> {
  const sources = parts.map(({ source }) => buffered(source));
  const bytes = height * width * channels;
  for (const [done, sample] of wanted.entries()) {
    await deps.breathe(done, wanted.length);
    const number = samples[sample] ?? 0;
    const at = partAt(starts, number);
    const [part, source] = [parts[at], sources[at]];
    if (part === undefined || source === undefined) throw new Error('There is no such sample.');
    const from = part.offset + (number - (starts[at] ?? 0)) * part.stride;
    const stored = await source.read(from, from + bytes);
    const data = isPlanar ? interleaved(stored, channels) : stored;
    yield { sample, values: fitRaster({ width, height, channels, data }, picture) };
  }
}

/** All reds, all greens, all blues → pixel by pixel. */
function interleaved(planes: Uint8Array, channels: number): Uint8Array {
  const pixels = planes.length / channels;
  return Uint8Array.from(planes, (_, at) => planes[(at % channels) * pixels + Math.floor(at / channels)] ?? 0);
}
