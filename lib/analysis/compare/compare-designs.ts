import type { ParamValue } from '@/lib/core/problem';
import { sameJson } from '@/lib/core/same-json';
import { layerDefinition } from '@/lib/layers/registry';
import type { ReceptiveField } from '@/lib/analysis/analysis';
import { outlineDesign, type Conditions, type DesignTotals, type OutlineLayer } from '@/lib/analysis/compare/outline';
import type { Outline, Subject } from '@/lib/analysis/compare/outline';
import { alignOutlines, type Standing } from '@/lib/analysis/compare/rows';

/** A parameter that differs from the one of the layer it is compared with. */
export interface Change {
  readonly param: string;
  readonly before: ParamValue;
  readonly after: ParamValue;
}

/**
 * A layer beside the first one of its row: 'same': nothing differs; 'figures': set alike, but with other sizes around
 * it; 'changed': a parameter or the type differs.
 */
export interface Cell {
  readonly layer: OutlineLayer;
  readonly state: 'first' | 'same' | 'figures' | 'changed';
  /** Both layers' parameters of one name; none where the types differ. */
  readonly changes: readonly Change[];
}

export interface ComparisonRow {
  /** Stays with the row however its layers are edited. */
  readonly key: string;
  /** 'only': some designs have no layer here; otherwise the largest difference in the row. */
  readonly kind: 'same' | 'figures' | 'changed' | 'only';
  readonly cells: readonly (Cell | null)[];
}

export interface ComparedDesign {
  readonly key: string;
  readonly name: string;
  readonly hasErrors: boolean;
  readonly totals: DesignTotals;
}

/** Designs side by side; plain data. */
export interface Comparison {
  readonly designs: readonly ComparedDesign[];
  readonly rows: readonly ComparisonRow[];
  readonly conditions: Conditions;
}

/**
 * Designs side by side, layer by layer. `before` is what `standingOf` gave of an earlier comparison of designs with the
 * same keys: what stood side by side then still does.
 */
export function compareDesigns(
  subjects: readonly Subject[],
  conditions: Conditions,
  before: Standing = [],
): Comparison {
  return compareOutlines(
    subjects.map((subject) => outlineDesign(subject, conditions)),
    conditions,
    before,
  );
}

/** As `compareDesigns`, for outlines that are kept from an earlier time. */
export function compareOutlines(
  outlines: readonly Outline[],
  conditions: Conditions,
  before: Standing = [],
): Comparison {
  const rows = alignOutlines(outlines, before).map((places) =>
    describeRow(
      places.map((place, design) => (place === null ? null : (outlines[design]?.layers[place] ?? null))),
      outlines,
    ),
  );
  const names = distinctNames(outlines.map(({ name }) => name));
  const designs = outlines.map(({ key, name, hasErrors, totals }, index) => ({
    key,
    name: names[index] ?? name,
    hasErrors,
    totals,
  }));
  return { designs, rows, conditions };
}

/** Which layers stand side by side, to be kept for the next comparison. */
export function standingOf({ designs, rows }: Comparison): Standing {
  return rows.map(({ cells }) =>
    Object.fromEntries(
      cells.flatMap((cell, design) => {
        const key = designs[design]?.key;
        return cell === null || key === undefined ? [] : [[key, cell.layer.id] as const];
      }),
    ),
  );
}

function describeRow(layers: readonly (OutlineLayer | null)[], outlines: readonly Outline[]): ComparisonRow {
  const design = layers.findIndex((layer) => layer !== null);
  const first = layers[design];
  const cells = layers.map((layer, index): Cell | null => {
    if (layer === null || first === null || first === undefined) return null;
    return index === design ? { layer, state: 'first', changes: [] } : describeCell(first, layer);
  });
  return { key: `${outlines[design]?.key ?? ''} ${first?.id ?? ''}`, kind: kindOf(cells), cells };
}

function describeCell(first: OutlineLayer, layer: OutlineLayer): Cell {
  const changes = first.type === layer.type ? changesBetween(first, layer) : [];
  if (first.type !== layer.type || changes.length > 0) return { layer, state: 'changed', changes };
  return { layer, state: sameFigures(first, layer) ? 'same' : 'figures', changes };
}

/** In the order of the layer's fields. */
function changesBetween(first: OutlineLayer, layer: OutlineLayer): readonly Change[] {
  const fields = layerDefinition(layer.type)?.fields ?? {};
  const names = new Set([...Object.keys(fields), ...Object.keys(first.settings), ...Object.keys(layer.settings)]);
  return [...names].flatMap((param): readonly Change[] => {
    const before = first.settings[param] ?? fields[param]?.default;
    const after = layer.settings[param] ?? fields[param]?.default;
    return before === undefined || after === undefined || sameJson(before, after) ? [] : [{ param, before, after }];
  });
}

function sameFigures(a: OutlineLayer, b: OutlineLayer): boolean {
  return (
    a.isCounted === b.isCounted &&
    a.params === b.params &&
    a.macs === b.macs &&
    sameJson(a.shape, b.shape) &&
    sameField(a.field, b.field)
  );
}

/** Where a whole picture is seen, its size says nothing of the layer. */
function sameField(a: ReceptiveField | null, b: ReceptiveField | null): boolean {
  if (a === null || b === null) return a === b;
  return a.global === b.global && (a.global || sameJson(a.size, b.size));
}

/** Two designs of one name are told apart: "LeNet-5", "LeNet-5 (2)". */
function distinctNames(names: readonly string[]): readonly string[] {
  return names.map((name, index) => {
    const earlier = names.slice(0, index).filter((other) => other === name).length;
    return earlier === 0 ? name : `${name} (${earlier + 1})`;
  });
}

function kindOf(cells: readonly (Cell | null)[]): ComparisonRow['kind'] {
  if (cells.includes(null)) return 'only';
  const states = new Set(cells.map((cell) => cell?.state));
  return states.has('changed') ? 'changed' : states.has('figures') ? 'figures' : 'same';
}
