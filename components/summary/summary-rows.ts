import type { Locale } from '@/lib/core/locale';
import type { NodeId } from '@/lib/core/ids';
import type { Shape } from '@/lib/core/tensor-type';
import type { Analysis, ReceptiveField } from '@/lib/analysis/analysis';
import { shareOfParams } from '@/lib/analysis/totals';
import type { Document } from '@/lib/document/document';
import { flatTitle } from '@/lib/document/flat-title';
import type { Family } from '@/lib/layers/definition';
import type { IconName } from '@/lib/layers/icon-name';
import { layerDefinition } from '@/lib/layers/registry';

/** One layer's line of the summary, as numbers; null where a fault leaves them unknown. */
export interface SummaryRow {
  readonly id: NodeId;
  readonly title: string;
  readonly typeTitle: string;
  readonly family: Family;
  readonly icon: IconName;
  readonly output: Shape | null;
  readonly params: number;
  /** In [0, 1], of all parameters. */
  readonly share: number;
  readonly macs: number;
  readonly receptiveField: ReceptiveField | null;
}

/** In the order of computation, blocks written out; layers in cycles come last. */
export function summaryRows(document: Document, analysis: Analysis, locale: Locale): readonly SummaryRow[] {
  const { nodes } = analysis.flat;
  const ids = new Set([...analysis.order, ...Object.keys(nodes)]);
  return [...ids].flatMap((id): readonly SummaryRow[] => {
    const node = nodes[id];
    if (node === undefined) return [];
    const definition = layerDefinition(node.type);
    const layer = analysis.layers[id];
    const params = layer?.params ?? 0;
    return [
      {
        id,
        title: flatTitle(document, id, locale),
        typeTitle: definition?.text[locale].title ?? node.type,
        family: definition?.family ?? 'input',
        icon: definition?.icon ?? 'input',
        output: layer?.output?.shape ?? null,
        params,
        share: shareOfParams(params, analysis.totals),
        macs: layer?.macs ?? 0,
        receptiveField: layer?.receptiveField ?? null,
      },
    ];
  });
}

export type SortKey = 'order' | 'title' | 'type' | 'output' | 'params' | 'macs' | 'receptiveField';
export interface Sorting {
  readonly by: SortKey;
  readonly descending: boolean;
}

export function sortRows(
  rows: readonly SummaryRow[],
  { by, descending }: Sorting,
  locale: Locale,
): readonly SummaryRow[] {
  if (by === 'order') return descending ? [...rows].reverse() : rows;
  const sign = descending ? -1 : 1;
  return [...rows].sort((a, b) => sign * compare(a, b, { by, locale }));
}

function compare(
  a: SummaryRow,
  b: SummaryRow,
  { by, locale }: { readonly by: Exclude<SortKey, 'order'>; readonly locale: Locale },
): number {
  switch (by) {
    case 'title':
      return a.title.localeCompare(b.title, locale, { numeric: true });
    case 'type':
      return a.typeTitle.localeCompare(b.typeTitle, locale);
    case 'output':
      return elements(a.output) - elements(b.output);
    case 'params':
      return a.params - b.params;
    case 'macs':
      return a.macs - b.macs;
    case 'receptiveField':
      return area(a.receptiveField) - area(b.receptiveField);
  }
}

function elements(shape: Shape | null): number {
  return shape === null ? -1 : shape.reduce((product, size) => product * size, 1);
}

function area(field: ReceptiveField | null): number {
  if (field === null) return -1;
  return field.global ? Number.MAX_VALUE : field.size[0] * field.size[1];
}
