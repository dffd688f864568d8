import { sameJson } from '@/lib/core/same-json';
import type { Comparison, ComparisonRow } from '@/lib/analysis/compare/compare-designs';

/** The new comparison with the earlier one's own objects for rows that have not changed, so that they are not drawn anew. */
export function reuseRows(earlier: Comparison | null, next: Comparison): Comparison {
  if (earlier === null) return next;
  const known = new Map<string, ComparisonRow>(earlier.rows.map((row) => [row.key, row]));
  const rows = next.rows.map((row) => {
    const before = known.get(row.key);
    return before !== undefined && sameJson(before, row) ? before : row;
  });
  return { ...next, rows };
}
