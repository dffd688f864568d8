import type { NodeId } from '@/lib/core/ids';
import type { Analysis } from '@/lib/analysis/analysis';
import type { Overhang } from '@/lib/analysis/unit-view';
import type { Pair } from '@/lib/layers/fields';
import { placesOf } from '@/lib/layers/reach';

/** No more room than this share of the picture: what lies further out is not drawn. */
const MOST_SHARE = 0.5;

/**
 * Room around a picture for the border that any unit of these layers sees: of one and all before it, so that the picture
 * grows no larger from layer to layer.
 */
export function pictureMargin({ layers }: Analysis, ids: readonly NodeId[], picture: Pair): Overhang {
  const sides = { top: 0, bottom: 0, left: 0, right: 0 };
  const grow = (side: keyof Overhang, by: number, axis: 0 | 1) => {
    sides[side] = Math.max(sides[side], Math.min(Math.ceil(by), Math.ceil(picture[axis] * MOST_SHARE)));
  };
  for (const id of ids) {
    const { output, receptiveField: field } = layers[id] ?? { output: null, receptiveField: null };
    const places = output && placesOf(output.shape);
    if (!places || field === null || field.global) continue;
    const last = (axis: 0 | 1) => field.start[axis] + (places[axis] - 1) * field.jump[axis] + field.size[axis] / 2;
    grow('top', field.size[0] / 2 - field.start[0], 0);
    grow('left', field.size[1] / 2 - field.start[1], 1);
    grow('bottom', last(0) - picture[0], 0);
    grow('right', last(1) - picture[1], 1);
  }
  return sides;
}
