import type { Locale } from '@/lib/core/locale';
import { formatShape } from '@/lib/core/tensor-type';
import { layerWords } from '@/lib/layers/layer-words';
import type { Document } from '@/lib/document/document';
import type { Analysis, ReceptiveField } from '@/lib/analysis/analysis';
import type { WorkUnit } from '@/lib/analysis/conventions';
import type { Diagnostic, Severity } from '@/lib/analysis/diagnostic';
import { cliMessages } from '@/lib/messages/cli';
import { describeFix, describeProblem } from '@/lib/messages/diagnostics';
import { formatBytes, formatCount } from '@/lib/messages/figures';
import { trainingMessages } from '@/lib/messages/training';
import { orderedNodes, type Summary } from '@/lib/cli/json-output';

type Row = readonly string[];

/** Columns that hold numbers are flush right. */
const FLUSH_RIGHT: readonly boolean[] = [false, false, false, true, true, true];
const GAP = '  ';

export function summaryText({ document, analysis, locale, work }: Summary): string {
  const messages = cliMessages[locale];
  const { layer, type, output, params, field } = messages.columns;
  const rows = orderedNodes(analysis).map((id) => layerRow(id, { analysis, locale, work }));
  const { totals } = analysis;
  const label = totals.complete ? messages.total : messages.totalSoFar;
  const total = [label, '', '', formatCount(locale, totals.params), formatWork(totals.macs, locale, work), ''];
  const { inference, training } = totals.memory;
  const { batchSize, optimizer } = document.training;
  return [
    document.name,
    '',
    ...table([layer, type, output, params, messages.columns[work], field], rows, total),
    '',
    messages.trainable(formatCount(locale, totals.trainableParams)),
    ...(totals.complete
      ? [messages.memory(batchSize, formatBytes(locale, inference), formatBytes(locale, training))]
      : []),
    messages.counting(work, trainingMessages[locale].settings.optimizers[optimizer.name]),
    '',
  ].join('\n');
}

/** One line per diagnostic, and one per mend under it. */
export function diagnosticLines(analysis: Analysis, locale: Locale): readonly string[] {
  const messages = cliMessages[locale];
  const words = layerWords(locale);
  return analysis.diagnostics.flatMap((diagnostic) => [
    `${messages.severities[diagnostic.severity]} ${diagnostic.code}${placeText(diagnostic)}: ${describeProblem(diagnostic, locale)}`,
    ...diagnostic.fixes.map(({ label }) => `    ${messages.mend}: ${describeFix(label, locale, words)}`),
  ]);
}

export function verdict(document: Document, { diagnostics, silenced }: Analysis, locale: Locale): string {
  const count = (severity: Severity) => diagnostics.filter((diagnostic) => diagnostic.severity === severity).length;
  const counts = { error: count('error'), warning: count('warning'), hint: count('hint'), silenced };
  return cliMessages[locale].verdict(document.name, counts);
}

function placeText({ place }: Diagnostic): string {
  if (place.kind === 'document') return '';
  return place.kind === 'param' ? ` (${place.node}.${place.param})` : ` (${place.node})`;
}

function formatWork(macs: number, locale: Locale, work: WorkUnit): string {
  return formatCount(locale, work === 'flops' ? 2 * macs : macs);
}

function layerRow(id: string, { analysis, locale, work }: Omit<Summary, 'document'>): Row {
  const [node, layer] = [analysis.flat.nodes[id], analysis.layers[id]];
  if (node === undefined || layer === undefined) return [id];
  return [
    node.title === undefined ? id : `${id} (${node.title})`,
    layerWords(locale).layer(node.type),
    layer.output === null ? '?' : formatShape(layer.output.shape),
    layer.output === null ? '?' : formatCount(locale, layer.params),
    layer.output === null ? '?' : formatWork(layer.macs, locale, work),
    fieldText(layer.receptiveField, locale),
  ];
}

function fieldText(field: ReceptiveField | null, locale: Locale): string {
  if (field === null) return '–';
  return field.global ? cliMessages[locale].whole : formatShape(field.size);
}

function table(head: Row, rows: readonly Row[], total: Row): readonly string[] {
  const all = [head, ...rows, total];
  const widths = head.map((_, column) => Math.max(...all.map((row) => row[column]?.length ?? 0)));
  const line = (row: Row) =>
    widths
      .map((width, column) => {
        const cell = row[column] ?? '';
        return FLUSH_RIGHT[column] ? cell.padStart(width) : cell.padEnd(width);
      })
      .join(GAP)
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join(GAP);
  return [line(head), rule, ...rows.map(line), rule, line(total)];
}
