import type { NodeId } from '@/lib/core/ids';
import type { Outline } from '@/lib/analysis/compare/outline';
import { align } from '@/lib/analysis/compare/align';
import { createSimilarity, NO_COUNTERPART, type Looks, type Similarity } from '@/lib/analysis/compare/similarity';

/** Which layers stood side by side: row by row, the layer of each design by the design's key. */
export type Standing = readonly Readonly<Record<string, NodeId>>[];

/** Far above what any likeness is worth, far below what forbids a pair. */
const STAYS = 1000;

interface Member {
  readonly looks: Looks;
  /** The row it stood in before; null for a layer that was not there. */
  readonly stood: number | null;
}

/** A row while it is being put together: per design its layer, or null. */
interface Row {
  readonly members: readonly (Member | null)[];
  readonly stood: number | null;
}

/**
 * Lays designs side by side: the second beside the first, the third beside the rows of both, and so on. Layers that
 * stood side by side `before` still do, however they have been edited, and what stood apart stays apart; only layers
 * that are new find their places anew. Gives, row by row, the index of each design's layer.
 */
export function alignOutlines(outlines: readonly Outline[], before: Standing): readonly (readonly (number | null)[])[] {
  const similarity = createSimilarity();
  const stood = indexStanding(before);
  const rows = outlines.reduce<readonly Row[]>(
    (known, outline, place) => addColumn(known, membersOf(outline, similarity, stood), { place, similarity }),
    [],
  );
  const places = outlines.map(({ layers }) => new Map(layers.map((layer, index) => [layer, index])));
  return rows.map(({ members }) =>
    members.map((member, design) => (member === null ? null : (places[design]?.get(member.looks.layer) ?? null))),
  );
}

function membersOf(outline: Outline, similarity: Similarity, stood: ReadonlyMap<string, number>): readonly Member[] {
  return similarity
    .looksOf(outline.layers)
    .map((looks) => ({ looks, stood: stood.get(standingKey(outline.key, looks.layer.id)) ?? null }));
}

interface Column {
  readonly place: number;
  readonly similarity: Similarity;
}

function addColumn(rows: readonly Row[], column: readonly Member[], { place, similarity }: Column): readonly Row[] {
  const empty: readonly null[] = Array.from({ length: place }, () => null);
  const score = (left: number, right: number) => {
    const [row, member] = [rows[left], column[right]];
    return row === undefined || member === undefined ? NO_COUNTERPART : worth(row, member, similarity);
  };
  return align({ left: rows.length, right: column.length, score }).map(([left, right]) => {
    const row = left === null ? undefined : rows[left];
    const member = right === null ? null : (column[right] ?? null);
    return { members: [...(row?.members ?? empty), member], stood: row?.stood ?? member?.stood ?? null };
  });
}

/** What a layer has in common with those of a row, on average. */
function worth(row: Row, member: Member, { score }: Similarity): number {
  let [sum, count] = [0, 0];
  for (const other of row.members) {
    if (other === null) continue;
    sum += score(other.looks, member.looks);
    count += 1;
  }
  const likeness = count === 0 || sum <= NO_COUNTERPART / 10 ? NO_COUNTERPART : sum / count;
  if (row.stood === null || member.stood === null) return likeness;
  return row.stood === member.stood ? Math.max(likeness, 0) + STAYS : NO_COUNTERPART;
}

function indexStanding(before: Standing): ReadonlyMap<string, number> {
  return new Map(
    before.flatMap((row, index) => Object.entries(row).map(([key, id]) => [standingKey(key, id), index] as const)),
  );
}

function standingKey(design: string, id: NodeId): string {
  return `${design}\n${id}`;
}
