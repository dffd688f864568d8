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
  /** The end that is the network's output; null where there is none or no telling which. */
  readonly output: NodeId | null;
  readonly members: ReadonlySet<NodeId>;
}

export function findNetwork(graph: Graph): Network {
  const nodes = [...graph.values()];
  const sources = nodes.filter(({ definition }) => definition?.role === 'source').map(({ id }) => id);
  const reachable = descendants(graph, sources);
  const loose = nodes.filter(({ id, outgoing }) => reachable.has(id) && outgoing.length === 0);
  // An input that nothing is connected to yet is no end, unless there is nothing else.
  const transforming = loose.filter(({ definition }) => definition?.role !== 'source');
  const ends = (transforming.length > 0 ? transforming : loose).map(({ id }) => id);
  const output = chooseOutput(graph, ends);
  const leading = output === null ? reachable : ancestors(graph, output);
  return { sources, reachable, ends, output, members: new Set([...leading].filter((id) => reachable.has(id))) };
}

/** The only end, or the only one that gives probabilities. */
function chooseOutput(graph: Graph, ends: readonly NodeId[]): NodeId | null {
  const [only] = ends;
  if (only !== undefined && ends.length === 1) return only;
  const probable = ends.filter((id) => graph.get(id)?.definition?.role === 'probabilities');
  return probable.length === 1 ? (probable[0] ?? null) : null;
}
