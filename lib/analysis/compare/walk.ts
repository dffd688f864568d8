import type { NodeId } from '@/lib/core/ids';
import type { Analysis } from '@/lib/analysis/analysis';
import { buildGraph, type Graph } from '@/lib/analysis/graph';

export interface Step {
  readonly id: NodeId;
  /** See OutlineLayer. */
  readonly lane: number;
}

interface Visit {
  readonly id: NodeId;
  readonly lane: number;
  next: number;
}

/**
 * Every layer, each behind what leads to it, the ways into a merge one after the other in the order of its inputs. The
 * order depends on nothing but what leads where: a layer put into one way moves no layer of another, as it would in the
 * analysis's own order, which takes the layer that was drawn first.
 */
export function walkLayers({ flat, order, outputs }: Analysis): readonly Step[] {
  const graph = buildGraph(flat);
  const walkable = new Set(order);
  const steps: Step[] = [];
  const seen = new Set<NodeId>();
  for (const root of [...outputs, ...order]) {
    if (!seen.has(root) && walkable.has(root)) walkBack(graph, { root, walkable, seen, steps });
  }
  for (const id of graph.keys()) if (!seen.has(id)) steps.push({ id, lane: 0 });
  return steps;
}

interface Walk {
  readonly root: NodeId;
  /** The layers outside cycles. */
  readonly walkable: ReadonlySet<NodeId>;
  readonly seen: Set<NodeId>;
  readonly steps: Step[];
}

/** Depth first, with a stack of its own: a chain may be longer than the engine's. */
function walkBack(graph: Graph, { root, walkable, seen, steps }: Walk): void {
  const open: Visit[] = [{ id: root, lane: 0, next: 0 }];
  seen.add(root);
  for (let visit = open.at(-1); visit !== undefined; visit = open.at(-1)) {
    const incoming = graph.get(visit.id)?.incoming ?? [];
    const edge = incoming[visit.next];
    if (edge === undefined) {
      steps.push({ id: visit.id, lane: visit.lane });
      open.pop();
      continue;
    }
    const lane = visit.next === 0 ? visit.lane : visit.next;
    visit.next += 1;
    if (seen.has(edge.source) || !walkable.has(edge.source)) continue;
    seen.add(edge.source);
    open.push({ id: edge.source, lane, next: 0 });
  }
}
