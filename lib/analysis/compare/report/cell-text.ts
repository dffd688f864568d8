import type { Locale } from '@/lib/core/locale';
import { formatShape } from '@/lib/core/tensor-type';
import type { ParamValue } from '@/lib/core/problem';
import { faceParams, valueText } from '@/lib/layers/face-params';
import { layerWords } from '@/lib/layers/layer-words';
import { layerDefinition } from '@/lib/layers/registry';
import type { ReceptiveField } from '@/lib/analysis/analysis';
import type { Cell, ComparisonRow } from '@/lib/analysis/compare/compare-designs';
import type { OutlineLayer } from '@/lib/analysis/compare/outline';
import type { ReportWords } from '@/lib/analysis/compare/report/report-words';

/** Signs that stand before the words, so that a difference is seen without reading and without colour. */
export const KIND_SIGNS: Readonly<Record<ComparisonRow['kind'], string>> = {
  same: '=',
  figures: '≈',
  changed: '≠',
  only: '+',
};

export type CellState = Cell['state'] | 'only';

export const STATE_SIGNS: Readonly<Record<CellState, string>> = {
  first: '',
  same: '=',
  figures: '≈',
  changed: '≠',
  only: '+',
};

/** What a layer is beside the others of its row; 'only' where there are no others. */
export function stateOf(row: ComparisonRow, cell: Cell): CellState {
  return row.cells.every((other) => other === null || other === cell) ? 'only' : cell.state;
}

export function typeName(type: string, locale: Locale): string {
  return layerWords(locale).layer(type);
}

/** The person's own name for a layer, or its type's. */
export function layerName({ title, type }: OutlineLayer, locale: Locale): string {
  return title ?? typeName(type, locale);
}

/** The parameters that stand on the layer's face, in few words: "64, 3 × 3, same". */
export function settingsText({ type, settings }: OutlineLayer, locale: Locale): string {
  const definition = layerDefinition(type);
  if (definition === null) return '';
  return faceParams(definition, settings, locale)
    .map(({ label, value, isWord }, index) => (isWord || index === 0 ? value : `${label} ${value}`))
    .join(', ');
}

/** What is set differently from the first layer of the row, one clause each. */
export function changeTexts(
  row: ComparisonRow,
  cell: Cell,
  { locale, words }: { readonly locale: Locale; readonly words: Pick<ReportWords, 'changeText' | 'typeChange'> },
): readonly string[] {
  if (cell.state !== 'changed') return [];
  const { layer } = cell;
  const first = row.cells.find((other) => other !== null)?.layer ?? layer;
  if (first.type !== layer.type) {
    return [words.typeChange(typeName(first.type, locale), typeName(layer.type, locale))];
  }
  const { field } = layerWords(locale);
  const text = (param: string, value: ParamValue) => paramText(layer, { param, value, locale });
  return cell.changes.map(({ param, before, after }) =>
    words.changeText(field(layer.type, param), text(param, before), text(param, after)),
  );
}

interface ParamToTell {
  readonly param: string;
  readonly value: ParamValue;
  readonly locale: Locale;
}

function paramText({ type }: OutlineLayer, { param, value, locale }: ParamToTell): string {
  const definition = layerDefinition(type);
  const field = definition?.fields[param];
  if (definition === null || field === undefined) return JSON.stringify(value);
  return valueText({ field, value, locale, options: definition.text[locale].options ?? {} });
}

export function shapeText({ shape }: OutlineLayer, words: Pick<ReportWords, 'unknown'>): string {
  return shape === null ? words.unknown : formatShape(shape);
}

export function fieldText(field: ReceptiveField | null, words: Pick<ReportWords, 'none' | 'whole'>): string {
  if (field === null) return words.none;
  return field.global ? words.whole : formatShape(field.size.map(rounded));
}

/** A field behind a transposed convolution may be a broken number of pixels. */
function rounded(pixels: number): number {
  return Math.round(pixels * 100) / 100;
}
