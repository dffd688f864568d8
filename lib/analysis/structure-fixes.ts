import type { NodeId } from '@/lib/core/ids';
import { LAYER_TYPES, layerDefinition } from '@/lib/layers/registry';
import type { Command } from '@/lib/document/command';
import { above } from '@/lib/document/layout';
import { nextNodeId } from '@/lib/document/next-id';
import type { AnalysisContext } from '@/lib/analysis/context';
import type { Fix } from '@/lib/analysis/diagnostic';
import { ancestors, descendants, layerName, type Graph, type GraphNode } from '@/lib/analysis/graph';

export function removeEdges(edges: readonly string[]): Fix {
  return { label: { kind: 'remove-edge' }, command: { kind: 'remove', nodes: [], edges } };
}

export function removeLayers(nodes: readonly NodeId[]): Fix {
  const label = nodes.length === 1 ? ({ kind: 'remove-layer' } as const) : branchLabel(nodes);
  return { label, command: { kind: 'remove', nodes, edges: [] } };
}

function branchLabel(nodes: readonly NodeId[]) {
  return { kind: 'remove-branch', layers: nodes.length } as const;
}

/** Removes a layer without input and what hangs on it alone. */
export function removeIsland({ graph }: AnalysisContext, head: NodeId): Fix {
  const ends = { next: outgoingOf, back: incomingOf } as const;
  return removeLayers(onlyFrom(graph, head, ends));
}

/** Removes an end that nothing takes and what leads to it alone. */
export function removeBranch({ graph }: AnalysisContext, end: NodeId): Fix {
  const ends = { next: incomingOf, back: outgoingOf } as const;
  return removeLayers(onlyFrom(graph, end, ends));
}

type Neighbours = (node: GraphNode | undefined) => readonly NodeId[];
const incomingOf: Neighbours = (node) => node?.incoming.map(({ source }) => source) ?? [];
const outgoingOf: Neighbours = (node) => node?.outgoing.map(({ target }) => target) ?? [];

/** The start, and again and again what lies next to these and has nothing else on their side. */
function onlyFrom(
  graph: Graph,
  start: NodeId,
  { next, back }: { readonly next: Neighbours; readonly back: Neighbours },
): readonly NodeId[] {
  const found = new Set([start]);
  // A Set's iteration also visits what is added on the way.
  for (const id of found) {
    for (const other of next(graph.get(id))) {
      if (back(graph.get(other)).every((neighbour) => found.has(neighbour))) found.add(other);
    }
  }
  return [...found];
}

/** Makes every end an output, in the order of the document. */
export function makeAllOutputs({ network }: AnalysisContext): Fix {
  const { ends } = network;
  return { label: { kind: 'all-outputs', count: ends.length }, command: { kind: 'set-outputs', nodes: ends } };
}

/** Names this end an output beside those there are. */
export function addOutput({ network }: AnalysisContext, end: NodeId): Fix {
  return { label: { kind: 'add-output' }, command: { kind: 'set-outputs', nodes: [...network.outputs, end] } };
}

/** More ends than this to choose from are no help. */
export const MOST_CHOICES = 4;

/** Makes this one the only output, without what leads to the other ends alone. */
export function keepNamed(context: AnalysisContext, output: NodeId): Fix {
  const { label, command } = keepOutput(context, output);
  return { label, command: { kind: 'batch', commands: [command, { kind: 'set-outputs', nodes: [output] }] } };
}

/** Removes what leads to the other ends and not to this one. */
export function keepOutput({ graph, network }: AnalysisContext, end: NodeId): Fix {
  const kept = ancestors(graph, [end]);
  const others = new Set(network.ends.flatMap((other) => [...ancestors(graph, [other])]));
  const nodes = [...others].filter((id) => !kept.has(id));
  return {
    label: { kind: 'keep-output', layer: layerName(graph, end) },
    command: { kind: 'remove', nodes, edges: [] },
  };
}

/**
 * Connects a layer without input to the nearest end of the network that still waits for something: not to one that
 * gives probabilities, which is finished.
 */
export function connectToEnd({ graph, network }: AnalysisContext, head: GraphNode): readonly Fix[] {
  const behind = descendants(graph, [head.id]);
  const waiting = network.ends.flatMap((id) => {
    const end = graph.get(id);
    return end === undefined || behind.has(id) || end.definition?.role === 'probabilities' ? [] : [end];
  });
  const distance = ({ node }: GraphNode) =>
    Math.hypot(node.position.x - head.node.position.x, node.position.y - head.node.position.y);
  const [nearest] = [...waiting].sort((a, b) => distance(a) - distance(b));
  if (nearest === undefined) return [];
  const command: Command = { kind: 'connect', source: nearest.id, target: head.id };
  return [{ label: { kind: 'connect', from: layerName(graph, nearest.id) }, command }];
}

/** Lets the first input stand for the others, which go. */
export function joinInputs({ graph }: AnalysisContext, [first, ...others]: readonly NodeId[]): readonly Fix[] {
  if (first === undefined) return [];
  const edges = others.flatMap((id) => graph.get(id)?.outgoing ?? []);
  const commands: readonly Command[] = [
    ...edges.map((edge): Command => ({ kind: 'reconnect', edge: edge.id, source: first, target: edge.target })),
    { kind: 'remove', nodes: others, edges: [] },
  ];
  return [{ label: { kind: 'join-inputs' }, command: { kind: 'batch', commands } }];
}

/** Adds an input layer of the data set's shape in front of the first layer that waits for one. */
export function addInput({ document, task }: AnalysisContext, head: GraphNode | undefined): readonly Fix[] {
  const type = LAYER_TYPES.find((known) => layerDefinition(known)?.role === 'source');
  if (type === undefined) return [];
  const shapeParam = shapeParamOf(type);
  const params = task !== null && shapeParam !== null ? { [shapeParam]: task.inputShape } : {};
  const position = head === undefined ? {} : { position: above(head.node.position) };
  const id = nextNodeId(document, type);
  const commands: readonly Command[] = [
    { kind: 'add-layer', type, params, ...position },
    ...(head === undefined ? [] : [{ kind: 'connect', source: id, target: head.id } as const]),
  ];
  return [{ label: { kind: 'add-input' }, command: { kind: 'batch', commands } }];
}

/** The parameter that holds a whole shape, of a layer that has one. */
export function shapeParamOf(type: string): string | null {
  const fields = Object.entries(layerDefinition(type)?.fields ?? {});
  return fields.find(([, field]) => field.kind === 'shape')?.[0] ?? null;
}
