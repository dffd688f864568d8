import type { NodeId } from '@/lib/core/ids';
import type { DocumentEdge } from '@/lib/document/document';
import type { Rank } from '@/lib/document/fold-columns';
import { COLUMN_GAP, NODE_WIDTH } from '@/lib/document/node-size';

/** A layer in its rank, or the place where an edge passes by a rank on its way further down. */
interface Item {
  /** Null for a passing edge. */
  readonly id: NodeId | null;
  readonly above: Tie[];
  readonly below: Tie[];
  /** Place among the others of its rank, from the left. */
  place: number;
  x: number;
}

interface Tie {
  readonly item: Item;
  readonly weight: number;
}

/** Room for an edge that passes by a layer, and between two such edges. */
const LANE_MARGIN = 28;
const LANE_PITCH = 12;
/** How much the place of an edge that passes by counts beside that of a layer. */
const LANE_WEIGHT = 1e-6;

const ORDER_SWEEPS = 4;
const PLACE_SWEEPS = 6;

/**
 * Layers side by side in each rank so that few edges cross and chains run straight down, after Sugiyama, Tagawa & Toda, "Methods
 * for Visual Understanding of Hierarchical System Structures", 1981: edges that skip ranks pass through them as items of their
 * own, ranks are sorted by the means of their neighbours, and places are the nearest to those means that leave enough room.
 */
export function placeRanks(byRank: readonly (readonly NodeId[])[], edges: readonly DocumentEdge[]): readonly Rank[] {
  const ranks = connect(byRank, edges);
  sortRanks(ranks);
  for (let sweep = 0; sweep < PLACE_SWEEPS; sweep += 1) {
    const isDown = sweep % 2 === 0;
    for (const rank of isDown ? ranks : [...ranks].reverse()) place(rank, isDown ? 'above' : 'below');
  }
  return ranks.map((rank) => rank.flatMap(({ id, x }) => (id === null ? [] : [{ id, x }])));
}

function connect(byRank: readonly (readonly NodeId[])[], edges: readonly DocumentEdge[]): Item[][] {
  const ranks = byRank.map((ids) => ids.map((id) => createItem(id)));
  const where = new Map<NodeId, { readonly item: Item; readonly rank: number }>();
  ranks.forEach((items, rank) => items.forEach((item) => where.set(item.id ?? '', { item, rank })));
  const leaving = new Map<NodeId, number>();
  for (const { source } of edges) leaving.set(source, (leaving.get(source) ?? 0) + 1);
  for (const { source, target } of edges) {
    const [from, to] = [where.get(source), where.get(target)];
    // Edges back up, in a cycle, have no say in where layers go.
    if (from === undefined || to === undefined || to.rank <= from.rank) continue;
    // A shortcut bends to the layers, not the layers to the shortcut.
    const isShortcut = to.rank > from.rank + 1 && (leaving.get(source) ?? 0) > 1;
    let last = from.item;
    for (let rank = from.rank + 1; rank <= to.rank; rank += 1) {
      const next = rank === to.rank ? to.item : createItem(null);
      if (next.id === null) ranks[rank]?.push(next);
      const weight = isShortcut && (last.id !== null || next.id !== null) ? 0 : 1;
      last.below.push({ item: next, weight: last.id === null ? 1 : weight });
      next.above.push({ item: last, weight: next.id === null ? 1 : weight });
      last = next;
    }
  }
  return ranks;
}

function createItem(id: NodeId | null): Item {
  return { id, above: [], below: [], place: 0, x: 0 };
}

/** Keeps the order with the fewest crossings on the way. */
function sortRanks(ranks: Item[][]): void {
  ranks.forEach(number);
  let best = { crossings: Infinity, order: ranks.map((rank) => [...rank]) };
  for (let sweep = 0; sweep < ORDER_SWEEPS && best.crossings > 0; sweep += 1) {
    const isDown = sweep % 2 === 0;
    for (const rank of isDown ? ranks : [...ranks].reverse()) sortRank(rank, isDown ? 'above' : 'below');
    const crossings = ranks.reduce((sum, rank) => sum + crossingsBelow(rank), 0);
    if (crossings < best.crossings) best = { crossings, order: ranks.map((rank) => [...rank]) };
  }
  best.order.forEach((order, index) => {
    ranks[index]?.splice(0, order.length, ...order);
    number(order);
  });
}

function number(rank: readonly Item[]): void {
  rank.forEach((item, place) => (item.place = place));
}

function sortRank(rank: Item[], side: 'above' | 'below'): void {
  const wanted = new Map(
    rank.map((item) => {
      const places = item[side].map(({ item: { place } }) => place);
      const mean = places.reduce((sum, place) => sum + place, 0) / places.length;
      return [item, places.length === 0 ? item.place : mean];
    }),
  );
  rank.sort((a, b) => (wanted.get(a) ?? 0) - (wanted.get(b) ?? 0) || a.place - b.place);
  number(rank);
}

function crossingsBelow(rank: readonly Item[]): number {
  const ends = rank.flatMap(({ below }) => below.map(({ item }) => item.place).sort((a, b) => a - b));
  let crossings = 0;
  ends.forEach((end, index) => {
    for (let later = index + 1; later < ends.length; later += 1) if ((ends[later] ?? 0) < end) crossings += 1;
  });
  return crossings;
}

/** As near as can be to what each item wants, in the least squares, with the room that each needs beside the one before. */
function place(rank: readonly Item[], side: 'above' | 'below'): void {
  let offset = 0;
  const offsets = rank.map((item, index) => {
    const before = rank[index - 1];
    if (before !== undefined) offset += roomBetween(before, item);
    return offset;
  });
  const wanted = rank.map((item, index) => ({
    value: wantedBy(item, side) - (offsets[index] ?? 0),
    weight: item.id === null ? LANE_WEIGHT : 1,
  }));
  risingFit(wanted).forEach((x, index) => {
    const item = rank[index];
    if (item !== undefined) item.x = x + (offsets[index] ?? 0);
  });
}

function roomBetween(a: Item, b: Item): number {
  if (a.id !== null && b.id !== null) return NODE_WIDTH + COLUMN_GAP;
  return a.id === null && b.id === null ? LANE_PITCH : NODE_WIDTH / 2 + LANE_MARGIN;
}

function wantedBy(item: Item, side: 'above' | 'below'): number {
  const weight = item[side].reduce((sum, tie) => sum + tie.weight, 0);
  if (weight === 0) return item.x;
  return item[side].reduce((sum, tie) => sum + tie.weight * tie.item.x, 0) / weight;
}

interface Wanted {
  readonly value: number;
  readonly weight: number;
}

/** The never falling numbers nearest to these (pool adjacent violators: Ayer et al. 1955). */
function risingFit(wanted: readonly Wanted[]): readonly number[] {
  const pools: (Wanted & { readonly count: number })[] = [];
  for (const each of wanted) {
    let pool = { ...each, count: 1 };
    for (let last = pools.at(-1); last !== undefined && last.value > pool.value; last = pools.at(-1)) {
      const weight = last.weight + pool.weight;
      const value = (last.value * last.weight + pool.value * pool.weight) / weight;
      pool = { value, weight, count: last.count + pool.count };
      pools.pop();
    }
    pools.push(pool);
  }
  return pools.flatMap(({ value, count }) => new Array<number>(count).fill(value));
}
