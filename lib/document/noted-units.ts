import type { NodeId } from '@/lib/core/ids';
import { documentId } from '@/lib/document/blocks';
import type { Document, UnitNotes } from '@/lib/document/document';
import { prefixOf } from '@/lib/document/unit-notes';

/** One unit that has a name: its layer in the design written out, and its channel. */
export interface NotedUnit {
  readonly node: NodeId;
  readonly unit: number;
  readonly note: string;
}

/** The named units of a layer, wherever it is written out, or of all that a use of a block has in it. */
export function notedUnits({ nodes }: Pick<Document, 'nodes'>, id: NodeId): readonly NotedUnit[] {
  const own = nodes[id]?.notes;
  if (own !== undefined) return Object.entries(own).map(([key, note]) => notedUnit(id, key, note));
  return Object.values(nodes).flatMap(({ id: inner, notes = {} }) =>
    Object.entries(notes)
      .filter(([key]) => key.split('.').slice(0, -1).includes(id))
      .map(([key, note]) => notedUnit(inner, key, note)),
  );
}

/** Whether `notedUnits` are any: asked of every block at every change. */
export function hasNotedUnits({ nodes }: Pick<Document, 'nodes'>, id: NodeId): boolean {
  const known = noted.get(nodes) ?? withNotes(nodes);
  noted.set(nodes, known);
  return known.has(id);
}

const noted = new WeakMap<Document['nodes'], ReadonlySet<NodeId>>();

/** The layers that have notes, and the uses of blocks that their flat ids begin with. */
function withNotes(nodes: Document['nodes']): ReadonlySet<NodeId> {
  return new Set(
    Object.values(nodes).flatMap(({ id, notes = {} }) =>
      Object.keys(notes).flatMap((key) => [id, ...key.split('.').slice(0, -1)]),
    ),
  );
}

/** A note stands under what its layer's flat id begins with, and the channel. */
function notedUnit(id: NodeId, key: string, note: string): NotedUnit {
  const prefix = prefixOf(key);
  return { node: `${prefix}${id}`, unit: Number(key.slice(prefix.length)), note };
}

/** The notes on a layer of the design written out, by unit. The same object as long as the layer's notes are. */
export function notesOfLayer({ nodes }: Pick<Document, 'nodes'>, flatId: NodeId): ReadonlyMap<number, string> {
  const notes = nodes[documentId(flatId)]?.notes;
  if (notes === undefined) return NO_NOTES;
  const byPrefix = read.get(notes) ?? new Map<string, ReadonlyMap<number, string>>();
  read.set(notes, byPrefix);
  const prefix = prefixOf(flatId);
  const known = byPrefix.get(prefix) ?? ofPrefix(notes, prefix);
  byPrefix.set(prefix, known);
  return known;
}

const NO_NOTES: ReadonlyMap<number, string> = new Map();
const read = new WeakMap<UnitNotes, Map<string, ReadonlyMap<number, string>>>();

function ofPrefix(notes: UnitNotes, prefix: string): ReadonlyMap<number, string> {
  const own = Object.entries(notes).filter(([key]) => prefixOf(key) === prefix);
  return new Map(own.map(([key, note]) => [Number(key.slice(prefix.length)), note] as const).sort(([a], [b]) => a - b));
}
