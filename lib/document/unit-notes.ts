import type { NodeId } from '@/lib/core/ids';
import { documentId } from '@/lib/document/blocks';
import type { Command } from '@/lib/document/command';
import type { Document, DocumentNode, UnitNotes } from '@/lib/document/document';

/** Longer than any name of a concept; keeps a file from filling the page with one. */
export const MOST_NOTE_CHARACTERS = 200;

/** What stands at a unit's note: what the layer's flat id begins with (a repetition of a block), and the channel. */
function keyOf(flatId: NodeId, unit: number): string {
  return `${prefixOf(flatId)}${unit}`;
}

/** Of a flat id, or of what a note stands under. */
export function prefixOf(flatId: NodeId): string {
  return flatId.slice(0, flatId.lastIndexOf('.') + 1);
}

/** One line, without what no one writes. */
export function plainNote(text: string): string {
  return [...text.replace(/\p{Cc}+/gu, ' ')].slice(0, MOST_NOTE_CHARACTERS).join('').trim();
}

/** How many units of a node have notes, wherever it is written out. */
export function countNotes({ notes }: Pick<DocumentNode, 'notes'>): number {
  return notes === undefined ? 0 : Object.keys(notes).length;
}

/** An empty note takes it away. */
export function setUnitNote(
  document: Document,
  { node: flatId, unit, note: text }: Extract<Command, { kind: 'set-unit-note' }>,
): Document {
  const id = documentId(flatId);
  const node = Object.hasOwn(document.nodes, id) ? document.nodes[id] : undefined;
  const note = plainNote(text);
  if (node === undefined || !Number.isInteger(unit) || unit < 0) return document;
  const key = keyOf(flatId, unit);
  if (note === (node.notes?.[key] ?? '')) return document;
  const { [key]: _, ...others } = node.notes ?? {};
  const changed = withNotes(node, note === '' ? others : { ...others, [key]: note });
  return { ...document, nodes: { ...document.nodes, [id]: changed } };
}

/** Notes of a layer that goes into a block: of its units in the block's use. */
export function notesInto<N extends Omit<DocumentNode, 'id'>>(node: N, use: NodeId): N {
  return rekeyed(node, (prefix) => `${prefix}${use}.`);
}

/** Notes of a layer that comes out of a repetition, from 1, of a block's use; those of others stay behind. */
export function notesOutOf<N extends Omit<DocumentNode, 'id'>>(node: N, use: NodeId, repetition: number): N {
  const inner = repetition === 1 ? `${use}.` : `${use}.${repetition}.`;
  return rekeyed(node, (prefix) => {
    const outer = prefix.slice(0, prefix.length - inner.length);
    return prefix.endsWith(inner) && (outer === '' || outer.endsWith('.')) ? outer : null;
  });
}

/** Notes inside of blocks whose uses go into another one's: of the units in `use`, from now on. */
export function innerNotesInto(nodes: Document['nodes'], moved: ReadonlySet<NodeId>, use: NodeId): Document['nodes'] {
  return withWays(nodes, (way) => {
    const at = way.findIndex((id) => moved.has(id));
    return at < 0 ? way : [...way.slice(0, at), use, ...way.slice(at)];
  });
}

/** Notes inside of blocks whose uses come out of a repetition, from 1, of a block's use, each as what `ids` says. */
export function innerNotesOutOf(
  nodes: Document['nodes'],
  {
    use,
    repetition,
    ids,
  }: { readonly use: NodeId; readonly repetition: number; readonly ids: ReadonlyMap<NodeId, NodeId> },
): Document['nodes'] {
  const inner = repetition === 1 ? [use] : [use, String(repetition)];
  return withWays(nodes, (way) => {
    const at = way.indexOf(use);
    const after = at + inner.length;
    const id = ids.get(way[after] ?? '');
    if (at < 0 || id === undefined || !inner.every((step, index) => way[at + index] === step)) return way;
    return [...way.slice(0, at), id, ...way.slice(after + 1)];
  });
}

/** Without the notes of units in a use that is gone: another one may get its id. */
export function withoutNotesIn(nodes: Document['nodes'], use: NodeId): Document['nodes'] {
  return withWays(nodes, (way) => (way.includes(use) ? null : way));
}

/** The way to a note's unit: uses of blocks from the outermost in, with the repetition after each that is not its first. */
type Way = readonly string[];

function withWays(nodes: Document['nodes'], change: (way: Way) => Way | null): Document['nodes'] {
  let isChanged = false;
  const entries = Object.values(nodes).map((node): readonly [NodeId, DocumentNode] => {
    if (node.notes === undefined) return [node.id, node];
    const changed = rekeyed(node, (prefix) => {
      const way = change(prefix.split('.').slice(0, -1));
      return way === null ? null : way.map((step) => `${step}.`).join('');
    });
    if (sameKeys(changed.notes, node.notes)) return [node.id, node];
    isChanged = true;
    return [node.id, changed];
  });
  return isChanged ? Object.fromEntries(entries) : nodes;
}

function sameKeys(a: UnitNotes | undefined, b: UnitNotes): boolean {
  return Object.keys(a ?? {}).join(' ') === Object.keys(b).join(' ');
}

function rekeyed<N extends Omit<DocumentNode, 'id'>>(node: N, change: (prefix: string) => string | null): N {
  if (node.notes === undefined) return node;
  const entries = Object.entries(node.notes).flatMap(([key, note]) => {
    const prefix = change(prefixOf(key));
    return prefix === null ? [] : [[`${prefix}${key.slice(prefixOf(key).length)}`, note] as const];
  });
  return withNotes(node, Object.fromEntries(entries));
}

export function withNotes<N extends Omit<DocumentNode, 'id'>>(node: N, notes: UnitNotes): N {
  const { notes: _, ...bare } = node;
  return (Object.keys(notes).length === 0 ? bare : { ...bare, notes }) as N;
}
