import type { NodeId } from '@/lib/core/ids';
import { edgesIn, nodesIn, type Scope } from '@/lib/document/blocks';
import type { Document, DocumentNode, Position } from '@/lib/document/document';
import { foldColumns, type Rank } from '@/lib/document/fold-columns';
import { COLUMN_GAP, NODE_HEIGHT, NODE_WIDTH, ROW_GAP } from '@/lib/document/node-size';
import { placeRanks } from '@/lib/document/place-ranks';

/** From one layer's upper left corner to that of the next one below or beside it; designs run from top to bottom. */
const PITCH = { x: NODE_WIDTH + COLUMN_GAP, y: NODE_HEIGHT + ROW_GAP } as const;

export function below(position: Position): Position {
  return { x: position.x, y: position.y + PITCH.y };
}

export function above(position: Position): Position {
  return { x: position.x, y: position.y - PITCH.y };
}

/** Where a new layer goes that nothing says a place for: under the lowest one there. */
export function nextFreePosition(document: Document, scope: Scope): Position {
  const lowest = nodesIn(document, scope).reduce<DocumentNode | null>(
    (low, node) => (low === null || node.position.y > low.position.y ? node : low),
    null,
  );
  return lowest === null ? { x: 0, y: 0 } : below(lowest.position);
}

/** For a layer between two others: under the first, but in the middle where there is room for it already. */
export function between(from: Position, to: Position): Position {
  const next = below(from);
  const hasRoom = to.y >= below(next).y;
  if (hasRoom) return { x: (from.x + to.x) / 2, y: (from.y + to.y) / 2 };
  const continuesDown = to.y > from.y;
  return { x: continuesDown ? to.x : from.x, y: next.y };
}

/** Moves what stands under `id` and follows it down, as one block, until it no longer overlaps. */
export function makeRoomBelow(document: Document, id: NodeId): Document {
  const node = document.nodes[id];
  if (node === undefined) return document;
  const followers = followersBelow(document, node);
  const nearest = followers.reduce((least, { position }) => Math.min(least, position.y), Infinity);
  const missing = node.position.y + PITCH.y - nearest;
  if (!(missing > 0)) return document;
  const moved = followers.map((follower) => {
    const position = { x: follower.position.x, y: follower.position.y + missing };
    return [follower.id, { ...follower, position }] as const;
  });
  return { ...document, nodes: { ...document.nodes, ...Object.fromEntries(moved) } };
}

/** What a node leads to by edges that run down; an edge back up, to the next column, ends the block. */
function followersBelow(document: Document, start: DocumentNode): readonly DocumentNode[] {
  const targets = targetsBySource(document);
  const block = new Set<DocumentNode>([start]);
  for (const from of block) {
    for (const id of targets.get(from.id) ?? []) {
      const to = document.nodes[id];
      if (to !== undefined && to.position.y > from.position.y - PITCH.y / 2) block.add(to);
    }
  }
  block.delete(start);
  return [...block];
}

/**
 * Positions for the nodes of `unplaced`, each block's by themselves. When nothing has a place yet, every node goes one
 * row below the lowest of its inputs and long chains fold into columns; otherwise the unplaced ones line up under the rest.
 */
export function layered(document: Document, unplaced: readonly NodeId[]): Readonly<Record<NodeId, Position>> {
  const scopes = new Set(unplaced.map((id) => document.nodes[id]?.scope ?? null));
  const places = [...scopes].map((scope) => {
    const nodes = nodesIn(document, scope);
    const inside = { ...document, nodes: byId(nodes), edges: byId(edgesIn(document, scope)) };
    const ids = new Set(nodes.map(({ id }) => id));
    return layeredTogether(
      inside,
      unplaced.filter((id) => ids.has(id)),
    );
  });
  return Object.assign({}, ...places) as Readonly<Record<NodeId, Position>>;
}

function byId<T extends { readonly id: string }>(values: readonly T[]): Readonly<Record<string, T>> {
  return Object.fromEntries(values.map((value) => [value.id, value]));
}

function layeredTogether(document: Document, unplaced: readonly NodeId[]): Readonly<Record<NodeId, Position>> {
  const without = new Set(unplaced);
  const rest = Object.values(document.nodes).filter((node) => !without.has(node.id));
  if (rest.length === 0)
    return unplaced.length > FOLDABLE
      ? stacked(ranks(document))
      : foldColumns(ranks(document), Object.values(document.edges));
  const floor = rest.reduce((most, { position }) => Math.max(most, position.y), -Infinity);
  const left = rest.reduce((least, { position }) => Math.min(least, position.x), Infinity);
  return Object.fromEntries(unplaced.map((id, row) => [id, { x: left, y: floor + (row + 1) * PITCH.y }]));
}

/** Choosing the best columns takes quadratic time; nobody looks at all of a larger design at once anyway. */
const FOLDABLE = 400;

function stacked(all: readonly Rank[]): Readonly<Record<NodeId, Position>> {
  const places = all.flatMap((rank, row) => rank.map(({ id, x }) => [id, { x, y: row * PITCH.y }] as const));
  return Object.fromEntries(places);
}

/** Nodes by their longest way from a node without inputs, those of one rank side by side. */
function ranks(document: Document): readonly Rank[] {
  const byRank: NodeId[][] = [];
  for (const [id, rank] of lowered(document, rankOf(document))) (byRank[rank] ??= []).push(id);
  if (Object.keys(document.nodes).length <= FOLDABLE) return placeRanks(byRank, Object.values(document.edges));
  return byRank.map((ids) => ids.map((id, column) => ({ id, x: (column - (ids.length - 1) / 2) * PITCH.x })));
}

/** How many ranks a branch may wait for the others at its beginning; one that waits longer stands where it is needed. */
const PATIENCE = 12;

function lowered(document: Document, ranked: ReadonlyMap<NodeId, number>): ReadonlyMap<NodeId, number> {
  const targets = targetsBySource(document);
  const lower = new Map(ranked);
  for (const [id, rank] of [...ranked].sort(([, a], [, b]) => b - a)) {
    const latest = (targets.get(id) ?? []).reduce((least, to) => Math.min(least, (lower.get(to) ?? 0) - 1), Infinity);
    if (Number.isFinite(latest) && latest - rank > PATIENCE) lower.set(id, latest);
  }
  return lower;
}

/** The longest way to each node from one without inputs; the nodes of a cycle count from where it is entered. */
function rankOf(document: Document): ReadonlyMap<NodeId, number> {
  const targets = targetsBySource(document);
  const waiting = new Map(Object.keys(document.nodes).map((id) => [id, 0]));
  for (const ids of targets.values()) ids.forEach((id) => waiting.set(id, (waiting.get(id) ?? 0) + 1));
  const ready = [...waiting].filter(([, count]) => count === 0).map(([id]) => id);
  const rank = new Map<NodeId, number>();
  const least = new Map<NodeId, number>();
  for (let id = next(ready, waiting); id !== undefined; id = next(ready, waiting)) {
    const own = least.get(id) ?? 0;
    rank.set(id, own);
    waiting.delete(id);
    for (const target of targets.get(id) ?? []) {
      const left = (waiting.get(target) ?? 0) - 1;
      if (waiting.has(target)) waiting.set(target, left);
      if (left === 0) ready.push(target);
      least.set(target, Math.max(least.get(target) ?? 0, own + 1));
    }
  }
  return rank;
}

/** A node whose inputs are all ranked, or, where only cycles are left, the first of those. */
function next(ready: NodeId[], waiting: ReadonlyMap<NodeId, number>): NodeId | undefined {
  for (let id = ready.shift(); id !== undefined; id = ready.shift()) if (waiting.has(id)) return id;
  return waiting.keys().next().value;
}

function targetsBySource(document: Document): ReadonlyMap<NodeId, readonly NodeId[]> {
  const targets = new Map<NodeId, NodeId[]>();
  for (const { source, target } of Object.values(document.edges)) {
    const known = targets.get(source);
    if (known) known.push(target);
    else targets.set(source, [target]);
  }
  return targets;
}
