import { csvText } from '@/lib/core/csv';
import type { Locale } from '@/lib/core/locale';
import type { Comparison } from '@/lib/analysis/compare/compare-designs';
import { TOTAL_FIGURES } from '@/lib/analysis/compare/figures';
import {
  changeTexts,
  fieldText,
  layerName,
  settingsText,
  shapeText,
  stateOf,
  typeName,
} from '@/lib/analysis/compare/report/cell-text';
import type { ReportWords } from '@/lib/analysis/compare/report/report-words';

interface Report {
  readonly words: ReportWords;
  readonly locale: Locale;
}

/**
 * Every layer of every design as one line, with the row it stands in, so that a spreadsheet can sort, filter and sum;
 * before them the totals. Numbers are plain; memory is in bytes.
 */
export function comparisonCsv(comparison: Comparison, report: Report): string {
  return csvText([...totalRows(comparison, report), [], ...layerRows(comparison, report)]);
}

function totalRows({ designs }: Comparison, { words }: Report): readonly (readonly string[])[] {
  const isKnown = (complete: boolean, value: number) => (complete ? String(value) : words.unknown);
  return [
    [words.totals.figure, ...designs.map(({ name }) => name)],
    ...TOTAL_FIGURES.map((figure) => [
      words.totals[figure],
      ...designs.map(({ totals }) => isKnown(totals.complete, totals[figure])),
    ]),
    [words.totals.field, ...designs.map(({ totals: { field } }) => field?.join(' × ') ?? words.none)],
    [
      words.totals.outputs,
      ...designs.map(({ totals: { outputs } }) =>
        outputs.map((shape) => shape?.join(' × ') ?? words.unknown).join('; '),
      ),
    ],
  ];
}

function layerRows({ designs, rows }: Comparison, { words, locale }: Report): readonly (readonly string[])[] {
  const { table } = words;
  const number = (value: number | null) => (value === null ? words.unknown : String(value));
  const lines = rows.flatMap((row, index) =>
    row.cells.flatMap((cell, design) => {
      if (cell === null) return [];
      const { layer } = cell;
      return [
        [
          String(index + 1),
          words.kinds[row.kind],
          designs[design]?.name ?? '',
          layer.id,
          layerName(layer, locale),
          typeName(layer.type, locale),
          settingsText(layer, locale),
          shapeText(layer, words),
          number(layer.params),
          number(layer.macs),
          number(layer.memory),
          fieldText(layer.field, words),
          words.states[stateOf(row, cell)],
          changeTexts(row, cell, { locale, words }).join('; '),
        ],
      ];
    }),
  );
  const head = [
    table.row,
    table.difference,
    table.design,
    'id',
    table.layer,
    table.type,
    table.settings,
    table.output,
    table.params,
    table.macs,
    table.memory,
    table.field,
    table.state,
    table.changes,
  ];
  return [head, ...lines];
}
