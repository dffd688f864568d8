import { compareDesigns, standingOf, type Comparison } from '@/lib/analysis/compare/compare-designs';
import type { Conditions } from '@/lib/analysis/compare/outline';
import type { Standing } from '@/lib/analysis/compare/rows';
import { createDocument } from '@/lib/document/create-document';
import type { Document } from '@/lib/document/document';

export const CONDITIONS: Conditions = { batchSize: 1, optimizer: createDocument('').training.optimizer };

/** The designs side by side, in this order, by the keys 0, 1, … */
export function compared(documents: readonly Document[], before: Standing = []): Comparison {
  const subjects = documents.map((document, index) => ({
    key: String(index),
    name: document.name,
    document,
    task: null,
  }));
  return compareDesigns(subjects, CONDITIONS, before);
}

/** Row by row the ids of the layers that stand side by side, '–' for none. */
export function idRows(comparison: Comparison): readonly string[] {
  return comparison.rows.map(({ cells }) => cells.map((cell) => cell?.layer.id ?? '–').join(' '));
}

/** Which layers of the second design stand beside which of the first. */
export function partners(comparison: Comparison): Readonly<Record<string, string | null>> {
  return Object.fromEntries(
    standingOf(comparison).flatMap(({ '0': left, '1': right }) => (left === undefined ? [] : [[left, right ?? null]])),
  );
}
