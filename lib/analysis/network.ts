import type { NodeId } from '@/lib/core/ids';
import { ancestors, descendants, type Graph } from '@/lib/analysis/graph';

/** Which of the drawn layers make the network: those on a way from an input to its one output. */
export interface Network {
  /** Layers that stand for the data, in the order of the document. */
  readonly sources: readonly NodeId[];
  /** What the sources lead to, themselves included. */
  readonly reachable: ReadonlySet<NodeId>;
  /** Reachable layers whose output nothing takes. */
  readonly ends: readonly NodeId[];
  /** The layers whose outputs are the network's: those the design names, or the only end; empty: no telling which. */
  readonly outputs: readonly NodeId[];
  /** The first of them. */
  readonly output: NodeId | null;
  readonly members: ReadonlySet<NodeId>;
}

export function findNetwork(graph: Graph, named: readonly NodeId[]): Network {
  const nodes = [...graph.values()];
  const sources = nodes.filter(({ definition }) => definition?.role === 'source').map(({ id }) => id);
  const reachable = descendants(graph, sources);
  const loose = nodes.filter(({ id, outgoing }) => reachable.has(id) && outgoing.length === 0);
  // An input that nothing is connected to yet is no end, unless there is nothing else.
  const transforming = loose.filter(({ definition }) => definition?.role !== 'source');
  const ends = (transforming.length > 0 ? transforming : loose).map(({ id }) => id);
  const known = named.filter((id) => reachable.has(id));
  const outputs = known.length > 0 ? known : chooseOutput(graph, ends);
  const leading = outputs.length === 0 ? reachable : ancestors(graph, outputs);
  const members = new Set([...leading].filter((id) => reachable.has(id)));
  return { sources, reachable, ends, outputs, output: outputs[0] ?? null, members };
}

/** The only end, or the only one that gives probabilities. */
function chooseOutput(graph: Graph, ends: readonly NodeId[]): readonly NodeId[] {
  const probable = ends.filter((id) => graph.get(id)?.definition?.role === 'probabilities');
  return ends.length === 1 ? ends : probable.length === 1 ? probable : [];
}
