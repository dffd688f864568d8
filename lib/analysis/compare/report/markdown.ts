import type { Locale } from '@/lib/core/locale';
import type { Cell, Comparison, ComparisonRow } from '@/lib/analysis/compare/compare-designs';
import { deltaInRow } from '@/lib/analysis/compare/figures';
import {
  changeTexts,
  fieldText,
  KIND_SIGNS,
  layerName,
  settingsText,
  shapeText,
  STATE_SIGNS,
  stateOf,
} from '@/lib/analysis/compare/report/cell-text';
import type { ReportWords } from '@/lib/analysis/compare/report/report-words';
import { ratioSentences, signed, totalLines, type TotalCell } from '@/lib/analysis/compare/report/totals-table';

interface Report {
  readonly words: ReportWords;
  readonly locale: Locale;
}

/** The whole comparison as a Markdown page: ratios as sentences, totals, layers side by side, how it is counted. */
export function comparisonMarkdown(comparison: Comparison, { words, locale }: Report): string {
  const names = comparison.designs.map(({ name }) => escaped(name));
  const { batchSize, optimizer } = comparison.conditions;
  return [
    `# ${words.heading(names.join(', '))}`,
    '',
    ...ratioSentences(comparison, words).map((sentence) => `- ${escaped(sentence)}`),
    ...comparison.designs.flatMap(({ hasErrors }, index) => (hasErrors ? [`- ${names[index]}: ${words.errors}`] : [])),
    '',
    `## ${words.views.totals}`,
    '',
    ...table(
      [words.totals.figure, ...names],
      totalLines(comparison, words).map(({ label, cells }) => [label, ...cells.map(totalText)]),
      '---:',
    ),
    '',
    `## ${words.views.layers}`,
    '',
    ...table(
      [words.table.row, words.table.difference, ...names],
      comparison.rows.map((row, index) => [
        String(index + 1),
        `${KIND_SIGNS[row.kind]} ${words.kinds[row.kind]}`,
        ...row.cells.map((cell, design) => cellText(row, design, { cell, words, locale })),
      ]),
      '---',
    ),
    '',
    `## ${words.conventionsTitle}`,
    '',
    ...words.conventions(batchSize, optimizer.name).map((sentence) => `- ${sentence}`),
    '',
  ].join('\n');
}

function totalText({ value, delta, ratio }: TotalCell): string {
  const notes = [delta, ratio].filter((note) => note !== null);
  return notes.length === 0 ? value : `${value} (${notes.join(', ')})`;
}

function cellText(
  row: ComparisonRow,
  design: number,
  { cell, words, locale }: Report & { readonly cell: Cell | null },
): string {
  if (cell === null) return words.none;
  const { layer } = cell;
  const sign = STATE_SIGNS[stateOf(row, cell)];
  const settings = settingsText(layer, locale);
  const figure = (name: 'params' | 'macs', label: string) => {
    const value = layer[name];
    const delta = deltaInRow(row, design, name);
    if (value === null || (value === 0 && !delta)) return [];
    return [`${label} ${words.count(value)}${delta ? ` (${signed(delta, words.count)})` : ''}`];
  };
  return [
    `${sign === '' ? '' : `${sign} `}**${escaped(layerName(layer, locale))}**${settings === '' ? '' : ` ${escaped(settings)}`}`,
    [`${words.table.output} ${shapeText(layer, words)}`, `${words.table.field} ${fieldText(layer.field, words)}`].join(
      '; ',
    ),
    ...[[...figure('params', words.table.params), ...figure('macs', words.table.macs)].join('; ')].filter(Boolean),
    ...changeTexts(row, cell, { locale, words }).map(escaped),
    ...(layer.isCounted ? [] : [words.notCounted]),
  ].join('<br>');
}

function table(head: readonly string[], rows: readonly (readonly string[])[], alignment: string): readonly string[] {
  const line = (cells: readonly string[]) => `| ${cells.join(' | ')} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? '---' : alignment))), ...rows.map(line)];
}

/** Names are people's own: what Markdown would take for a sign of its own is disarmed. */
function escaped(text: string): string {
  return text.replaceAll(/[\\|<>`*[\]]/g, (sign) => `\\${sign}`);
}
