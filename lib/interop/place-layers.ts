import { autoLayout } from '@/lib/document/auto-layout';
import type { Document } from '@/lib/document/document';
import { layered } from '@/lib/document/layout';

/** Above this many layers the better arrangement takes seconds. */
const LARGE = 600;

/** Gives every layer of a new design a place. */
export async function placeLayers(document: Document): Promise<Document> {
  const ids = Object.keys(document.nodes);
  const positions = ids.length > LARGE ? layered(document, ids) : await autoLayout(document);
  const nodes = Object.entries(document.nodes).map(([id, node]) => {
    return [id, { ...node, position: positions[id] ?? node.position }] as const;
  });
  return { ...document, nodes: Object.fromEntries(nodes) };
}
