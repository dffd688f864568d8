import type { LayerRewrite } from '@/lib/layers/definition';
import type { Fix } from '@/lib/analysis/diagnostic';
import type { Graph, GraphNode } from '@/lib/analysis/graph';
import { activatedChain } from '@/lib/analysis/rewrites/activated-chain';

/** A rewrite of one layer as a diagnostic's mend; the interface shows what it saves before it is done. */
export function rewriteFix(graph: Graph, node: GraphNode, rewrite: LayerRewrite): readonly Fix[] {
  const layers = activatedChain(graph, node, rewrite);
  return [
    {
      label: { kind: 'rewrite', rewrite: rewrite.kind, node: node.id },
      command: { kind: 'replace-layer', node: node.id, layers },
    },
  ];
}
