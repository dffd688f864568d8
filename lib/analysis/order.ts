import type { NodeId } from '@/lib/core/ids';
import type { Graph, GraphNode } from '@/lib/analysis/graph';

/**
 * The nodes outside cycles, each behind everything that leads to it; where the graph leaves a choice, the one that comes
 * first in the document.
 */
export function topologicalOrder(graph: Graph, cyclic: ReadonlySet<NodeId>): readonly NodeId[] {
  const waiting = new Map<NodeId, number>();
  const ready: GraphNode[] = [];
  for (const node of graph.values()) {
    if (cyclic.has(node.id)) continue;
    const count = node.incoming.filter((edge) => !cyclic.has(edge.source)).length;
    waiting.set(node.id, count);
    if (count === 0) insert(ready, node);
  }
  const order: NodeId[] = [];
  for (let node = ready.pop(); node !== undefined; node = ready.pop()) {
    order.push(node.id);
    for (const { target } of node.outgoing) {
      const left = (waiting.get(target) ?? 0) - 1;
      const next = graph.get(target);
      waiting.set(target, left);
      if (left === 0 && next !== undefined && !cyclic.has(target)) insert(ready, next);
    }
  }
  return order;
}

/** Keeps `ready` sorted with the first in the document last, so that `pop` takes it. */
function insert(ready: GraphNode[], node: GraphNode): void {
  let [low, high] = [0, ready.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((ready[middle]?.index ?? 0) > node.index) low = middle + 1;
    else high = middle;
  }
  ready.splice(low, 0, node);
}
