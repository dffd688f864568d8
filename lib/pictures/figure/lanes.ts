import type { NodeId } from '@/lib/core/ids';
import type { FigureLink } from '@/lib/pictures/figure/fold-layers';

/** A group's place in the grid of the figure: columns from left to right, lanes from top to bottom; lane 0 is the longest way. */
export interface Cell {
  readonly column: number;
  readonly lane: number;
}

/** `ids` in the order of computation. Branches beside the longest way get the nearest lane that is free all along them. */
export function placeInLanes(ids: readonly NodeId[], links: readonly FigureLink[]): ReadonlyMap<NodeId, Cell> {
  const sources = neighbours(links, 'to', 'from');
  const targets = neighbours(links, 'from', 'to');
  const columns = new Map<NodeId, number>();
  for (const id of ids) {
    columns.set(id, Math.max(-1, ...(sources.get(id) ?? []).map((from) => columns.get(from) ?? -1)) + 1);
  }
  const cells = new Map<NodeId, Cell>();
  const taken: (readonly [lane: number, from: number, to: number])[] = [];
  const rest = new Set(ids);
  while (rest.size > 0) {
    const path = longestPath(ids, rest, sources);
    const [first, last] = [path[0] ?? '', path.at(-1) ?? ''];
    const column = (id: NodeId) => columns.get(id) ?? 0;
    // The way in from the layer before, and the way out to the one behind, run in the same lane.
    const from = Math.max(...(sources.get(first) ?? []).map(column), column(first) - 1);
    const to = Math.min(...(targets.get(last) ?? []).map(column), Infinity);
    const end = Number.isFinite(to) ? to : column(last) + 1;
    const isFree = (lane: number) => !taken.some(([other, a, b]) => other === lane && a < end && b > from);
    let lane = 0;
    while (!isFree(lane)) lane += 1;
    taken.push([lane, from, end]);
    for (const id of path) {
      cells.set(id, { column: column(id), lane });
      rest.delete(id);
    }
  }
  return cells;
}

/** Through layers that have no place yet. */
function longestPath(
  ids: readonly NodeId[],
  rest: ReadonlySet<NodeId>,
  sources: ReadonlyMap<NodeId, readonly NodeId[]>,
): readonly NodeId[] {
  const best = new Map<NodeId, { readonly length: number; readonly before: NodeId | null }>();
  let end: NodeId | null = null;
  for (const id of ids) {
    if (!rest.has(id)) continue;
    const before = (sources.get(id) ?? [])
      .filter((source) => best.has(source))
      .reduce<NodeId | null>(
        (longest, source) =>
          longest === null || (best.get(source)?.length ?? 0) > (best.get(longest)?.length ?? 0) ? source : longest,
        null,
      );
    const length = (before === null ? 0 : (best.get(before)?.length ?? 0)) + 1;
    best.set(id, { length, before });
    if (end === null || length > (best.get(end)?.length ?? 0)) end = id;
  }
  const path: NodeId[] = [];
  for (let id = end; id !== null; id = best.get(id)?.before ?? null) path.unshift(id);
  return path;
}

export function neighbours(
  links: readonly FigureLink[],
  key: 'from' | 'to',
  value: 'from' | 'to',
): ReadonlyMap<NodeId, readonly NodeId[]> {
  const found = new Map<NodeId, NodeId[]>();
  for (const link of links) {
    const known = found.get(link[key]);
    if (known) known.push(link[value]);
    else found.set(link[key], [link[value]]);
  }
  return found;
}
