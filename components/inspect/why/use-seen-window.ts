import { useMemo } from 'react';
import { sceneOf, seenBy } from '@/components/inspect/unit/scene';
import { cropPixels, type Window } from '@/lib/inspect/crop';
import type { ColourTheme } from '@/lib/inspect/colours';
import { mapSize } from '@/lib/inspect/channel-map';
import type { Pixels } from '@/lib/inspect/paint-grid';
import type { InspectSubject } from '@/lib/state/inspect-state';
import type { Cell, UnitRef } from '@/lib/training/inspect/protocol';

/** Makes pixels anew for each theme. */
export type MakePixels = (theme: ColourTheme) => Pixels;

/** What is seen of the picture's sides is less than this: worth a closer look. */
const SMALL = 0.75;

/** The part of the picture that a cell of a unit's map sees (null: the cell in the middle); null: all of it, or nearly. */
export function useSeenWindow(subject: InspectSubject, unit: UnitRef, cell: Cell | null): Window | null {
  const { layer, channel } = unit;
  const [row, column] = cell ?? [null, null];
  return useMemo(
    () => seenWindow(subject, { layer, channel }, row === null ? null : [row, column ?? 0]),
    [subject, layer, channel, row, column],
  );
}

function seenWindow(subject: InspectSubject, { layer: node }: UnitRef, cell: Cell | null): Window | null {
  const layer = subject.layers.find((known) => known.node === node);
  if (layer === undefined || layer.shape.length === 1) return null;
  const scene = sceneOf(subject, layer);
  if (scene.picture === null) return null;
  const [rows, columns] = mapSize(layer.shape);
  const seen = seenBy(scene, cell ?? [Math.floor(rows / 2), Math.floor(columns / 2)], scene.source);
  if (seen === undefined) return null;
  const { first, last } = seen.window;
  const [height = 1, width = 1] = scene.picture;
  const share = Math.max((last[0] - first[0] + 1) / height, (last[1] - first[1] + 1) / width);
  return share < SMALL ? { first, last } : null;
}

/** Each picture of the layers, cut to the window where there is one. */
export function cropped(layers: readonly MakePixels[], window: Window | null): readonly MakePixels[] {
  return window === null ? layers : layers.map((make) => (theme: ColourTheme) => cropPixels(make(theme), window));
}
