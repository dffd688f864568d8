import type { Locale } from '@/lib/core/locale';
import type { Cell, Comparison } from '@/lib/analysis/compare/compare-designs';
import { KIND_SIGNS, layerName, settingsText, shapeText } from '@/lib/analysis/compare/report/cell-text';
import type { ReportWords } from '@/lib/analysis/compare/report/report-words';
import { ratioSentences, totalLines } from '@/lib/analysis/compare/report/totals-table';

interface Report {
  readonly words: ReportWords;
  readonly locale: Locale;
}

const GAP = '  ';

/** `compare`: ratios, totals, and the layers side by side. */
export function comparisonText(comparison: Comparison, report: Report): string {
  const { words } = report;
  const names = comparison.designs.map(({ name }) => name);
  const { batchSize, optimizer } = comparison.conditions;
  return [
    words.heading(names.join(', ')),
    '',
    ...ratioSentences(comparison, words),
    '',
    ...columns([
      [words.totals.figure, ...names],
      ...totalLines(comparison, words).map(({ label, cells }) => [
        label,
        ...cells.map(({ value, delta, ratio }) => [value, delta, ratio].filter((part) => part !== null).join(GAP)),
      ]),
    ]),
    '',
    ...columns([
      [words.table.row, '', ...names.flatMap((name) => [name, words.table.params])],
      ...comparison.rows.map(({ kind, cells }, index) => [
        String(index + 1),
        KIND_SIGNS[kind],
        ...cells.flatMap((cell) => layerColumns(cell, report)),
      ]),
    ]),
    '',
    ...words.conventions(batchSize, optimizer.name),
    '',
  ].join('\n');
}

function layerColumns(cell: Cell | null, { words, locale }: Report): readonly string[] {
  if (cell === null) return [words.none, ''];
  const { layer } = cell;
  const parts = [layerName(layer, locale), settingsText(layer, locale)].filter((part) => part !== '');
  return [`${parts.join(' ')} → ${shapeText(layer, words)}`, layer.params === null ? '?' : words.count(layer.params)];
}

function columns(rows: readonly (readonly string[])[]): readonly string[] {
  const [head = []] = rows;
  const widths = head.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0)));
  const line = (row: readonly string[]) =>
    widths
      .map((width, column) => (row[column] ?? '').padEnd(width))
      .join(GAP)
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join(GAP);
  return [line(head), rule, ...rows.slice(1).map(line)];
}
