import type { Shape } from '@/lib/core/tensor-type';
import { mapSize, unitCount } from '@/lib/inspect/channel-map';

/** 'maps': pictures side by side; 'rows': sequences, one below the other; 'bars': single numbers. */
export type GridKind = 'maps' | 'rows' | 'bars';

/** Where the units of a layer stand, in pixels; positions count along the rows. */
export interface GridLayout {
  readonly kind: GridKind;
  readonly count: number;
  readonly columns: number;
  readonly rows: number;
  /** Of one unit, without the gap to the next. */
  readonly cell: Size;
  readonly gap: number;
  /** Of all units. */
  readonly height: number;
}

export interface Size {
  readonly width: number;
  readonly height: number;
}

/** Longer sides of a map, from small to large. */
export const MAP_SIDES = [16, 20, 26, 34, 44, 58, 76, 100, 130, 170, 220, 290, 380] as const;
/** What fits without scrolling is made no larger than this, nor smaller, unless a person asks for it. */
const FIT = { least: 26, most: 230 } as const;
const GAP = 3;
const BAR = { width: 150, height: 18 } as const;
const ROW_HEIGHTS = [6, 8, 10, 12, 16, 20, 26, 34, 44] as const;

export function gridKind(shape: Shape): GridKind {
  return shape.length === 3 ? 'maps' : shape.length === 2 ? 'rows' : 'bars';
}

/** Rows and columns of a unit's map as the grid draws it: a sequence lies along its row. */
export function drawnSize(shape: Shape): readonly [rows: number, columns: number] {
  const [rows, columns] = mapSize(shape);
  return shape.length === 2 ? [1, rows] : [rows, columns];
}

/** `size`: an index of the sizes of its kind; null: as large as fits the room. */
export function gridLayout(shape: Shape, room: Size, size: number | null): GridLayout {
  const kind = gridKind(shape);
  const count = unitCount(shape);
  const width = Math.max(1, room.width);
  switch (kind) {
    case 'bars': {
      // A few stand one below the other, over the whole width.
      const isShort = count * (BAR.height + GAP) <= Math.max(room.height, 14 * (BAR.height + GAP));
      const columns = isShort ? 1 : Math.max(1, Math.floor((width + GAP) / (BAR.width + GAP)));
      const cell = { width: Math.floor((width - (columns - 1) * GAP) / columns), height: BAR.height };
      return filled(kind, count, { columns, cell });
    }
    case 'rows': {
      const height = ROW_HEIGHTS[size ?? fittingRow(count, room)] ?? 12;
      return filled(kind, count, { columns: 1, cell: { width, height } });
    }
    case 'maps': {
      const [rows, columns] = drawnSize(shape);
      const side = size === null ? fittingSide([rows, columns], count, room) : (MAP_SIDES[size] ?? FIT.least);
      const cell = cellOf([rows, columns], side);
      return filled(kind, count, { columns: columnsIn(width, cell.width), cell });
    }
  }
}

/** How many sizes there are to choose from. */
export function sizesOf(kind: GridKind): number {
  return kind === 'maps' ? MAP_SIDES.length : kind === 'rows' ? ROW_HEIGHTS.length : 1;
}

/** The index of the size nearest to what a layout has: where a person goes on from what fitted. */
export function sizeIndex({ kind, cell }: GridLayout): number {
  const sizes: readonly number[] = kind === 'rows' ? ROW_HEIGHTS : MAP_SIDES;
  const side = kind === 'rows' ? cell.height : Math.max(cell.width, cell.height);
  return sizes.reduce((best, other, at) => {
    return Math.abs(other - side) < Math.abs((sizes[best] ?? 0) - side) ? at : best;
  }, 0);
}

function filled(
  kind: GridKind,
  count: number,
  { columns, cell }: { readonly columns: number; readonly cell: Size },
): GridLayout {
  const rows = Math.ceil(count / columns);
  return { kind, count, columns, rows, cell, gap: GAP, height: Math.max(0, rows * (cell.height + GAP) - GAP) };
}

type MapSize = readonly [rows: number, columns: number];

function cellOf([rows, columns]: MapSize, side: number): Size {
  const longer = Math.max(rows, columns, 1);
  return {
    width: Math.max(4, Math.round((side * columns) / longer)),
    height: Math.max(4, Math.round((side * rows) / longer)),
  };
}

function columnsIn(width: number, cell: number): number {
  return Math.max(1, Math.floor((width + GAP) / (cell + GAP)));
}

/** The largest side at which all fit; the least where none does. */
function fittingSide(map: MapSize, count: number, { width, height }: Size): number {
  for (let side: number = FIT.most; side > FIT.least; side -= 1) {
    const cell = cellOf(map, side);
    const rows = Math.ceil(count / columnsIn(width, cell.width));
    if (cell.width <= width && rows * (cell.height + GAP) - GAP <= height) return side;
  }
  return FIT.least;
}

function fittingRow(count: number, { height }: Size): number {
  const fitting = ROW_HEIGHTS.filter((row) => count * (row + GAP) - GAP <= height);
  return Math.max(2, fitting.length - 1);
}

/** Sides from which on a number in the corner leaves most of a map, or of a row, to be seen. */
const NUMBERED = { map: 40, row: 16 } as const;

/** Each unit has room for its number; a single one needs none, and bars have theirs beside them. */
export function holdsNumbers({ kind, cell, count }: GridLayout): boolean {
  if (kind === 'bars' || count === 1) return false;
  return kind === 'rows' ? cell.height >= NUMBERED.row : cell.width >= NUMBERED.map && cell.height >= NUMBERED.row;
}

/** Left upper corner of the unit at a position. */
export function cornerOf(
  { columns, cell, gap }: GridLayout,
  position: number,
): { readonly x: number; readonly y: number } {
  return {
    x: (position % columns) * (cell.width + gap),
    y: Math.floor(position / columns) * (cell.height + gap),
  };
}

/** The positions of which something lies between `top` and `bottom`: from the first to before the last. */
export function positionsBetween(
  { columns, cell, gap, count }: GridLayout,
  top: number,
  bottom: number,
): readonly [first: number, end: number] {
  const pitch = cell.height + gap;
  const first = Math.max(0, Math.floor(top / pitch)) * columns;
  const end = Math.min(count, Math.ceil(bottom / pitch) * columns);
  return [Math.min(first, end), end];
}

/** The position at a point, and where in its cell, from 0 to 1; null between the cells. */
export function positionAt(
  { columns, cell, gap, count }: GridLayout,
  x: number,
  y: number,
): { readonly position: number; readonly right: number; readonly down: number } | null {
  const [column, row] = [Math.floor(x / (cell.width + gap)), Math.floor(y / (cell.height + gap))];
  const right = (x - column * (cell.width + gap)) / cell.width;
  const down = (y - row * (cell.height + gap)) / cell.height;
  const position = row * columns + column;
  const isInside = column >= 0 && column < columns && row >= 0 && right < 1 && down < 1 && position < count;
  return isInside ? { position, right, down } : null;
}

/** Where a key leads to; null: it is none of the grid's. `page`: rows in view. */
export function positionAfter({ columns, count }: GridLayout, from: number, key: string, page: number): number | null {
  const steps: Readonly<Record<string, number>> = {
    ArrowLeft: -1,
    ArrowRight: 1,
    ArrowUp: -columns,
    ArrowDown: columns,
    PageUp: -columns * Math.max(1, page),
    PageDown: columns * Math.max(1, page),
    Home: -count,
    End: count,
  };
  const step = steps[key];
  if (step === undefined) return null;
  const to = from + step;
  if (to >= 0 && to < count) return to;
  // Up and down stay in their column as far as there is one; the others go to the end.
  const isAcross = key === 'ArrowUp' || key === 'ArrowDown';
  return isAcross ? from : Math.min(count - 1, Math.max(0, to));
}
