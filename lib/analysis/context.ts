import type { NodeId } from '@/lib/core/ids';
import type { Document } from '@/lib/document/document';
import type { AnalysisTask } from '@/lib/analysis/analysis';
import { findCycles, type Cycles } from '@/lib/analysis/cycles';
import { buildGraph, withNodes, type Graph } from '@/lib/analysis/graph';
import { findNetwork, type Network } from '@/lib/analysis/network';
import { topologicalOrder } from '@/lib/analysis/order';

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
}

interface Kept extends Structure {
  readonly outputs: Document['outputs'];
}

const known = new WeakMap<Document['edges'], Kept>();

export function createContext(document: Document, task: AnalysisTask | null): AnalysisContext {
  const { graph, cycles, cyclic, order, network } = structureOf(document);
  return { document, task, graph, cycles, cyclic, order, network };
}

/** Most edits change a parameter: the edges stay the same object, and with the layers' types all that follows. */
function structureOf(document: Document): Structure {
  const before = known.get(document.edges);
  const graph = before === undefined ? null : withNodes(before.graph, document.nodes);
  const structure =
    before !== undefined && graph !== null && before.outputs === document.outputs
      ? { ...before, graph }
      : { ...findStructure(document), outputs: document.outputs };
  known.set(document.edges, structure);
  return structure;
}

function findStructure(document: Document): Structure {
  const graph = buildGraph(document);
  const cycles = findCycles(graph);
  const cyclic = new Set(cycles.flatMap((cycle) => [...cycle]));
  const order = topologicalOrder(graph, cyclic);
  return { graph, cycles, cyclic, order, network: findNetwork(graph, document.outputs) };
}
