import { csvText } from '@/lib/core/csv';
import type { RunsMessages } from '@/lib/messages/runs';
import type { RunRecord } from '@/lib/runs/run-record';
import { FIGURES, isScoreFigure, type Figure } from '@/lib/runs/table/run-row';
import type { Value, ValuesRow } from '@/lib/runs/table/values-table';

interface Reading {
  readonly t: RunsMessages;
  /** What the scores are of. */
  readonly learns: RunRecord['learns'];
}

/** A figure as it is read everywhere in the panel. */
export function figureText(figure: Figure, value: number | null, { t, learns }: Reading): string {
  if (value === null) return t.values.none;
  switch (figure) {
    case 'loss':
    case 'validationLoss':
    case 'testLoss':
      return t.loss(value);
    case 'score':
    case 'validationScore':
    case 'testScore':
      return learns === 'values' ? t.loss(value) : t.score(value);
    case 'seconds':
      return t.time(value);
    case 'params':
    case 'epochs':
      return t.count(Math.round(value));
  }
}

/** "0.1234", or "0.1234 ± 0.0056 (n = 3)". */
export function valueText(figure: Figure, value: Value | null, t: RunsMessages): string {
  if (value === null) return t.values.none;
  const reading = { t, learns: value.learns };
  const mean = figureText(figure, value.mean, reading);
  return value.count < 2 ? mean : t.chart.spread(mean, figureText(figure, value.deviation, reading), value.count);
}

/** "+0.0123", "−0.50 pp" (percentage points), with its sign; empty where there is nothing to compare. */
export function deltaText(figure: Figure, value: Value | null, t: RunsMessages): string {
  if (value === null || value.delta === null) return '';
  const sign = value.delta < 0 ? '−' : value.delta > 0 ? '+' : '±';
  const size = Math.abs(value.delta);
  const { learns } = value;
  const isShare = isScoreFigure(figure) && learns !== 'values';
  return `${sign}${isShare ? t.points(size) : figureText(figure, size, { t, learns })}`;
}

export interface NamedRow extends ValuesRow {
  readonly name: string;
}

interface Told {
  readonly t: RunsMessages;
  /** Figures that any of the rows has. */
  readonly figures: readonly Figure[];
}

export function valuesMarkdown(rows: readonly NamedRow[], { t, figures }: Told): string {
  const line = (cells: readonly string[]) => `| ${cells.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const head = [t.values.run, ...figures.map((figure) => t.list.columns[figure])];
  const body = rows.map(({ name, values, isBaseline }) => [
    isBaseline ? `**${name}**` : name,
    ...figures.map((figure) => {
      const delta = deltaText(figure, values[figure], t);
      return `${valueText(figure, values[figure], t)}${delta === '' ? '' : ` (${delta})`}`;
    }),
  ]);
  const rule = ['---', ...figures.map(() => '--:')];
  return `${[head, rule, ...body].map(line).join('\n')}\n`;
}

/** Plain numbers: mean, deviation, how many, and the difference to the baseline, of every figure. */
export function valuesCsv(rows: readonly NamedRow[], { t, figures }: Told): string {
  const head = figures.flatMap((figure) => {
    const name = t.list.columns[figure];
    return [name, `${name} ±`, `${name} n`, `${name} Δ`];
  });
  const number = (value: number | null | undefined) => (value === null || value === undefined ? '' : String(value));
  const body = rows.map(({ name, values }) => [
    name,
    ...figures.flatMap((figure) => {
      const value = values[figure];
      return [number(value?.mean), number(value?.deviation), number(value?.count), number(value?.delta)];
    }),
  ]);
  return csvText([[t.values.run, ...head], ...body]);
}

/** Those that at least one row knows. */
export function knownFigures(rows: readonly ValuesRow[]): readonly Figure[] {
  return FIGURES.filter((figure) => rows.some(({ values }) => values[figure] !== null));
}
