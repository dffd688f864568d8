import type { Json } from '@/lib/core/json';
import { backendsOf } from '@/lib/runs/backends-of';
import type { RunId, RunRecord, RunStatus } from '@/lib/runs/run-record';

/** What runs end with, and what they took; each a number, or null where it is not known. */
export const FIGURES = [
  'loss',
  'score',
  'validationLoss',
  'validationScore',
  'testLoss',
  'testScore',
  'params',
  'epochs',
  'seconds',
] as const;
export type Figure = (typeof FIGURES)[number];

/** Of which less is better whatever is learned. */
const LESS_IS_BETTER: readonly Figure[] = ['loss', 'validationLoss', 'testLoss'];

export function figureOf({ last, test, params, epochs, outcome }: RunRecord, figure: Figure): number | null {
  switch (figure) {
    case 'loss':
      return last?.loss ?? null;
    case 'score':
      return last?.accuracy ?? null;
    case 'validationLoss':
      return last?.validationLoss ?? null;
    case 'validationScore':
      return last?.validationAccuracy ?? null;
    case 'testLoss':
      return test?.loss ?? null;
    case 'testScore':
      return test?.accuracy ?? null;
    case 'params':
      return params;
    case 'epochs':
      return epochs;
    case 'seconds':
      return outcome?.seconds ?? null;
  }
}

export const WORD_COLUMNS = ['name', 'variant', 'data', 'status', 'backend', 'tags', 'note'] as const;
export type WordColumn = (typeof WORD_COLUMNS)[number];
/** What the list can be sorted by; 'date': when the run began. */
export type SortKey = Figure | WordColumn | 'date';

export interface Sorting {
  readonly by: SortKey;
  readonly descending: boolean;
}

export interface Filter {
  /** Words that all have to stand somewhere in the run: its name, tags, note, data, variant. */
  readonly text: string;
  readonly tag: string | null;
  /** The design that was open. */
  readonly design: string | null;
  readonly status: RunStatus | null;
}

export const EVERY_RUN: Filter = { text: '', tag: null, design: null, status: null };

export function filterRuns(runs: readonly RunRecord[], { text, tag, design, status }: Filter): readonly RunRecord[] {
  const words = fold(text).split(/\s+/).filter(Boolean);
  return runs.filter((run) => {
    if (tag !== null && !run.tags.includes(tag)) return false;
    if (design !== null && run.design !== design) return false;
    if (status !== null && run.status !== status) return false;
    const all = fold([run.name, ...run.tags, run.note, run.data.title, run.study?.variant ?? ''].join('\n'));
    return words.every((word) => all.includes(word));
  });
}

/** Without accents and capitals, so that "ket qua" finds "Kết quả". */
function fold(text: string): string {
  return text
    .normalize('NFD')
    .replaceAll(/[\u0300-\u036f]/g, '')
    .replaceAll(/[đĐ]/g, 'd')
    .toLowerCase();
}

/** What is not known stands last, whichever way the others are sorted; equals keep the newest first. */
export function sortRuns(runs: readonly RunRecord[], { by, descending }: Sorting): readonly RunRecord[] {
  const sign = descending ? -1 : 1;
  return [...runs].sort((a, b) => {
    const [left, right] = [keyOf(a, by), keyOf(b, by)];
    if (isMissing(left) || isMissing(right)) return Number(isMissing(left)) - Number(isMissing(right));
    const order =
      typeof left === 'number' && typeof right === 'number' ? left - right : String(left).localeCompare(String(right));
    return order === 0 ? b.createdAt - a.createdAt : sign * order;
  });
}

function keyOf(run: RunRecord, by: SortKey): Json {
  switch (by) {
    case 'name':
      return run.name;
    case 'variant':
      return run.study?.variant ?? null;
    case 'data':
      return run.data.title;
    case 'status':
      return run.status;
    case 'backend':
      return backendsOf(run) || null;
    case 'tags':
      return run.tags.join(', ');
    case 'note':
      return run.note;
    case 'date':
      return run.createdAt;
    default:
      return figureOf(run, by);
  }
}

function isMissing(value: Json): boolean {
  return value === null || value === '' || Number.isNaN(value);
}

/** `learns`: what the runs' scores are of. */
export function isBetter(figure: Figure, delta: number, learns: RunRecord['learns']): boolean | null {
  if (delta === 0) return null;
  if (LESS_IS_BETTER.includes(figure)) return delta < 0;
  if (!isScoreFigure(figure)) return null;
  return learns === 'values' ? delta < 0 : delta > 0;
}

/** A share of right answers, or where values are learned how far they are off. */
export function isScoreFigure(figure: Figure): boolean {
  return figure === 'score' || figure === 'validationScore' || figure === 'testScore';
}

/** Runs that are told apart by their seed only, or one by itself. */
export interface RunGroup {
  readonly key: string;
  readonly runs: readonly RunId[];
}

/** In the order of each group's first run; `signatures`: equal for runs that differ by their seed only. */
export function groupRuns(runs: readonly RunId[], signatures: ReadonlyMap<RunId, string>): readonly RunGroup[] {
  const groups = new Map<string, RunId[]>();
  for (const id of runs) {
    const key = signatures.get(id) ?? id;
    const known = groups.get(key);
    if (known === undefined) groups.set(key, [id]);
    else known.push(id);
  }
  return [...groups].map(([key, members]) => ({ key, runs: members }));
}
