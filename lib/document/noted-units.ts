import type { NodeId } from '@/lib/core/ids';
import type { Document } from '@/lib/document/document';

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

/** A note stands under what its layer's flat id begins with, and the channel. */
function notedUnit(id: NodeId, key: string, note: string): NotedUnit {
  const end = key.lastIndexOf('.') + 1;
  return { node: `${key.slice(0, end)}${id}`, unit: Number(key.slice(end)), note };
}
