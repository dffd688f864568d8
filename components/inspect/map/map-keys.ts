import { ZOOM_STEP } from '@/components/inspect/map/zoom-step';
import { nearestPoint, pointTowards, type Fitted, type Frame, type Placed } from '@/lib/inspect/map/place-points';

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

const ZOOMS: Readonly<Record<string, number>> = {
  '+': ZOOM_STEP,
  '=': ZOOM_STEP,
  '-': 1 / ZOOM_STEP,
  _: 1 / ZOOM_STEP,
  '0': 0,
};

/** How many times nearer a key brings the map, 0 for the whole of it; null: it does something else. */
export function zoomOfKey(key: string): number | null {
  return ZOOMS[key] ?? null;
}

interface KeyScene {
  readonly fitted: Fitted;
  readonly placed: Placed;
  readonly frame: Frame;
  readonly focused: number;
  readonly isWhole: boolean;
}

/**
 * The point a key goes to; −1: none lies there; null: it goes nowhere. Arrows go to the neighbour in their direction,
 * Page Up and Page Down through all samples in their order, so that every one is reached.
 */
export function keyTarget(key: string, { fitted, placed, frame, focused, isWhole }: KeyScene): number | null {
  const last = fitted.xs.length - 1;
  if (key === 'Home') return 0;
  if (key === 'End') return last;
  if (key === 'PageUp') return Math.max(0, focused - 1);
  if (key === 'PageDown') return Math.min(last, focused + 1);
  const direction = DIRECTIONS[key];
  if (direction === undefined) return null;
  if (focused >= 0 && focused <= last) return pointTowards(fitted, focused, direction);
  // What is looked at from near is where to begin.
  return isWhole ? 0 : nearestPoint(placed, [frame.width / 2, frame.height / 2], Number.POSITIVE_INFINITY);
}
