import { csvText } from '@/lib/core/csv';
import { backendsOf } from '@/lib/runs/backends-of';
import { seriesOf } from '@/lib/runs/chart/series';
import type { KeptRun, RunRecord } from '@/lib/runs/run-record';
import { FIGURES, figureOf } from '@/lib/runs/table/run-row';

/** One line a batch of every run; plain numbers. What is measured once an epoch stands in the line of its last batch. */
export function curvesCsv(runs: readonly KeptRun[]): string {
  const head = ['run', 'name', 'step', 'epoch', 'seconds', 'loss', 'score', 'validation loss', 'validation score'];
  return csvText([head, ...runs.flatMap(curveLines)]);
}

function curveLines(run: KeptRun): readonly (readonly string[])[] {
  const { id, name } = run.record;
  const along = (axis: 'epoch' | 'time') => seriesOf(run, { quantity: 'loss', axis }).xs;
  const [epochs, seconds] = [along('epoch'), along('time')];
  const atEnds = (quantity: 'validation-loss' | 'validation-score') => {
    const { xs, ys } = seriesOf(run, { quantity, axis: 'step' });
    return new Map(Array.from(xs, (x, index) => [x, ys[index] ?? Number.NaN] as const));
  };
  const [losses, scores] = [atEnds('validation-loss'), atEnds('validation-score')];
  return Array.from(run.curves.losses, (loss, index) => {
    const step = index + 1;
    const numbers = [epochs[index], seconds[index], loss, run.curves.scores[index], losses.get(step), scores.get(step)];
    return [id, name, String(step), ...numbers.map((value) => numberText(value))];
  });
}

/** One line a run, with what is known of it; `dateText`: milliseconds since 1970 as a date. */
export function runsCsv(records: readonly RunRecord[], dateText: (milliseconds: number) => string): string {
  const head = ['run', 'name', 'tags', 'note', 'began', 'status', 'data', 'backend', 'variant', ...FIGURES];
  const lines = records.map((record) => [
    record.id,
    record.name,
    record.tags.join('; '),
    record.note,
    dateText(record.createdAt),
    record.status,
    record.data.title,
    backendsOf(record),
    record.study?.variant ?? '',
    ...FIGURES.map((figure) => numberText(figureOf(record, figure) ?? undefined)),
  ]);
  return csvText([head, ...lines]);
}

function numberText(value: number | undefined): string {
  return value === undefined ? '' : String(Number(value.toPrecision(9)));
}
