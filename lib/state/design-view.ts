import type { NodeId } from '@/lib/core/ids';
import { blockOf, definitionOf, scopeOf, usesOf, type Scope } from '@/lib/document/blocks';
import type { Document } from '@/lib/document/document';
import type { Selection } from '@/lib/state/workspace-state';

/** Which part of a design the canvas shows, and how; gone with the page. */
export interface DesignView {
  /** The uses of blocks that were opened, from the design inwards; empty: the design itself is shown. */
  readonly path: readonly NodeId[];
  /** The uses of blocks whose inside is shown at their place; of the uses of one block only one at a time. */
  readonly expanded: readonly NodeId[];
}

export const WHOLE_DESIGN: DesignView = { path: [], expanded: [] };

/** The scope that the view's canvas shows. */
export function openScope(document: Document, { path }: DesignView): Scope {
  const last = document.nodes[path.at(-1) ?? ''];
  return last === undefined ? null : blockOf(last);
}

/** What of a view is still in the document; the same object when all of it is. */
export function existingView(document: Document, view: DesignView): DesignView {
  if (view.path.length === 0 && view.expanded.length === 0) return view;
  const path = existingPath(document, view.path);
  const blocks = new Set<string>();
  const expanded = view.expanded.filter((id) => {
    const node = document.nodes[id];
    const block = node === undefined ? null : (definitionOf(document, node)?.id ?? null);
    const isFirst = block !== null && !blocks.has(block);
    if (block !== null) blocks.add(block);
    return isFirst;
  });
  const isSame = path.length === view.path.length && expanded.length === view.expanded.length;
  return isSame ? view : { path, expanded };
}

/** Up to the first use that is gone or drawn somewhere else by now. */
function existingPath(document: Document, path: readonly NodeId[]): readonly NodeId[] {
  let scope: Scope = null;
  const kept: NodeId[] = [];
  for (const id of path) {
    const node = document.nodes[id];
    const block = node === undefined ? null : definitionOf(document, node);
    if (node === undefined || block === null || scopeOf(node) !== scope) break;
    kept.push(id);
    scope = block.id;
  }
  return kept;
}

/** A view that shows this layer: as it is where it does so already, else the block it is drawn in, opened. */
export function viewShowing(document: Document, view: DesignView, id: NodeId): DesignView {
  const node = document.nodes[id];
  if (node === undefined || scopesShown(document, view).has(scopeOf(node))) return view;
  const path = pathTo(document, scopeOf(node));
  return path === null ? view : { path, expanded: view.expanded };
}

/** The scopes whose layers are on the canvas: the open one, and those expanded in it. */
export function scopesShown(document: Document, view: DesignView): ReadonlySet<Scope> {
  const shown = new Set([openScope(document, view)]);
  const uses = view.expanded.flatMap((id) => document.nodes[id] ?? []);
  // A Set's iteration also visits what is added on the way.
  for (const scope of shown) {
    for (const use of uses) {
      const block = blockOf(use);
      if (block !== null && scopeOf(use) === scope) shown.add(block);
    }
  }
  return shown;
}

/** What of a selection is on the canvas; the same object when all of it is. */
export function shownSelection(selection: Selection, document: Document, view: DesignView): Selection {
  if (Object.keys(document.blocks).length === 0) return selection;
  const scopes = scopesShown(document, view);
  const isShown = (id: NodeId | undefined) => {
    const node = document.nodes[id ?? ''];
    return node !== undefined && scopes.has(scopeOf(node));
  };
  const nodes = selection.nodes.filter(isShown);
  const edges = selection.edges.filter((id) => isShown(document.edges[id]?.target));
  const isSame = nodes.length === selection.nodes.length && edges.length === selection.edges.length;
  return isSame ? selection : { nodes, edges };
}

/** By the first use of every block on the way. */
function pathTo(document: Document, scope: Scope): readonly NodeId[] | null {
  const path: NodeId[] = [];
  for (let inner = scope; inner !== null;) {
    const [use] = usesOf(document, inner);
    if (use === undefined || path.includes(use.id)) return null;
    path.unshift(use.id);
    inner = scopeOf(use);
  }
  return path;
}

/** Shows the inside of a use at its place, in place of that of another use of the same block; or no longer. */
export function toggleExpanded(document: Document, view: DesignView, id: NodeId): DesignView {
  if (view.expanded.includes(id)) return { ...view, expanded: view.expanded.filter((other) => other !== id) };
  const node = document.nodes[id];
  const block = node === undefined ? null : blockOf(node);
  if (block === null) return view;
  const others = view.expanded.filter((other) => {
    const use = document.nodes[other];
    return use !== undefined && blockOf(use) !== block;
  });
  return { ...view, expanded: [...others, id] };
}
