import type { RewriteId } from '@/lib/core/design-problem';
import type { NodeId } from '@/lib/core/ids';
import type { Command } from '@/lib/document/command';
import { blockOf, documentId } from '@/lib/document/blocks';
import type { Document } from '@/lib/document/document';
import type { Analysis, AnalysisTask } from '@/lib/analysis/analysis';
import { buildGraph, type Graph, type GraphNode } from '@/lib/analysis/graph';
import { designRewrites } from '@/lib/analysis/rewrites/design-rewrites';
import { layerRewrites } from '@/lib/analysis/rewrites/layer-rewrites';
import { typedLayer } from '@/lib/analysis/typed-layer';
import type { TypedLayer } from '@/lib/analysis/types';

/** Something that can be done to layers of a design, as one step that can be undone. */
export interface RewritePlan {
  readonly kind: RewriteId;
  /** The layers that are replaced or removed. */
  readonly nodes: readonly NodeId[];
  readonly commands: readonly Command[];
}

export interface RewriteRequest {
  readonly document: Document;
  /** Of the document. */
  readonly analysis: Analysis;
  readonly task: AnalysisTask | null;
  /** The layers it may be done to, blocks for all that is in them; null: every layer. */
  readonly nodes: readonly NodeId[] | null;
  /** What every activation is to become. */
  readonly activation: string | null;
}

/** A layer of the document with what is known of it. */
export interface RewriteTarget {
  readonly node: GraphNode;
  readonly layer: TypedLayer;
  /** In a block that is used several times each of its uses; their inputs may differ. */
  readonly uses: readonly TypedLayer[];
  /** It gives the network's output. */
  readonly isOutput: boolean;
}

export interface RewriteSite {
  readonly graph: Graph;
  readonly targets: readonly RewriteTarget[];
  readonly outputs: ReadonlySet<NodeId>;
  readonly activation: string | null;
}

/** What can be done to these layers. `completeRewrite` says what else it takes, if it is possible at all. */
export function planRewrites(request: RewriteRequest): readonly RewritePlan[] {
  const { document, analysis } = request;
  const graph = buildGraph(document);
  const outputs = new Set(analysis.outputs.map(documentId));
  const members = new Set(analysis.network.map(documentId));
  const written = writtenOut(analysis);
  const wanted = request.nodes === null ? null : withBlocks(document, request.nodes);
  const targets = [...graph.values()].flatMap((node): readonly RewriteTarget[] => {
    if ((wanted !== null && !wanted.has(node.id)) || !members.has(node.id)) return [];
    const ids = node.definition === null ? [] : (written.get(node.id) ?? []);
    const uses = ids.flatMap((id) => typedLayer(analysis, id) ?? []);
    const [layer] = uses;
    return layer === undefined || uses.length < ids.length
      ? []
      : [{ node, layer, uses, isOutput: outputs.has(node.id) }];
  });
  const site = { graph, targets, outputs, activation: request.activation };
  return [...layerRewrites(site), ...designRewrites(site)];
}

/** The layers of the design written out, by the layer that is drawn for them. */
function writtenOut({ network }: Analysis): ReadonlyMap<NodeId, readonly NodeId[]> {
  const written = new Map<NodeId, NodeId[]>();
  for (const id of network) {
    const known = written.get(documentId(id));
    if (known) known.push(id);
    else written.set(documentId(id), [id]);
  }
  return written;
}

/** These layers, and those of the blocks among them, and of the blocks in those. */
function withBlocks(document: Document, nodes: readonly NodeId[]): ReadonlySet<NodeId> {
  const wanted = new Set(nodes);
  // A Set's iteration also visits what is added on the way.
  for (const id of wanted) {
    const node = document.nodes[id];
    const block = node === undefined ? null : blockOf(node);
    if (block === null) continue;
    for (const inner of Object.values(document.nodes)) if (inner.scope === block) wanted.add(inner.id);
  }
  return wanted;
}
