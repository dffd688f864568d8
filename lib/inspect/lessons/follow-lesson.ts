import { hasLearned } from '@/lib/inspect/lessons/filter-lesson';
import type { Anchor, Lesson, LessonMemory, LessonSnapshot, SeenInput } from '@/lib/inspect/lessons/lesson';

type Pair = readonly [number, number];

export type FollowStep = 'trained' | 'maps' | 'spot' | 'move' | 'way-back' | 'live' | 'answer';

/** Fewer cells than these in a row, and there is hardly anywhere to go. */
const LEAST_CELLS = 4;
/** Pixels that the input is to be moved at least, and cells of the map. */
const LEAST_PIXELS = 3;

/** "Follow a face (or digit)": the brightest spot of a map goes where the thing goes that excites it. */
export const FOLLOW_LESSON: Lesson<FollowStep> = {
  id: 'follow',
  fits: ({ deepMaps }) => deepMaps !== null,
  steps: [
    { id: 'trained', check: hasLearned },
    // The first layer's maps are another lesson, unless there are no others.
    { id: 'maps', check: (now) => hasMaps(now) && (now.layer?.isFirst !== true || now.layer.node === now.deepMaps) },
    { id: 'spot', check: (now) => hasMaps(now) && now.spot?.isClear === true },
    {
      id: 'move',
      note: follow,
      check: (now, memory) => moveOf(now, memory)?.hasFollowed === true,
      keep: (now, memory) => ({ ...memory, way: moveOf(now, memory)?.input ?? null }),
    },
    {
      id: 'way-back',
      note: follow,
      check(now, memory) {
        const move = moveOf(now, memory);
        return move?.hasFollowed === true && (memory.way === null || dot(move.input, memory.way) <= 0);
      },
    },
    {
      id: 'live',
      note: follow,
      check: (now, memory) =>
        now.input !== null && now.input.kind !== 'sample' && moveOf(now, memory)?.hasFollowed === true,
    },
    { id: 'answer', note: fromHere, check: hasMovedAtLast },
  ],
};

function hasMaps({ layer }: LessonSnapshot): boolean {
  return layer?.cells !== undefined && layer.cells !== null && Math.min(...layer.cells) >= LEAST_CELLS;
}

/** How far the input and the spot have gone since they are followed, in pixels: rows down and columns to the right. */
export interface Move {
  readonly input: Pair;
  readonly spot: Pair;
  /** Pixels that the input has to go for the spot to follow it visibly. */
  readonly least: number;
  readonly isFarEnough: boolean;
  readonly hasFollowed: boolean;
}

/** Null: nothing is followed yet. */
export function moveOf(now: LessonSnapshot, { anchor }: LessonMemory): Move | null {
  const place = now.spot?.place;
  if (anchor === null || place == null || now.layer === null || now.input === null) return null;
  const input = wayOf(anchor.input, now.input);
  if (input === null) return null;
  const spot = minus(place, anchor.place);
  const far = Math.hypot(...input);
  const least = leastMove(now);
  const jump = Math.max(...now.layer.jump);
  const isFarEnough = far >= least;
  const along = isFarEnough ? dot(spot, input) / far : 0;
  const aside = Math.sqrt(Math.max(0, dot(spot, spot) - along * along));
  // The spot goes from cell to cell: half a cell more or less is the best it can do.
  const hasFollowed = isFarEnough && along >= far / 2 && along <= far + jump && aside <= far / 2 + jump / 2;
  return { input, spot, least, isFarEnough, hasFollowed };
}

export function leastMove({ layer }: LessonSnapshot): number {
  return Math.max(LEAST_PIXELS, Math.ceil(Math.max(...(layer?.jump ?? [0, 0]))));
}

/** Keeps what is followed; begins anew with another unit, or a picture that is not the one before in another place. */
function follow(now: LessonSnapshot, memory: LessonMemory): LessonMemory {
  const { anchor } = memory;
  const { layer, unit, spot, input } = now;
  if (layer === null || unit === null || spot?.place == null || input === null) return memory;
  const isSame =
    anchor !== null && anchor.layer === layer.node && anchor.unit === unit && wayOf(anchor.input, input) !== null;
  if (isSame) return memory;
  const begun: Anchor = { layer: layer.node, unit, place: spot.place, input };
  return { ...memory, anchor: begun };
}

/** Keeps the input that the last layer was first seen with. */
function fromHere(now: LessonSnapshot, memory: LessonMemory): LessonMemory {
  const { layer, input } = now;
  const { anchor } = memory;
  if (layer?.isLast !== true || input === null) return anchor === null ? memory : { ...memory, anchor: null };
  if (anchor !== null && anchor.layer === layer.node && wayOf(anchor.input, input) !== null) return memory;
  return { ...memory, anchor: { layer: layer.node, unit: 0, place: [0, 0], input } };
}

function hasMovedAtLast({ layer, input }: LessonSnapshot, { anchor }: LessonMemory): boolean {
  if (layer?.isLast !== true || input === null || anchor === null) return false;
  const way = wayOf(anchor.input, input);
  return way !== null && Math.hypot(...way) >= 1;
}

/** From one input to the other; null: they are no pictures of the same thing. */
function wayOf(from: SeenInput, to: SeenInput): Pair | null {
  if (from.base === to.base) return minus(to.moved, from.moved);
  // What moves by itself is where its brightness is.
  const isLive = to.kind !== 'sample' && from.kind === to.kind;
  return isLive && from.centre !== null && to.centre !== null ? minus(to.centre, from.centre) : null;
}

function minus(a: Pair, b: Pair): Pair {
  return [a[0] - b[0], a[1] - b[1]];
}

function dot(a: Pair, b: Pair): number {
  return a[0] * b[0] + a[1] * b[1];
}
