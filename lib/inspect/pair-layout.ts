import type { Shape } from '@/lib/core/tensor-type';
import { gridKind, gridLayout, type GridLayout, type Size } from '@/lib/inspect/grid-layout';

/**
 * Where the units of two layers stand that are seen side by side. Of maps, those of both are equally large, so that one
 * of them is not taken for more than the other: as large as fits the room for the one with more units.
 */
export function pairLayouts(
  [a, b]: readonly [a: Shape, b: Shape | null],
  room: Size,
  size: number | null,
): readonly [a: GridLayout, b: GridLayout | null] {
  const own = gridLayout(a, room, size);
  if (b === null || gridKind(b) !== own.kind) return [own, null];
  const other = gridLayout(b, room, size);
  if (own.kind === 'bars') return [own, other];
  const side = Math.min(longerOf(own), longerOf(other));
  return [withSide(own, side, room), withSide(other, side, room)];
}

function longerOf({ kind, cell }: GridLayout): number {
  return kind === 'rows' ? cell.height : Math.max(cell.width, cell.height);
}

function withSide(layout: GridLayout, side: number, room: Size): GridLayout {
  const { kind, count, gap } = layout;
  const share = side / longerOf(layout);
  const scaled = (pixels: number) => Math.max(4, Math.round(pixels * share));
  const width = kind === 'rows' ? layout.cell.width : scaled(layout.cell.width);
  const cell = { width, height: scaled(layout.cell.height) };
  const columns = kind === 'rows' ? 1 : Math.max(1, Math.floor((room.width + gap) / (cell.width + gap)));
  const rows = Math.ceil(count / columns);
  return { ...layout, columns, rows, cell, height: Math.max(0, rows * (cell.height + gap) - gap) };
}
