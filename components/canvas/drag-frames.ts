import type { NodeId } from '@/lib/core/ids';
import { blockOf } from '@/lib/document/blocks';
import type { Position } from '@/lib/document/document';
import type { ShownDesign } from '@/lib/state/shown-design';

type Places = Readonly<Record<NodeId, Position>>;

/** Where the insides of dragged frames are, with the frames themselves. */
export function withInsides({ nodes, frames }: ShownDesign, dragged: Places): Places {
  const places: Record<NodeId, Position> = { ...dragged };
  const waiting = Object.keys(dragged).filter((id) => frames.has(id));
  for (let id = waiting.shift(); id !== undefined; id = waiting.shift()) {
    const [frame, at] = [nodes[id], places[id]];
    if (frame === undefined || at === undefined) continue;
    for (const { id: inner, scope, position } of Object.values(nodes)) {
      if (scope === undefined || scope !== blockOf(frame) || inner in dragged) continue;
      places[inner] = {
        x: position.x + at.x - frame.position.x,
        y: position.y + at.y - frame.position.y,
      };
      if (frames.has(inner)) waiting.push(inner);
    }
  }
  return places;
}

/** Places in the document for places in the view. */
export function inDocument({ offsets }: ShownDesign, places: Places): Places {
  return Object.fromEntries(
    Object.entries(places).map(([id, { x, y }]) => {
      const offset = offsets.get(id) ?? { x: 0, y: 0 };
      return [id, { x: x - offset.x, y: y - offset.y }];
    }),
  );
}
