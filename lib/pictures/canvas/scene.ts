import type { NodeId } from '@/lib/core/ids';
import { edgesIn, nodesIn } from '@/lib/document/blocks';
import type { Document, DocumentEdge, DocumentNode } from '@/lib/document/document';
import { layered } from '@/lib/document/layout';
import type { Analysis } from '@/lib/analysis/analysis';

/** What a picture shows of a design, everything at its place; ids as the analysis has them. */
export interface Scene {
  readonly nodes: Readonly<Record<NodeId, DocumentNode>>;
  readonly edges: Readonly<Record<string, DocumentEdge>>;
  /** The blocks whose inside is shown at their place, with the size of their frames. */
  readonly frames: ReadonlyMap<NodeId, { readonly width: number; readonly height: number }>;
}

export const BLOCK_VIEWS = ['collapsed', 'written-out'] as const;
/** Blocks as one node each, or layer by layer, every repetition by itself. */
export type BlockView = (typeof BLOCK_VIEWS)[number];

/** The whole design. Written out, its layers get new places: those of a block would all lie on each other. */
export function sceneOf(document: Document, { flat }: Analysis, blocks: BlockView): Scene {
  const frames = new Map<NodeId, never>();
  if (Object.keys(document.blocks).length === 0) return { nodes: document.nodes, edges: document.edges, frames };
  if (blocks === 'collapsed') {
    return { nodes: byId(nodesIn(document, null)), edges: byId(edgesIn(document, null)), frames };
  }
  const places = layered(flat, Object.keys(flat.nodes));
  const nodes = Object.values(flat.nodes).map((node) => ({ ...node, position: places[node.id] ?? node.position }));
  return { nodes: byId(nodes), edges: flat.edges, frames };
}

function byId<T extends { readonly id: string }>(values: readonly T[]): Readonly<Record<string, T>> {
  return Object.fromEntries(values.map((value) => [value.id, value]));
}
