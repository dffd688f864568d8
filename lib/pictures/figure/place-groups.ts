import type { NodeId } from '@/lib/core/ids';
import { labelOf, LABEL_TYPE, LINE_HEIGHT, type LabelLine } from '@/lib/pictures/figure/block-label';
import { boxOf, boundsOf, type PlacedBox } from '@/lib/pictures/figure/boxes';
import type { FigureChoices, FigureSpacing } from '@/lib/pictures/figure/figure-options';
import type { FigureGroup, GroupGraph } from '@/lib/pictures/figure/group-blocks';
import { placeInLanes, type Cell } from '@/lib/pictures/figure/lanes';
import type { FigureScales } from '@/lib/pictures/figure/scales';
import { textWidth } from '@/lib/pictures/text-width';

export interface PlacedGroup extends Cell {
  readonly group: FigureGroup;
  /** One for each of its blocks. */
  readonly boxes: readonly [PlacedBox, ...PlacedBox[]];
  readonly bounds: Bounds;
  readonly label: readonly LabelLine[];
  /** Where lines arrive and leave. */
  readonly middle: number;
}

export interface Bounds {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
}

export interface PlacedGroups {
  readonly groups: ReadonlyMap<NodeId, PlacedGroup>;
  /** Left and right end of each column. */
  readonly columns: readonly Pick<Bounds, 'left' | 'right'>[];
}

const GUTTERS: Readonly<Record<FigureSpacing, number>> = { narrow: 14, normal: 26, wide: 46 };
/** Between two boxes of one group. */
const TIGHT = 5;
/** A label is at least given this much room before it is broken. */
const LABEL_ROOM = 78;
const LABEL_GAP = 15;
/** Between two lanes, and for every line that runs above one. */
const LANE_GAP = 22;
export const TRACK = 12;

interface Sized {
  readonly group: FigureGroup;
  /** Left upper corner of the first box's bounds at the origin. */
  readonly boxes: readonly PlacedBox[];
  readonly width: number;
  readonly height: number;
  readonly label: readonly LabelLine[];
  readonly labelWidth: number;
}

interface Placing extends FigureChoices {
  readonly scales: FigureScales;
  /** How many lines run above a lane. */
  readonly tracks: (cells: ReadonlyMap<NodeId, Cell>) => ReadonlyMap<number, number>;
}

/** Columns as wide as what stands in them; every lane's groups stand around one height. */
export function placeGroups({ groups, links }: GroupGraph, placing: Placing): PlacedGroups {
  const ids = groups.map(({ id }) => id);
  const cells = placeInLanes(ids, links);
  const sized = groups.map((group) => sizeOf(group, placing));
  const columns = columnsOf(sized, cells, placing.spacing);
  const middles = lanesOf(sized, { cells, links, tracks: placing.tracks(cells) });
  const placed = sized.flatMap((each): readonly (readonly [NodeId, PlacedGroup])[] => {
    const cell = cells.get(each.group.id);
    const column = columns[cell?.column ?? -1];
    if (cell === undefined || column === undefined) return [];
    const left = (column.left + column.right - each.width) / 2;
    const middle = middles.get(cell.lane) ?? 0;
    return [[each.group.id, place(each, { cell, left, middle })]];
  });
  return { groups: new Map(placed), columns };
}

function sizeOf(group: FigureGroup, { scales, names, sizes }: Placing): Sized {
  let x = 0;
  const boxes = group.blocks.map((block) => {
    const box = { ...boxOf(block, scales), x, y: 0 };
    x += box.depth + TIGHT;
    return box;
  });
  const bounds = boxes.map(boundsOf);
  const width = Math.max(...bounds.map(({ right }) => right));
  const height = Math.max(...bounds.map(({ top, bottom }) => bottom - top));
  const label = labelOf(group, { names, sizes, room: Math.max(LABEL_ROOM, width) });
  const labelWidth = Math.max(0, ...label.map(({ text, kind }) => textWidth(text, LABEL_TYPE[kind])));
  return { group, boxes, width, height, label, labelWidth };
}

function columnsOf(
  sized: readonly Sized[],
  cells: ReadonlyMap<NodeId, Cell>,
  spacing: FigureSpacing,
): PlacedGroups['columns'] {
  const widths: number[] = [];
  for (const { group, width, labelWidth } of sized) {
    const column = cells.get(group.id)?.column ?? 0;
    widths[column] = Math.max(widths[column] ?? 0, width, labelWidth);
  }
  let left = 0;
  return widths.map((width) => {
    const column = { left, right: left + width };
    left += width + GUTTERS[spacing];
    return column;
  });
}

/**
 * The height of every lane: as near to those above as what stands there allows, in the columns that the lane's groups
 * and their lines take, and beside them.
 */
function lanesOf(sized: readonly Sized[], { cells, links, tracks }: Grid): ReadonlyMap<number, number> {
  const lanes: Sized[][] = [];
  for (const each of sized) (lanes[cells.get(each.group.id)?.lane ?? 0] ??= []).push(each);
  const columnOf = ({ group }: Sized) => cells.get(group.id)?.column ?? 0;
  /** The lowest that is taken in each column so far. */
  const floors: number[] = [];
  const middles = new Map<number, number>();
  lanes.forEach((members, lane) => {
    const ids = new Set(members.map(({ group }) => group.id));
    const beside = [
      ...members.map(columnOf).flatMap((column) => [column - 1, column, column + 1]),
      ...links.flatMap(({ from, to }) => (ids.has(from) || ids.has(to) ? between(cells.get(from), cells.get(to)) : [])),
    ];
    const half = Math.max(...members.map(({ height }) => height)) / 2;
    const above = Math.max(0, ...beside.map((column) => floors[column] ?? 0));
    const middle = lane === 0 ? 0 : above + LANE_GAP + TRACK * (tracks.get(lane) ?? 0) + half;
    middles.set(lane, middle);
    for (const each of members) {
      const labels = each.label.length === 0 ? 0 : (each.label.length - 1) * LINE_HEIGHT + LABEL_GAP + 4;
      floors[columnOf(each)] = middle + each.height / 2 + labels;
    }
  });
  return middles;
}

interface Grid {
  readonly cells: ReadonlyMap<NodeId, Cell>;
  readonly links: GroupGraph['links'];
  readonly tracks: ReadonlyMap<number, number>;
}

/** The columns that a line passes. */
function between(from: Cell | undefined, to: Cell | undefined): readonly number[] {
  const [first, last] = [(from?.column ?? 0) + 1, to?.column ?? 0];
  return Array.from({ length: Math.max(0, last - first) }, (_, index) => first + index);
}

interface Spot {
  readonly cell: Cell;
  readonly left: number;
  readonly middle: number;
}

function place({ group, boxes, width, height, label }: Sized, { cell, left, middle }: Spot): PlacedGroup {
  const top = middle - height / 2;
  const placed = boxes.map((box) => {
    const { top: own, bottom } = boundsOf(box);
    return { ...box, x: left + box.x, y: middle - (bottom - own) / 2 + box.slant };
  });
  const [first, ...others] = placed;
  if (first === undefined) throw new Error('a group has at least one block');
  const bounds = { left, right: left + width, top, bottom: top + height };
  return { ...cell, group, boxes: [first, ...others], bounds, label, middle };
}

/** The baseline of a label's first line. */
export function labelTop({ bounds }: PlacedGroup): number {
  return bounds.bottom + LABEL_GAP;
}
