import { sameJson } from '@/lib/core/same-json';
import { compareOutlines, type Change } from '@/lib/analysis/compare/compare-designs';
import type { Outline, OutlineLayer } from '@/lib/analysis/compare/outline';
import { DEFAULT_TRAINING } from '@/lib/document/training-settings';
import type { LayerDifference } from '@/lib/runs/difference/difference';

/** One row of two designs side by side. */
interface Row {
  readonly before: OutlineLayer | null;
  readonly after: OutlineLayer | null;
  readonly changes: readonly Change[];
}

const CONDITIONS = { batchSize: 1, optimizer: DEFAULT_TRAINING.optimizer };

/** In what the layers of one design differ from another's; what happens to several layers alike is told once. */
export function layerDifferences(base: Outline, other: Outline): readonly LayerDifference[] {
  const rows = rowsOf(base, other);
  const used = new Set<Row>();
  const stacks = rows.flatMap((row, index) => stackAt(rows, { row, index, used }));
  const rest = rows.filter((row) => !used.has(row));
  const changes = rest.flatMap((row) => changesOf(row));
  const removed = aloneIn(rest, 'removed', other);
  const added = aloneIn(rest, 'added', base);
  return merge([...stacks, ...removed, ...changes, ...added]).sort((a, b) => rankOf(a) - rankOf(b));
}

function rowsOf(base: Outline, other: Outline): readonly Row[] {
  const twins = [
    { ...base, key: 'before' },
    { ...other, key: 'after' },
  ];
  return compareOutlines(twins, CONDITIONS).rows.flatMap(({ cells: [left, right] }): readonly Row[] => {
    const before = left?.layer.isCounted === true ? left.layer : null;
    const after = right?.layer.isCounted === true ? right.layer : null;
    return before === null && after === null ? [] : [{ before, after, changes: right?.changes ?? [] }];
  });
}

interface Place {
  readonly row: Row;
  readonly index: number;
  readonly used: Set<Row>;
}

/** A layer that changed in one value, beside new layers of its type with that value: all of them are marked as used. */
function stackAt(rows: readonly Row[], { row, index, used }: Place): readonly LayerDifference[] {
  const { before, after, changes } = row;
  const change = changes.find(({ param }) => after?.windows.includes(param));
  if (before === null || after === null || change === undefined || used.has(row)) return [];
  const around = [...newOnes(rows, index, -1), ...newOnes(rows, index, 1)];
  const twins = around.filter(
    ({ after: layer }) => layer?.type === after.type && sameJson(layer.settings[change.param], change.after),
  );
  if (twins.length === 0) return [];
  // What stands between the layers of a stack belongs to it: its activations and normalizations.
  for (const each of [row, ...around]) {
    if (each === row || twins.includes(each) || (each.after !== null && isCompanion(each.after))) used.add(each);
  }
  const { param, before: old, after: now } = change;
  return [
    { kind: 'stacked', type: after.type, param, before: old, after: now, times: twins.length + 1, count: 1 },
    ...restOf(row, change),
  ];
}

function restOf({ after, changes }: Row, told: Change): readonly LayerDifference[] {
  if (after === null) return [];
  return changes
    .filter((change) => change !== told)
    .map((change) => ({ kind: 'changed', type: after.type, title: after.title, count: 1, ...change }));
}

/** The rows near a place, in one direction, that hold new layers only; activations that stayed are passed over. */
function newOnes(rows: readonly Row[], from: number, step: 1 | -1): readonly Row[] {
  const found: Row[] = [];
  for (let at = from + step; ; at += step) {
    const row = rows[at];
    if (row === undefined) return found;
    if (row.before === null) found.push(row);
    else if (row.after === null || !isCompanion(row.after)) return found;
  }
}

/** What goes with the layer before it. */
function isCompanion({ family }: OutlineLayer): boolean {
  return family === 'activation' || family === 'normalization';
}

function changesOf(row: Row): readonly LayerDifference[] {
  const { before, after, changes } = row;
  if (before === null || after === null) return [];
  if (before.type !== after.type) return [{ kind: 'replaced', before: before.type, after: after.type, count: 1 }];
  return changes.map((change) => ({ kind: 'changed', type: after.type, title: after.title, count: 1, ...change }));
}

/** `others`: the design that lacks the layers. */
function aloneIn(rows: readonly Row[], kind: 'removed' | 'added', others: Outline): readonly LayerDifference[] {
  const side = kind === 'removed' ? 'before' : 'after';
  const there = new Set(others.layers.filter(({ isCounted }) => isCounted).map(({ family }) => family));
  let follows = false;
  return rows.flatMap((row): readonly LayerDifference[] => {
    const layer = row[side];
    const isAlone = layer !== null && row[side === 'before' ? 'after' : 'before'] === null;
    if (!isAlone) {
      follows = false;
      return [];
    }
    const { type, family } = layer;
    const goesWith = follows && isCompanion(layer);
    follows = goesWith || layer.nature === 'affine';
    return [{ kind, type, family, isWhole: family !== null && !there.has(family), count: 1, follows: goesWith }];
  });
}

/** Alike in everything but the count. */
function merge(list: readonly LayerDifference[]): LayerDifference[] {
  const merged = new Map<string, LayerDifference>();
  for (const difference of list) {
    const key = JSON.stringify(signOf(difference));
    const known = merged.get(key);
    if (known === undefined) merged.set(key, difference);
    else merged.set(key, together(known, difference));
  }
  return [...merged.values()];
}

function signOf(difference: LayerDifference): unknown {
  // Of a family that goes as a whole, the types do not matter.
  if ((difference.kind === 'removed' || difference.kind === 'added') && difference.isWhole) {
    return [difference.kind, difference.family, difference.follows];
  }
  return { ...difference, count: 0, title: null };
}

function together(known: LayerDifference, next: LayerDifference): LayerDifference {
  const count = known.count + next.count;
  return known.kind === 'changed' ? { ...known, title: null, count } : { ...known, count };
}

function rankOf(difference: LayerDifference): number {
  const isMinor = (difference.kind === 'removed' || difference.kind === 'added') && difference.follows;
  return isMinor ? 1 : 0;
}
