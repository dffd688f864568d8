import { seenBy, type UnitScene } from '@/components/inspect/unit/scene';
import { boundedWindow, cropPixels, type Window } from '@/lib/inspect/crop';
import { picturePixels } from '@/lib/inspect/map-pixels';
import type { Pixels } from '@/lib/inspect/paint-grid';
import type { TopEntry } from '@/lib/inspect/top-units';
import { sampleInput } from '@/lib/state/inspect-subject';
import type { Sample } from '@/lib/training/protocol';

export interface EntryPictures {
  readonly whole: Pixels;
  /** What the most excited cell sees; the whole where it sees all. */
  readonly crop: Pixels;
  /** Where that is in the whole, in shares of its height and width; null: it sees all. */
  readonly outline: Outline | null;
}

export interface Outline {
  readonly left: number;
  readonly top: number;
  readonly width: number;
  readonly height: number;
}

/** null: the samples are no pictures. */
export function entryPictures(scene: UnitScene, { place }: TopEntry, sample: Sample): EntryPictures | null {
  if (scene.picture === null) return null;
  const whole = picturePixels({ shape: scene.picture, values: sampleInput('test', sample).values });
  const seen = seenBy(scene, place, scene.source);
  if (seen === undefined) return { whole, crop: whole, outline: null };
  const window = boundedWindow(seen.window, seen.places);
  return { whole, crop: cropPixels(whole, window), outline: outlineOf(window, seen.places) };
}

/** Cut to the picture: what lies beyond shows in the crop. */
function outlineOf({ first, last }: Window, [rows, columns]: readonly [number, number]): Outline | null {
  const [top, left] = [Math.max(0, first[0]), Math.max(0, first[1])];
  const [bottom, right] = [Math.min(rows - 1, last[0]), Math.min(columns - 1, last[1])];
  if (bottom < top || right < left) return null;
  return {
    left: left / columns,
    top: top / rows,
    width: (right - left + 1) / columns,
    height: (bottom - top + 1) / rows,
  };
}
