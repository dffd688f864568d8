import type { Locale } from '@/lib/core/locale';
import { readDocument } from '@/lib/document/load';
import type { Study, StudyJob } from '@/lib/runs/study/study';
import { backendsOf } from '@/lib/runs/backends-of';
import { isInUse, settingEntries } from '@/lib/runs/difference/setting-path';
import { formatCount } from '@/lib/messages/figures';
import { studiesMessages } from '@/lib/messages/studies';
import type { JobResult } from '@/lib/runs/study/study';
import type { ReportBlock } from '@/lib/runs/study/report/write-report';
import { planVariant } from '@/lib/runs/study/plan-variant';
import { taskOf } from '@/lib/state/task-of';
import { figureSvg } from '@/lib/runs/study/report/figure';
import { CURVE_MEASURES, studyLines } from '@/lib/runs/study/report/study-lines';
import { rankVariants, type Ranking } from '@/lib/runs/study/ranking';
import { MEASURES, studyResults, valueOf, type Measure, type VariantResult } from '@/lib/runs/study/results';
import {
  changesText,
  leftOutText,
  measureText,
  repairsText,
  settingName,
  settingValue,
  spreadText,
} from '@/components/study/study-words';

export interface ReportFacts {
  readonly locale: Locale;
  readonly versions: { readonly shapeflow: string; readonly tensorflow: string };
}

/** What was run, on what, and what came out of it. */
export function reportBlocks(study: Study, facts: ReportFacts): readonly ReportBlock[] {
  return [
    { kind: 'heading', level: 1, text: study.name },
    text(studiesMessages[facts.locale].report.madeOn(new Date(study.createdAt).toISOString().slice(0, 10))),
    ...whatWasRun(study, facts.locale),
    ...whatItRanOn(study, facts),
    ...whatCameOut(study, facts.locale),
  ];
}

function whatWasRun(study: Study, locale: Locale): readonly ReportBlock[] {
  const words = studiesMessages[locale].report;
  const runs = resultsOf(study);
  const layers = Object.keys(study.base.nodes).length;
  const params = paramsOfBase(study);
  const data = [...new Set(runs.flatMap(({ data: of }) => dataTexts(of, locale)))];
  return [
    heading(2, words.what),
    heading(3, words.base),
    text(words.baseText(study.base.name, layers, params === null ? '–' : formatCount(locale, params))),
    heading(3, words.variants),
    variantTable(study, locale),
    text([words.seeds(study.seeds.join(', ')), words.epochs(study.epochs), ...halvingText(study, locale)].join(' ')),
    heading(3, words.data),
    ...(data.length === 0 ? [text(words.noData)] : data.map(text)),
    heading(3, words.settings),
    { kind: 'table', head: [words.setting, words.value], rows: settingRows(study, locale) },
  ];
}

/** The last rung is the end, after which nobody goes on. */
function halvingText({ halving }: Study, locale: Locale): readonly string[] {
  const rungs = halving?.rungs.slice(0, -1) ?? [];
  if (halving === null || rungs.length === 0) return [];
  return [studiesMessages[locale].report.halving(halving.eta, rungs.join(', '))];
}

/** Of the base itself, which a search does not run. */
function paramsOfBase({ base }: Study): number | null {
  const read = readDocument(base, base.name);
  if (!read.ok) return null;
  const plan = planVariant(read.value.document, [], taskOf(read.value.document));
  return plan.kind === 'ready' ? plan.params : null;
}

function dataTexts({ title, training, validation, test, isSynthetic }: JobResult['data'], locale: Locale) {
  const words = studiesMessages[locale].report;
  const [a, b, c] = [training, validation, test].map((count) => formatCount(locale, count));
  return [words.dataText(title, a ?? '', b ?? '', c ?? ''), ...(isSynthetic ? [words.synthetic] : [])];
}

function variantTable({ variants }: Study, locale: Locale): ReportBlock {
  const words = studiesMessages[locale];
  const rows = variants.map(({ name, changes, plan }) => {
    const params = plan.kind === 'ready' ? formatCount(locale, plan.params) : words.results.none;
    const note = plan.kind === 'ready' ? repairNote(plan.repairs, locale) : leftOutNote(plan.reason, changes, locale);
    return [name, [changesText(changes, locale), ...note].join('. '), params];
  });
  return { kind: 'table', head: [words.results.variant, words.report.difference, words.results.params], rows };
}

type Plan = Study['variants'][number]['plan'];

function repairNote(repairs: Extract<Plan, { kind: 'ready' }>['repairs'], locale: Locale): readonly string[] {
  return repairs.length === 0 ? [] : [repairsText(repairs, locale)];
}

function leftOutNote(...[reason, changes, locale]: Parameters<typeof leftOutText>): readonly string[] {
  return [`${studiesMessages[locale].leftOut.title}: ${leftOutText(reason, changes, locale)}`];
}

const TOLD_ELSEWHERE: ReadonlySet<string> = new Set(['seed', 'epochs', 'dataset']);

/** Those that have a say. */
function settingRows({ base }: Study, locale: Locale): readonly (readonly string[])[] {
  return settingEntries(base.training)
    .filter(([path]) => !TOLD_ELSEWHERE.has(path) && isInUse(path, base.training))
    .flatMap(([path, value]) =>
      typeof value === 'object' && value !== null
        ? Object.keys(value).length === 0
          ? []
          : [[settingName(path, locale), JSON.stringify(value)]]
        : [[settingName(path, locale), settingValue(value as string | number | boolean, locale)]],
    );
}

function whatItRanOn(study: Study, { locale, versions }: ReportFacts): readonly ReportBlock[] {
  const words = studiesMessages[locale].report;
  const runs = resultsOf(study);
  const backends = [...new Set(runs.map(backendsOf).filter((names) => names !== ''))].join(', ');
  const machines = [...new Set(runs.map(({ machine }) => machineText(machine, locale)))];
  return [
    heading(2, words.on),
    ...(backends === '' ? [] : [text(`${words.backend}: ${backends}.`)]),
    ...machines.map((machine) => text(`${words.machine}: ${machine}.`)),
    text(words.versions(versions.shapeflow, versions.tensorflow)),
  ];
}

function machineText({ userAgent, cores, gibibytes, renderer }: JobResult['machine'], locale: Locale): string {
  const words = studiesMessages[locale].report;
  const parts = [
    userAgent,
    cores === null ? null : words.cores(cores),
    gibibytes === null ? null : words.memory(gibibytes),
    renderer,
  ];
  return parts.filter((part) => part !== null).join('; ');
}

function whatCameOut(study: Study, locale: Locale): readonly ReportBlock[] {
  const words = studiesMessages[locale];
  const results = studyResults(study);
  const ranking = rankVariants(results);
  return [
    heading(2, words.report.out),
    text(`${words.results.caption}.`),
    resultTable(results, locale),
    ...(ranking === null ? [] : rankingBlocks(ranking, locale)),
    ...figures(study, locale),
    heading(3, words.report.allRuns),
    runTable(study.jobs, locale),
  ];
}

/** Measures that nobody has are no columns. */
export function measuresOf(results: readonly VariantResult[]): readonly Measure[] {
  return MEASURES.filter((measure) => results.some(({ values }) => values[measure] !== null));
}

function resultTable(results: readonly VariantResult[], locale: Locale): ReportBlock {
  const words = studiesMessages[locale].results;
  const measures = measuresOf(results);
  const rows = results.map(({ variant, params, values, epochs }) => [
    variant.name,
    String(values.loss?.n ?? 0),
    String(epochs),
    ...measures.map((measure) => spreadText(measure, values[measure], locale)),
    params === null ? words.none : formatCount(locale, params),
  ]);
  const names = measures.map((measure) => words.measures[measure]);
  const { epochsDone } = studiesMessages[locale].report;
  return { kind: 'table', head: [words.variant, 'n', epochsDone, ...names, words.params], rows };
}

/** The order of the variants in sentences that say no more than was measured. */
export function rankingBlocks(ranking: Ranking, locale: Locale): readonly ReportBlock[] {
  const { ranking: words, results } = studiesMessages[locale];
  const { measure, places, isFew, isUnequal } = ranking;
  const items = places.map(({ name, spread }) =>
    words.place(name, `${spreadText(measure, spread, locale)} (${results.n(spread.n)})`),
  );
  const ranges = places.flatMap(({ name, overlapsNext }, at) => {
    const next = places[at + 1];
    if (next === undefined || overlapsNext === null) return [];
    return [overlapsNext ? words.overlap(name, next.name) : words.apart(name, next.name)];
  });
  const notes = [...(isFew ? [words.few] : []), ...ranges, words.caution];
  return [
    heading(3, words.title),
    text(words.by(results.measures[measure])),
    { kind: 'list', items },
    text([...notes, ...(isUnequal ? [words.unequal] : [])].join(' ')),
  ];
}

function figures(study: Study, locale: Locale): readonly ReportBlock[] {
  const words = studiesMessages[locale];
  const drawn = CURVE_MEASURES.map((measure) => ({ measure, lines: studyLines(study, measure) })).filter(({ lines }) =>
    lines.some(({ series }) => series.xs.length > 0),
  );
  const made = drawn.map(({ measure, lines }, at): ReportBlock => {
    const caption = words.report.figure(at + 1, words.results.measures[measure]);
    const formatValue = (value: number) => String(Number(value.toPrecision(6)));
    return {
      kind: 'figure',
      caption,
      svg: figureSvg(lines, { title: caption, epoch: words.results.epoch, formatValue }),
    };
  });
  return made.length === 0 ? [] : [...made, text(words.results.band)];
}

function runTable(jobs: readonly StudyJob[], locale: Locale): ReportBlock {
  const { report, results, statuses } = studiesMessages[locale];
  const isError = jobs.some(({ result }) => result?.learns === 'values');
  const shown: readonly Measure[] = ['loss', 'validationLoss', isError ? 'testError' : 'testAccuracy', 'seconds'];
  const rows = jobs.map(({ variant, seed, status, result, failure }) => [
    variant,
    String(seed),
    failure === null ? statuses[status] : `${statuses[status]}: ${failure}`,
    String(result?.epochs.length ?? 0),
    ...shown.map((measure) => {
      const value = result === null ? null : valueOf(result, measure);
      return value === null ? results.none : measureText(measure, value, locale);
    }),
  ]);
  const names = shown.map((measure) => results.measures[measure]);
  return {
    kind: 'table',
    head: [results.variant, report.seed, report.status, report.epochsDone, ...names],
    rows,
  };
}

function resultsOf({ jobs }: Study): readonly JobResult[] {
  return jobs.flatMap(({ result }) => result ?? []);
}

function heading(level: 2 | 3, words: string): ReportBlock {
  return { kind: 'heading', level, text: words };
}

function text(words: string): ReportBlock {
  return { kind: 'text', text: words };
}
