import type { NodeId } from '@/lib/core/ids';
import { edgesIn, nodesIn } from '@/lib/document/blocks';
import type { Document, DocumentEdge, DocumentNode, Position } from '@/lib/document/document';
import { autoLayout } from '@/lib/document/auto-layout';
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

/**
 * The whole design. Written out, its layers need places of their own, those of a block would all lie on each other:
 * `arrange` finds them where the picture shows any.
 */
export function sceneOf(
  document: Document,
  { flat }: Analysis,
  { blocks, places = {} }: { readonly blocks: BlockView; readonly places?: Places },
): Scene {
  const frames = new Map<NodeId, never>();
  if (Object.keys(document.blocks).length === 0) return { nodes: document.nodes, edges: document.edges, frames };
  if (blocks === 'collapsed') {
    return { nodes: byId(nodesIn(document, null)), edges: byId(edgesIn(document, null)), frames };
  }
  const nodes = Object.values(flat.nodes).map((node) => ({ ...node, position: places[node.id] ?? node.position }));
  return { nodes: byId(nodes), edges: flat.edges, frames };
}

export type Places = Readonly<Record<NodeId, Position>>;

/** Places for the layers of a design with its blocks written out; none where it has no blocks. */
export async function arrange(document: Document, { flat }: Analysis, blocks: BlockView): Promise<Places> {
  return blocks === 'collapsed' || Object.keys(document.blocks).length === 0 ? {} : autoLayout(flat);
}

function byId<T extends { readonly id: string }>(values: readonly T[]): Readonly<Record<string, T>> {
  return Object.fromEntries(values.map((value) => [value.id, value]));
}
