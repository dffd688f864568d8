import type { NodeId } from '@/lib/core/ids';
import type { Document } from '@/lib/document/document';
import type { AnalysisTask } from '@/lib/analysis/analysis';
import { findCycles, type Cycles } from '@/lib/analysis/cycles';
import { buildGraph, type Graph } from '@/lib/analysis/graph';
import { findNetwork, type Network } from '@/lib/analysis/network';

/** What every pass reads: the document, and what is known of its graph alone. */
export interface AnalysisContext {
  readonly document: Document;
  readonly task: AnalysisTask | null;
  readonly graph: Graph;
  readonly cycles: Cycles;
  readonly cyclic: ReadonlySet<NodeId>;
  readonly network: Network;
}

export function createContext(document: Document, task: AnalysisTask | null): AnalysisContext {
  const graph = buildGraph(document);
  const cycles = findCycles(graph);
  const cyclic = new Set(cycles.flatMap((cycle) => [...cycle]));
  return { document, task, graph, cycles, cyclic, network: findNetwork(graph, document.outputs) };
}
