import type { NodeId } from '@/lib/core/ids';
import type { Position } from '@/lib/document/document';
import type { FigureLink } from '@/lib/pictures/figure/fold-layers';
import type { Cell } from '@/lib/pictures/figure/lanes';
import { onLeftFace, onRightFace, type PlacedBox } from '@/lib/pictures/figure/boxes';
import { TRACK, type PlacedGroup, type PlacedGroups } from '@/lib/pictures/figure/place-groups';

/**
 * How a line gets from one group to another: straight on; along the lane of the one or the other, changing lanes at the
 * other end; or above what stands between them.
 */
type Course = 'straight' | 'source-lane' | 'target-lane' | 'above';

export interface Way extends FigureLink {
  readonly course: Course;
  readonly corners: readonly Position[];
}

/** How many lines run above each lane. */
export function tracksAbove(
  links: readonly FigureLink[],
  cells: ReadonlyMap<NodeId, Cell>,
): ReadonlyMap<number, number> {
  const courseOf = createCourses(cells);
  const tracks = new Map<number, number>();
  for (const link of links) {
    const lane = cells.get(link.from)?.lane;
    if (lane !== undefined && courseOf(link) === 'above') tracks.set(lane, (tracks.get(lane) ?? 0) + 1);
  }
  return tracks;
}

/** The way of every link; short ones choose first, so that longer ones run above them. */
export function findWays(links: readonly FigureLink[], { groups, columns }: PlacedGroups): readonly Way[] {
  const courseOf = createCourses(groups);
  const above = createTracks(groups);
  const length = ({ from, to }: FigureLink) => (groups.get(to)?.column ?? 0) - (groups.get(from)?.column ?? 0);
  return [...links]
    .sort((a, b) => length(a) - length(b))
    .flatMap((link): readonly Way[] => {
      const [from, to] = [groups.get(link.from), groups.get(link.to)];
      const [after, before] = [columns[from?.column ?? -1], columns[to?.column ?? -1]];
      if (from === undefined || to === undefined || after === undefined || before === undefined) return [];
      const course = courseOf(link);
      const turns = { after: after.right + TURN, before: before.left - TURN };
      return [{ ...link, course, corners: cornersOf(course, { from, to, turns, above }) }];
    });
}

/** Between a column and a line beside it. */
const TURN = 7;
/** Between a line's end and what it points at. */
const GAP = 2;
/** Between the highest box and the first line above. */
const HEADROOM = 10;

function createCourses(cells: ReadonlyMap<NodeId, Cell>): (link: FigureLink) => Course {
  const lanes = new Map<number, number[]>();
  for (const { lane, column } of cells.values()) {
    const known = lanes.get(lane);
    if (known) known.push(column);
    else lanes.set(lane, [column]);
  }
  return ({ from, to }) => {
    const [a, b] = [cells.get(from), cells.get(to)];
    if (a === undefined || b === undefined) return 'straight';
    const isClear = (lane: number) => !(lanes.get(lane) ?? []).some((column) => column > a.column && column < b.column);
    if (a.lane === b.lane) return isClear(a.lane) ? 'straight' : 'above';
    // Down into a branch at its beginning, up out of it at its end.
    const choices =
      a.lane < b.lane ? (['target-lane', 'source-lane'] as const) : (['source-lane', 'target-lane'] as const);
    return choices.find((course) => isClear(course === 'target-lane' ? b.lane : a.lane)) ?? 'above';
  };
}

type Above = (from: PlacedGroup, to: PlacedGroup) => number;

interface Ends {
  readonly from: PlacedGroup;
  readonly to: PlacedGroup;
  /** Where lines change lanes: behind the source's column and before the target's. */
  readonly turns: { readonly after: number; readonly before: number };
  readonly above: Above;
}

function cornersOf(course: Course, { from, to, turns, above }: Ends): readonly Position[] {
  const start = { x: from.bounds.right + GAP, y: from.middle };
  const end = { x: to.bounds.left - GAP, y: to.middle };
  const isJunction = to.group.blocks[0].kind === 'junction';
  const centre = (to.bounds.left + to.bounds.right) / 2;
  switch (course) {
    case 'straight':
      return [start, end];
    case 'target-lane':
      return [start, { x: turns.after, y: start.y }, { x: turns.after, y: end.y }, end];
    case 'source-lane': {
      if (isJunction) return [start, { x: centre, y: start.y }, { x: centre, y: sideOf(from, to) }];
      return [start, { x: turns.before, y: start.y }, { x: turns.before, y: end.y }, end];
    }
    case 'above': {
      const y = above(from, to);
      const leave = topOf(from.boxes.at(-1) ?? from.boxes[0], 'right');
      const rise = [leave, { x: leave.x, y }];
      if (from.lane !== to.lane) return [...rise, { x: turns.before, y }, { x: turns.before, y: end.y }, end];
      const arrive = topOf(to.boxes[0], 'left');
      return [...rise, { x: arrive.x, y }, { x: arrive.x, y: arrive.y - GAP }];
    }
  }
}

/** In the middle of the upper edge of a box's left or right face; of a junction, its top. */
function topOf(box: PlacedBox, side: 'left' | 'right'): Position {
  if (box.slant === 0) return { x: box.x + box.depth / 2, y: box.y };
  return side === 'left' ? onLeftFace(box, 0, 0.5) : onRightFace(box, 0, 0.5);
}

/** A line from a lower lane meets a junction from below, any other from above. */
function sideOf(from: PlacedGroup, { lane, bounds }: PlacedGroup): number {
  return from.lane > lane ? bounds.bottom + GAP : bounds.top - GAP;
}

/** Heights above what stands in a lane, one for each line that runs there at the same place. */
function createTracks(groups: ReadonlyMap<NodeId, PlacedGroup>): Above {
  const taken: { readonly lane: number; readonly from: number; readonly to: number; readonly y: number }[] = [];
  const all = [...groups.values()];
  return (from, to) => {
    const { lane } = from;
    const among = all.filter(
      (group) => group.lane === lane && group.column >= from.column && group.column <= to.column,
    );
    const base = Math.min(...among.map(({ bounds }) => bounds.top)) - HEADROOM;
    const beside = taken.filter((each) => each.lane === lane && each.from < to.column && each.to > from.column);
    const y = Math.min(base, ...beside.map((each) => each.y - TRACK));
    taken.push({ lane, from: from.column, to: to.column, y });
    return y;
  };
}
