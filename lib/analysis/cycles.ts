import type { NodeId } from '@/lib/core/ids';
import type { Graph } from '@/lib/analysis/graph';

/** Groups of nodes that lead round to each other, each group in the order of the document. */
export type Cycles = readonly ReadonlySet<NodeId>[];

interface Visit {
  readonly id: NodeId;
  readonly targets: readonly NodeId[];
  next: number;
}

/**
 * The strongly connected components that hold a cycle. Tarjan, "Depth-First Search and Linear Graph Algorithms", SIAM
 * Journal on Computing 1972, with a stack of its own: a chain of thousands of layers must not overflow the call stack.
 */
export function findCycles(graph: Graph): Cycles {
  const found: ReadonlySet<NodeId>[] = [];
  const index = new Map<NodeId, number>();
  const low = new Map<NodeId, number>();
  const open: NodeId[] = [];
  const isOpen = new Set<NodeId>();

  function enter(id: NodeId): Visit {
    index.set(id, index.size);
    low.set(id, index.get(id) ?? 0);
    open.push(id);
    isOpen.add(id);
    return { id, targets: graph.get(id)?.outgoing.map((edge) => edge.target) ?? [], next: 0 };
  }

  function lower(id: NodeId, to: number | undefined): void {
    low.set(id, Math.min(low.get(id) ?? 0, to ?? Infinity));
  }

  function close(id: NodeId): void {
    const members = open.splice(open.lastIndexOf(id));
    members.forEach((member) => isOpen.delete(member));
    if (isCyclic(graph, members)) found.push(inDocumentOrder(graph, members));
  }

  function visitFrom(start: NodeId): void {
    const visits = [enter(start)];
    for (let visit = visits.at(-1); visit !== undefined; visit = visits.at(-1)) {
      const target = visit.targets[visit.next];
      visit.next += 1;
      if (target === undefined) {
        visits.pop();
        if (low.get(visit.id) === index.get(visit.id)) close(visit.id);
        const parent = visits.at(-1);
        if (parent !== undefined) lower(parent.id, low.get(visit.id));
      } else if (!index.has(target)) visits.push(enter(target));
      else if (isOpen.has(target)) lower(visit.id, index.get(target));
    }
  }

  for (const id of graph.keys()) if (!index.has(id)) visitFrom(id);
  return found;
}

function isCyclic(graph: Graph, members: readonly NodeId[]): boolean {
  const [only] = members;
  if (members.length > 1 || only === undefined) return members.length > 1;
  return graph.get(only)?.outgoing.some((edge) => edge.target === only) ?? false;
}

function inDocumentOrder(graph: Graph, members: readonly NodeId[]): ReadonlySet<NodeId> {
  return new Set([...members].sort((a, b) => (graph.get(a)?.index ?? 0) - (graph.get(b)?.index ?? 0)));
}

/** The shortest way from one node to another inside a group, both ends included. */
export function shortestPath(
  graph: Graph,
  ends: { from: NodeId; to: NodeId },
  within: ReadonlySet<NodeId>,
): readonly NodeId[] {
  const cameFrom = new Map<NodeId, NodeId | null>([[ends.from, null]]);
  for (const id of cameFrom.keys()) {
    if (id === ends.to) break;
    for (const { target } of graph.get(id)?.outgoing ?? []) {
      if (within.has(target) && !cameFrom.has(target)) cameFrom.set(target, id);
    }
  }
  const path: NodeId[] = [];
  for (let id: NodeId | null = ends.to; id !== null; id = cameFrom.get(id) ?? null) path.unshift(id);
  return path;
}
