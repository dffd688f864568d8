import type { NodeId } from '@/lib/core/ids';
import type { Document } from '@/lib/document/document';
import type { Selection } from '@/lib/state/workspace-state';

export const NOTHING_SELECTED: Selection = { nodes: [], edges: [] };

/** What of the selection is still in the document; the same object when all of it is. */
export function existing(selection: Selection, document: Document): Selection {
  const nodes = selection.nodes.filter((id) => document.nodes[id] !== undefined);
  const edges = selection.edges.filter((id) => document.edges[id] !== undefined);
  return nodes.length === selection.nodes.length && edges.length === selection.edges.length
    ? selection
    : { nodes, edges };
}

export function sameSelection(a: Selection, b: Selection): boolean {
  return sameIds(a.nodes, b.nodes) && sameIds(a.edges, b.edges);
}

/** The layers that came into an existing design: what has just been added is selected. None for another design. */
export function addedBy(before: Document, after: Document): readonly NodeId[] {
  const ids = Object.keys(after.nodes);
  const added = ids.filter((id) => before.nodes[id] === undefined);
  const isAnotherDesign = added.length === ids.length && Object.keys(before.nodes).length > 0;
  return isAnotherDesign ? [] : added;
}

function sameIds(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((id, index) => id === b[index]);
}
