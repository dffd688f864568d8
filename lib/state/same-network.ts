import { sameJson } from '@/lib/core/same-json';
import type { Document, DocumentNode } from '@/lib/document/document';

/**
 * Whether two documents describe the same network: names, titles, positions and training settings aside. Unchanged
 * nodes are the same objects after an edit elsewhere, so this is cheap.
 */
export function sameNetwork(a: Document, b: Document): boolean {
  if (a.nodes !== b.nodes && !sameNodes(a, b)) return false;
  return (a.edges === b.edges || sameEdges(a, b)) && sameOutputs(a, b);
}

/** Of the design, and of its blocks; what a block is called makes no difference. */
function sameOutputs(a: Document, b: Document): boolean {
  if (a.outputs !== b.outputs && !sameJson(a.outputs, b.outputs)) return false;
  if (a.blocks === b.blocks) return true;
  const outputs = ({ blocks }: Document) => Object.values(blocks).map(({ id, output }) => [id, output]);
  return sameJson(outputs(a), outputs(b));
}

function sameNodes(a: Document, b: Document): boolean {
  const ids = Object.keys(a.nodes);
  if (ids.length !== Object.keys(b.nodes).length) return false;
  return ids.every((id) => sameNode(a.nodes[id], b.nodes[id]));
}

function sameNode(a: DocumentNode | undefined, b: DocumentNode | undefined): boolean {
  if (a === undefined || b === undefined) return false;
  return (
    a === b || (a.type === b.type && a.scope === b.scope && (a.params === b.params || sameJson(a.params, b.params)))
  );
}

function sameEdges(a: Document, b: Document): boolean {
  const ids = Object.keys(a.edges);
  if (ids.length !== Object.keys(b.edges).length) return false;
  return ids.every((id) => {
    const one = a.edges[id];
    const other = b.edges[id];
    if (one === undefined || other === undefined) return false;
    return one.source === other.source && one.target === other.target && one.slot === other.slot;
  });
}
