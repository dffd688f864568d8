import { csvText } from '@/lib/core/csv';
import { formatShape } from '@/lib/core/tensor-type';
import type { Totals } from '@/lib/analysis/analysis';
import type { PanelMessages } from '@/lib/messages/panels';
import type { SummaryRow } from '@/components/summary/summary-rows';

type SummaryWords = PanelMessages['summary'];

interface SummaryToWrite {
  readonly rows: readonly SummaryRow[];
  readonly totals: Totals;
  readonly words: SummaryWords;
}

/** A table in Markdown, with the totals as its last line. Numbers are plain, so that they can be pasted and computed. */
export function summaryMarkdown(summary: SummaryToWrite): string {
  const [head = [], ...body] = cells(summary);
  const numeric = [false, false, true, true, true, true];
  const line = (row: readonly string[]) => `| ${row.map((cell) => cell.replaceAll('|', '\\|')).join(' | ')} |`;
  const rule = `| ${numeric.map((isNumeric) => (isNumeric ? '---:' : '---')).join(' | ')} |`;
  return [line(head), rule, ...body.map(line)].join('\n') + '\n';
}

/** Commas between, lines that end as RFC 4180 asks. */
export function summaryCsv(summary: SummaryToWrite): string {
  return csvText(cells(summary));
}

function cells({ rows, totals, words }: SummaryToWrite): readonly (readonly string[])[] {
  return [
    [words.layer, words.type, words.output, words.params, words.macs, words.receptiveField],
    ...rows.map((row) => [
      row.title,
      row.typeTitle,
      row.output === null ? words.unknown : formatShape(row.output),
      row.output === null ? words.unknown : String(row.params),
      row.output === null ? words.unknown : String(row.macs),
      fieldText(row, words),
    ]),
    [totals.complete ? words.total : words.totalSoFar, '', '', String(totals.params), String(totals.macs), ''],
  ];
}

export function fieldText({ receptiveField }: SummaryRow, words: SummaryWords): string {
  if (receptiveField === null) return '–';
  return receptiveField.global ? words.whole : receptiveField.size.join(' × ');
}
