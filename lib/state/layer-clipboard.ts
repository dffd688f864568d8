import type { Document, DocumentEdge, DocumentNode, Position } from '@/lib/document/document';
import type { Command } from '@/lib/document/command';
import { loadDocument } from '@/lib/document/load';
import { saveDocument } from '@/lib/document/save';
import type { Selection } from '@/lib/state/workspace-state';

export interface Layers {
  readonly nodes: readonly DocumentNode[];
  /** Those between two of the layers. */
  readonly edges: readonly DocumentEdge[];
}

/** How far a copy lands from its original; a multiple of the grid. */
const STEP = 32;

export function selectedLayers(document: Document, { nodes }: Selection): Layers {
  const chosen = new Set(nodes);
  return {
    nodes: Object.values(document.nodes).filter(({ id }) => chosen.has(id)),
    edges: Object.values(document.edges).filter(({ source, target }) => chosen.has(source) && chosen.has(target)),
  };
}

/** Layers as text: a design's file with only them in it, so that what is pasted is checked as any file is. */
export function layersToText(document: Document, { nodes, edges }: Layers): string {
  return saveDocument({
    ...document,
    nodes: Object.fromEntries(nodes.map((node) => [node.id, node])),
    edges: Object.fromEntries(edges.map((edge) => [edge.id, edge])),
  });
}

/** null when the text is not layers. */
export function layersFromText(text: string): Layers | null {
  const loaded = loadDocument(text, '');
  if (!loaded.ok) return null;
  const layers = {
    nodes: Object.values(loaded.value.document.nodes),
    edges: Object.values(loaded.value.document.edges),
  };
  return layers.nodes.length === 0 ? null : layers;
}

/** Pastes layers a step down and right of where they came from, or further where earlier copies lie. */
export function pasteCommand(document: Document, layers: Layers): Command {
  return { kind: 'paste', ...layers, offset: freeOffset(document, layers) };
}

function freeOffset(document: Document, { nodes }: Layers): Position {
  const taken = new Set(Object.values(document.nodes).map(({ position }) => `${position.x},${position.y}`));
  for (let steps = 1; ; steps++) {
    const by = steps * STEP;
    if (!nodes.some(({ position }) => taken.has(`${position.x + by},${position.y + by}`))) return { x: by, y: by };
  }
}
