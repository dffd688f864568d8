import type { EdgeId, NodeId } from '@/lib/core/ids';
import { BLOCK_TYPE } from '@/lib/document/blocks';
import type { Command } from '@/lib/document/command';
import { withoutInputs } from '@/lib/document/commands/block-inputs';
import { withoutUnusedBlocks } from '@/lib/document/commands/unused-blocks';
import type { Document, DocumentEdge } from '@/lib/document/document';

/**
 * Edges go first and leave a gap; then all layers go at once, and the chain closes behind them where a single layer led
 * into what was removed. The order in which they are named does not matter.
 */
export function remove(document: Document, command: Extract<Command, { kind: 'remove' }>): Document {
  const cut = withoutEdges(document, command.edges);
  const gone = new Set(command.nodes.filter((id) => Object.hasOwn(cut.nodes, id)));
  if (gone.size === 0) return cut;
  const removed = Object.values(cut.nodes).filter(({ id }) => gone.has(id));
  const healed = withoutInputs(withoutNodes(cut, gone), removed);
  return removed.some(({ type }) => type === BLOCK_TYPE) ? withoutUnusedBlocks(healed) : healed;
}

function withoutEdges(document: Document, ids: readonly EdgeId[]): Document {
  const gone = new Set(ids.filter((id) => Object.hasOwn(document.edges, id)));
  if (gone.size === 0) return document;
  const kept = Object.entries(document.edges).filter(([id]) => !gone.has(id));
  return { ...document, edges: Object.fromEntries(kept) };
}

function withoutNodes(document: Document, gone: ReadonlySet<NodeId>): Document {
  const sources = sourcesByTarget(Object.values(document.edges));
  const nodes = Object.entries(document.nodes).filter(([id]) => !gone.has(id));
  return {
    ...document,
    nodes: Object.fromEntries(nodes),
    edges: healedEdges(Object.values(document.edges), gone, sources),
    blocks: healedOutputs(document.blocks, gone, sources),
    outputs: document.outputs.filter((id) => !gone.has(id)),
    silenced: document.silenced.filter(({ node }) => node === undefined || !gone.has(node)),
    training: forgottenLayers(document.training, gone),
  };
}

/** What was said of removed layers: a later layer may get the same id. */
function forgottenLayers(training: Document['training'], gone: ReadonlySet<NodeId>): Document['training'] {
  const heads = Object.entries(training.heads).filter(([id]) => !gone.has(id));
  const frozen = training.frozen.filter((id) => !gone.has(id));
  const isSame = frozen.length === training.frozen.length && heads.length === Object.keys(training.heads).length;
  return isSame ? training : { ...training, frozen, heads: Object.fromEntries(heads) };
}

/** What led out of the removed layers starts where they were fed from, unless that would join two layers twice. */
function healedEdges(edges: readonly DocumentEdge[], gone: ReadonlySet<NodeId>, sources: Sources): Document['edges'] {
  const isUntouched = ({ source, target }: DocumentEdge) => !gone.has(source) && !gone.has(target);
  const joined = new Set(edges.filter(isUntouched).map(pairOf));
  const healed = edges.flatMap((edge): readonly DocumentEdge[] => {
    if (isUntouched(edge)) return [edge];
    const source = gone.has(edge.target) ? null : onlyFeeder(edge.source, gone, sources);
    if (source === null || source === edge.target || joined.has(pairOf({ ...edge, source }))) return [];
    joined.add(pairOf({ ...edge, source }));
    return [{ ...edge, source }];
  });
  return Object.fromEntries(healed.map((edge) => [edge.id, edge]));
}

/** The one layer that stays and leads into this removed one, also through others that are removed; null: none or several. */
function onlyFeeder(start: NodeId, gone: ReadonlySet<NodeId>, sources: Sources): NodeId | null {
  const visited = new Set([start]);
  const feeders = new Set<NodeId>();
  // A Set's iteration also visits what is added on the way.
  for (const id of visited) {
    for (const source of sources.get(id) ?? []) (gone.has(source) ? visited : feeders).add(source);
    if (feeders.size > 1) return null;
  }
  const [only] = feeders;
  return only ?? null;
}

/** A block whose output was removed gives what led there. */
function healedOutputs(blocks: Document['blocks'], gone: ReadonlySet<NodeId>, sources: Sources): Document['blocks'] {
  const healed = Object.values(blocks).filter(({ output }) => output !== null && gone.has(output));
  if (healed.length === 0) return blocks;
  const changed = healed.map((block) => [
    block.id,
    { ...block, output: onlyFeeder(block.output ?? '', gone, sources) },
  ]);
  return { ...blocks, ...(Object.fromEntries(changed) as Document['blocks']) };
}

type Sources = ReadonlyMap<NodeId, readonly NodeId[]>;

function sourcesByTarget(edges: readonly DocumentEdge[]): Sources {
  const sources = new Map<NodeId, NodeId[]>();
  for (const { source, target } of edges) {
    const known = sources.get(target);
    if (known) known.push(source);
    else sources.set(target, [source]);
  }
  return sources;
}

function pairOf({ source, target }: Pick<DocumentEdge, 'source' | 'target'>): string {
  return `${source} ${target}`;
}
