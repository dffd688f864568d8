import type { Locale } from '@/lib/core/locale';
import type { Cell, Comparison, ComparisonRow } from '@/lib/analysis/compare/compare-designs';
import { ALONG_DEPTH, againstFirst, deltaInRow, fieldDeltaInRow, TOTAL_FIGURES } from '@/lib/analysis/compare/figures';
import { layerName, stateOf } from '@/lib/analysis/compare/report/cell-text';

/**
 * `compare --json`. Sizes are per sample, shapes without the batch axis; memory in bytes for `conditions.batchSize`
 * samples. `against` is each total's difference and ratio to the first design's; `rows` hold a layer, or null, per design.
 */
export function comparisonJson(comparison: Comparison, locale: Locale) {
  const [first] = comparison.designs;
  const designs = comparison.designs.map(({ name, hasErrors, totals }, index) => {
    const against = TOTAL_FIGURES.map(
      (figure) => [figure, first === undefined ? null : againstFirst(first.totals, totals, figure)] as const,
    );
    return { name, hasErrors, totals, ...(index === 0 ? {} : { against: Object.fromEntries(against) }) };
  });
  const rows = comparison.rows.map((row) => ({
    kind: row.kind,
    layers: row.cells.map((cell, design) => (cell === null ? null : cellJson(row, design, { cell, locale }))),
  }));
  return { conditions: comparison.conditions, designs, rows };
}

function cellJson(row: ComparisonRow, design: number, { cell, locale }: { cell: Cell; locale: Locale }) {
  const { id, type, shape, params, macs, memory, field, isCounted } = cell.layer;
  const deltas = ALONG_DEPTH.map((figure) => [figure, deltaInRow(row, design, figure)] as const);
  return {
    id,
    type,
    title: layerName(cell.layer, locale),
    state: stateOf(row, cell),
    changes: cell.changes,
    outputShape: shape,
    params,
    macs,
    memory,
    receptiveField: field,
    inNetwork: isCounted,
    ...(cell.state === 'first'
      ? {}
      : { deltas: { ...Object.fromEntries(deltas), receptiveField: fieldDeltaInRow(row, design) } }),
  };
}
