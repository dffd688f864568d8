import { takeBlocks, type BlockParts } from '@/lib/document/block-parts';
import { BLOCK_INPUT_TYPE, edgesIn, nodesIn, type Scope } from '@/lib/document/blocks';
import type { Document, DocumentEdge, DocumentNode, Position } from '@/lib/document/document';
import type { Command } from '@/lib/document/command';
import { loadDocument } from '@/lib/document/load';
import { saveDocument } from '@/lib/document/save';
import type { Selection } from '@/lib/state/workspace-state';

export interface Layers {
  readonly nodes: readonly DocumentNode[];
  /** Those between two of the layers. */
  readonly edges: readonly DocumentEdge[];
  /** What the layers stand for. */
  readonly blocks: BlockParts;
}

/** How far a copy lands from its original; a multiple of the grid. */
const STEP = 32;

export function selectedLayers(document: Document, { nodes }: Selection): Layers {
  const chosen = new Set(nodes);
  const all = Object.values(document.nodes).filter(({ id }) => chosen.has(id));
  return {
    nodes: all,
    blocks: takeBlocks(document, all),
    edges: Object.values(document.edges).filter(({ source, target }) => chosen.has(source) && chosen.has(target)),
  };
}

/** Layers as text: a design's file with only them in it, so that what is pasted is checked as any file is. */
export function layersToText(document: Document, { nodes, edges, blocks }: Layers): string {
  // Layers of a block are on their own here: the file has them in the design itself.
  const outside = nodes.filter(({ type }) => type !== BLOCK_INPUT_TYPE).map(({ scope: _, ...node }) => node);
  const kept = [...outside, ...blocks.nodes];
  const ids = new Set(kept.map(({ id }) => id));
  const joined = [...edges, ...blocks.edges].filter(({ source, target }) => ids.has(source) && ids.has(target));
  return saveDocument({
    ...document,
    nodes: byId(kept),
    edges: byId(joined),
    blocks: byId(blocks.blocks),
    outputs: [],
    silenced: document.silenced.filter(({ node }) => node !== undefined && ids.has(node)),
  });
}

function byId<T extends { readonly id: string }>(values: readonly T[]): Readonly<Record<string, T>> {
  return Object.fromEntries(values.map((value) => [value.id, value]));
}

/** null when the text is not layers. */
export function layersFromText(text: string): Layers | null {
  const loaded = loadDocument(text, '');
  if (!loaded.ok) return null;
  const { document } = loaded.value;
  const nodes = nodesIn(document, null);
  return nodes.length === 0 ? null : { nodes, edges: edgesIn(document, null), blocks: takeBlocks(document, nodes) };
}

/** Pastes layers a step down and right of where they came from, or further where earlier copies lie. */
export function pasteCommand(document: Document, layers: Layers, scope: Scope): Command {
  return {
    kind: 'paste',
    ...layers,
    offset: freeOffset(document, layers, scope),
    ...(scope === null ? {} : { scope }),
  };
}

function freeOffset(document: Document, { nodes }: Layers, scope: Scope): Position {
  const taken = new Set(nodesIn(document, scope).map(({ position }) => `${position.x},${position.y}`));
  for (let steps = 1; ; steps++) {
    const by = steps * STEP;
    if (!nodes.some(({ position }) => taken.has(`${position.x + by},${position.y + by}`))) return { x: by, y: by };
  }
}
