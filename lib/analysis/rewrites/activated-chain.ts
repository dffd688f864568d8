import type { LayerRewrite, NewLayer } from '@/lib/layers/definition';
import type { Graph, GraphNode } from '@/lib/analysis/graph';
import { plainActivation, usualActivation } from '@/lib/analysis/rules/activation-fix';

/**
 * The layers of a rewrite with what belongs between them: the batch normalization and the activation that follow the
 * layer itself, or, where none follows, the activation that the design uses most.
 */
export function activatedChain(
  graph: Graph,
  node: GraphNode,
  { layers, activated }: LayerRewrite,
): readonly NewLayer[] {
  if (activated === 'nowhere') return layers;
  const between = followers(graph, node);
  const last = layers.length - 1;
  if (activated === 'between')
    return layers.flatMap((layer, index) => (index === last ? [layer] : [layer, ...between]));
  return hasActivation(graph, node) ? layers : layers.flatMap((layer) => [layer, ...between]);
}

function hasActivation(graph: Graph, node: GraphNode): boolean {
  return tailOf(graph, node).some(({ definition }) => isActivation(definition?.nature));
}

function followers(graph: Graph, node: GraphNode): readonly NewLayer[] {
  const tail = tailOf(graph, node).map(({ node: { type, params } }): NewLayer => ({ type, params }));
  if (hasActivation(graph, node)) return tail;
  const usual = usualActivation([...graph.values()].map((other) => other.node)) ?? plainActivation();
  return usual === null ? tail : [...tail, usual];
}

/** The normalization directly behind a layer and the activation behind that, as far as they are there. */
export function tailOf(graph: Graph, node: GraphNode): readonly GraphNode[] {
  const tail: GraphNode[] = [];
  for (let at = next(graph, node); at !== undefined; at = next(graph, at)) {
    const nature = at.definition?.nature;
    const isNormalization = nature === 'batch-statistics' || nature === 'normalization';
    if (!isActivation(nature) && !(isNormalization && tail.length === 0)) break;
    tail.push(at);
    if (isActivation(nature)) break;
  }
  return tail;
}

function isActivation(nature: string | undefined): boolean {
  return nature === 'activation' || nature === 'saturating';
}

/** The only layer behind, if it takes nothing else. */
function next(graph: Graph, { outgoing }: GraphNode): GraphNode | undefined {
  const target = outgoing.length === 1 ? graph.get(outgoing[0]?.target ?? '') : undefined;
  return target?.incoming.length === 1 ? target : undefined;
}
