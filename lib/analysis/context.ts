import type { NodeId } from '@/lib/core/ids';
import type { Document } from '@/lib/document/document';
import type { AnalysisTask } from '@/lib/analysis/analysis';
import { findCycles, type Cycles } from '@/lib/analysis/cycles';
import { buildGraph, changedNodes, type Graph, type GraphNode } from '@/lib/analysis/graph';
import { findNetwork, type Network } from '@/lib/analysis/network';
import { topologicalOrder } from '@/lib/analysis/order';
import { createSlots, type Slots } from '@/lib/analysis/slots';

/** What every pass reads: the document, and what is known of its graph alone. */
export interface AnalysisContext extends Structure {
  readonly document: Document;
  readonly task: AnalysisTask | null;
}

/** What follows from which layers there are and how they are joined. */
interface Structure {
  readonly graph: Graph;
  readonly cycles: Cycles;
  readonly cyclic: ReadonlySet<NodeId>;
  readonly order: readonly NodeId[];
  readonly network: Network;
  readonly slots: Slots;
  /** By slot: today's layers. */
  readonly nodes: readonly GraphNode[];
  /** The same object as long as all layers keep their titles and positions. */
  readonly faces: object;
}

interface Kept extends Structure {
  readonly outputs: Document['outputs'];
  /** Today's layers in the order of the document. */
  readonly drawn: readonly GraphNode[];
}

const known = new WeakMap<Document['edges'], Kept>();

export function createContext(document: Document, task: AnalysisTask | null): AnalysisContext {
  const { graph, cycles, cyclic, order, network, slots, nodes, faces } = structureOf(document);
  return { document, task, graph, cycles, cyclic, order, network, slots, nodes, faces };
}

/** Most edits change a parameter: the edges stay the same object, and with the layers' types all that follows. */
function structureOf(document: Document): Structure {
  const before = known.get(document.edges);
  const changed =
    before === undefined || before.outputs !== document.outputs ? null : changedNodes(before.drawn, document.nodes);
  const structure = before === undefined || changed === null ? findStructure(document) : withChanges(before, changed);
  known.set(document.edges, structure);
  return structure;
}

function findStructure(document: Document): Kept {
  const graph = buildGraph(document);
  const cycles = findCycles(graph);
  const cyclic = new Set(cycles.flatMap((cycle) => [...cycle]));
  const order = topologicalOrder(graph, cyclic);
  const network = findNetwork(graph, document.outputs);
  const slots = createSlots(graph, { ids: [...order, ...cyclic], members: network.members });
  const drawn = [...graph.values()];
  const nodes = slots.ids.flatMap((id) => graph.get(id) ?? []);
  return { graph, cycles, cyclic, order, network, slots, nodes, drawn, faces: {}, outputs: document.outputs };
}

function withChanges(before: Kept, changed: readonly GraphNode[]): Kept {
  if (changed.length === 0) return before;
  const [graph, drawn, nodes] = [new Map(before.graph), [...before.drawn], [...before.nodes]];
  let hasOtherFaces = false;
  for (const node of changed) {
    const { title, position } = drawn[node.index]?.node ?? node.node;
    hasOtherFaces ||=
      title !== node.node.title || position.x !== node.node.position.x || position.y !== node.node.position.y;
    graph.set(node.id, node);
    drawn[node.index] = node;
    nodes[before.slots.drawn[node.index] ?? -1] = node;
  }
  return { ...before, graph, drawn, nodes, faces: hasOtherFaces ? {} : before.faces };
}
