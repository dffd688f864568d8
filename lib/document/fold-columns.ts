import type { NodeId } from '@/lib/core/ids';
import type { DocumentEdge, Position } from '@/lib/document/document';
import { COLUMN_GAP, GRID, NODE_HEIGHT, NODE_WIDTH, ROW_GAP } from '@/lib/document/node-size';

/** The layers at one height; `x` is a layer's centre. */
export type Rank = readonly { readonly id: NodeId; readonly x: number }[];

/** Width to height of the space a design is usually seen in: a window less its side panels. */
const ASPECT = 1.5;
/** No folding for designs that fit this height at full size. */
const COMFORTABLE_HEIGHT = 600;
/** A last column of so few layers looks left behind; it must win this much to be worth it. */
const FEW_ROWS = 3;
const FEW_ROWS_FACTOR = 1.15;
/** One column reads best: what fits a little less well stays together. */
const FOLD_FACTOR = 1.2;
const PITCH = NODE_HEIGHT + ROW_GAP;

interface Column {
  readonly ranks: readonly Rank[];
  readonly left: number;
  readonly width: number;
}

/**
 * Places ranks one below another and starts a new column, like a page of text, where only one edge would be cut. Takes
 * as many columns as make the whole appear largest in a window of the usual shape.
 */
export function foldColumns(
  ranks: readonly Rank[],
  edges: readonly DocumentEdge[],
): Readonly<Record<NodeId, Position>> {
  const columns = bestColumns(ranks, cuttable(ranks, edges));
  const positions: Record<NodeId, Position> = {};
  let left = 0;
  for (const column of columns) {
    column.ranks.forEach((rank, row) => {
      for (const { id, x } of rank) {
        const offset = x - NODE_WIDTH / 2 - column.left;
        positions[id] = { x: toGrid(left + offset), y: row * PITCH };
      }
    });
    left += column.width + COLUMN_GAP;
  }
  return positions;
}

function toGrid(length: number): number {
  return Math.round(length / GRID) * GRID;
}

/** For each rank: may a column end after it? Only where at most one edge leads on. */
function cuttable(ranks: readonly Rank[], edges: readonly DocumentEdge[]): readonly boolean[] {
  const rankOf = new Map(ranks.flatMap((rank, index) => rank.map(({ id }) => [id, index] as const)));
  const starts = new Array<number>(ranks.length + 1).fill(0);
  for (const { source, target } of edges) {
    const [from, to] = [rankOf.get(source) ?? 0, rankOf.get(target) ?? 0].sort((a, b) => a - b);
    starts[from ?? 0] = (starts[from ?? 0] ?? 0) + 1;
    starts[to ?? 0] = (starts[to ?? 0] ?? 0) - 1;
  }
  let crossing = 0;
  return ranks.map((_, index) => {
    crossing += starts[index] ?? 0;
    return crossing <= 1;
  });
}

function bestColumns(ranks: readonly Rank[], cuts: readonly boolean[]): readonly Column[] {
  let best: { columns: readonly Column[]; cost: number; height: number } | undefined;
  for (let rows = ranks.length; rows >= 1; rows -= 1) {
    const columns = splitColumns(ranks, cuts, rows);
    const width = columns.reduce((sum, column) => sum + column.width + COLUMN_GAP, -COLUMN_GAP);
    const height = Math.max(...columns.map((column) => column.ranks.length)) * PITCH - ROW_GAP;
    const leavesFew = columns.length > 1 && (columns.at(-1)?.ranks.length ?? 0) < FEW_ROWS;
    const factor = (leavesFew ? FEW_ROWS_FACTOR : 1) * (columns.length > 1 ? FOLD_FACTOR : 1);
    const cost = Math.max(width / ASPECT, height, COMFORTABLE_HEIGHT) * factor;
    const isBetter =
      best === undefined ||
      cost < best.cost ||
      (cost === best.cost && columns.length === best.columns.length && height < best.height);
    if (isBetter) best = { columns, cost, height };
  }
  return best?.columns ?? [];
}

/** Columns of about `rows` ranks; a column grows past that until there is a place to cut. */
function splitColumns(ranks: readonly Rank[], cuts: readonly boolean[], rows: number): readonly Column[] {
  const columns: Column[] = [];
  let start = 0;
  while (start < ranks.length) {
    let end = Math.min(start + rows, ranks.length);
    const wanted = end;
    while (end > start && end < ranks.length && cuts[end - 1] !== true) end -= 1;
    if (end === start) {
      end = wanted;
      while (end < ranks.length && cuts[end - 1] !== true) end += 1;
    }
    columns.push(toColumn(ranks.slice(start, end)));
    start = end;
  }
  return columns;
}

function toColumn(ranks: readonly Rank[]): Column {
  const centres = ranks.flatMap((rank) => rank.map(({ x }) => x));
  const left = centres.reduce((least, x) => Math.min(least, x), Infinity) - NODE_WIDTH / 2;
  const right = centres.reduce((most, x) => Math.max(most, x), -Infinity) + NODE_WIDTH / 2;
  return { ranks, left, width: right - left };
}
