import type { Position } from '@/lib/document/document';
import type { Route } from '@/lib/pictures/edge-route';

const CORNER_RADIUS = 8;

/** Where an edge's text begins or stands: beside the line, so that neither hides the other. */
export interface LabelPlace extends Position {
  readonly degrees: 0 | -90;
  readonly anchor: 'start' | 'middle';
}

/** Between a line and the text beside it. */
const LABEL_GAP = 7;

/** A route with what is drawn of it, worked out once. */
export interface DrawnRoute extends Route {
  readonly path: string;
  readonly label: LabelPlace;
}

export function drawRoute(route: Route): DrawnRoute {
  return { ...route, path: pathOf(route), label: labelPlaceOf(route) };
}

/** SVG path of a route: a smooth line, or straight pieces with rounded corners. */
export function pathOf({ kind, corners }: Route): string {
  const [from, ...rest] = corners;
  const to = rest.at(-1);
  if (from === undefined || to === undefined) return '';
  if (kind === 'around') return roundedPath(corners);
  if (Math.abs(from.x - to.x) < 1) return `M${point(from)}L${point(to)}`;
  const bend = Math.max(Math.abs(to.y - from.y) / 2, 12);
  return `M${point(from)}C${from.x},${from.y + bend} ${to.x},${to.y - bend} ${point(to)}`;
}

function point({ x, y }: Position): string {
  return `${x},${y}`;
}

function roundedPath(corners: readonly Position[]): string {
  return corners
    .map((corner, index) => {
      const before = corners[index - 1];
      const after = corners[index + 1];
      if (before === undefined) return `M${point(corner)}`;
      if (after === undefined) return `L${point(corner)}`;
      const radius = Math.min(CORNER_RADIUS, distance(before, corner) / 2, distance(corner, after) / 2);
      return `L${point(towards(corner, before, radius))}Q${point(corner)} ${point(towards(corner, after, radius))}`;
    })
    .join('');
}

function distance(a: Position, b: Position): number {
  return Math.hypot(a.x - b.x, a.y - b.y);
}

function towards(from: Position, to: Position, length: number): Position {
  const whole = distance(from, to);
  if (whole === 0) return from;
  return { x: from.x + ((to.x - from.x) * length) / whole, y: from.y + ((to.y - from.y) * length) / whole };
}

/** On the right of a line that runs down; turned upright, in the middle, beside a long lane. */
function labelPlaceOf({ kind, corners }: Route): LabelPlace {
  const middle = corners.length / 2;
  const a = corners[Math.ceil(middle) - 1] ?? { x: 0, y: 0 };
  const b = corners[Math.ceil(middle)] ?? a;
  const [x, y] = [(a.x + b.x) / 2, (a.y + b.y) / 2];
  if (kind === 'around') return { x: x - LABEL_GAP, y, degrees: -90, anchor: 'middle' };
  return { x: x + LABEL_GAP, y: y - 2, degrees: 0, anchor: 'start' };
}

/** The id of the route that passes nearest to a point, within `reach`; null when none does. */
export function nearestRoute(routes: Iterable<readonly [string, Route]>, at: Position, reach: number): string | null {
  let best: { id: string; distance: number } | null = null;
  for (const [id, { corners }] of routes) {
    for (let index = 1; index < corners.length; index += 1) {
      const a = corners[index - 1];
      const b = corners[index];
      if (a === undefined || b === undefined) continue;
      const found = distanceToSegment(at, a, b);
      if (found <= reach && (best === null || found < best.distance)) best = { id, distance: found };
    }
  }
  return best?.id ?? null;
}

function distanceToSegment(at: Position, a: Position, b: Position): number {
  const length = distance(a, b);
  if (length === 0) return distance(at, a);
  const along = ((at.x - a.x) * (b.x - a.x) + (at.y - a.y) * (b.y - a.y)) / length;
  return distance(at, towards(a, b, Math.min(Math.max(along, 0), length)));
}
