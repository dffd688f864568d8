import type { Position } from '@/lib/document/document';
import { NODE_HEIGHT, NODE_WIDTH } from '@/lib/document/node-size';
import { createBands, type Bands, type Box } from '@/lib/pictures/bands';

/** A way for an edge, as corners from the source's bottom to the target's top. */
export interface Route {
  readonly corners: readonly Position[];
  /** 'direct' = one smooth line; 'around' = down, along, and down a lane beside the layers in between. */
  readonly kind: 'direct' | 'around';
}

export interface RouteRequest {
  readonly id: string;
  /** Top left corners of the two layers. */
  readonly source: Position;
  readonly target: Position;
}

/** How far an edge leaves a layer before it turns. */
const STUB = 14;
/** Free space between a lane and the layers beside it. */
const LANE_DISTANCE = 20;
/** Between two lanes side by side. */
const LANE_PITCH = 10;
const LANES = 6;
/** How near a line may come to a layer. */
const CLEARANCE = 6;

/**
 * A way for every edge that passes through no layer and, where it runs in a lane, along no other edge. Earlier edges
 * choose first. `positions`: top left corners of all layers.
 */
export function routeEdges(
  requests: readonly RouteRequest[],
  positions: readonly Position[],
): ReadonlyMap<string, Route> {
  const boxes = createBands(positions.map(boxOf));
  const lanes: Box[] = [];
  const routes = new Map<string, Route>();
  for (const { id, source, target } of requests) {
    const from = { x: source.x + NODE_WIDTH / 2, y: source.y + NODE_HEIGHT };
    const to = { x: target.x + NODE_WIDTH / 2, y: target.y };
    const route = isDirectClear(from, to, boxes) ? direct(from, to) : around(from, to, { boxes, lanes });
    routes.set(id, route);
  }
  return routes;
}

function boxOf({ x, y }: Position): Box {
  return { left: x, right: x + NODE_WIDTH, top: y, bottom: y + NODE_HEIGHT };
}

function direct(from: Position, to: Position): Route {
  return { kind: 'direct', corners: [from, to] };
}

/** The smooth line stays within the rectangle between its ends; that must be free of layers. */
function isDirectClear(from: Position, to: Position, boxes: Bands): boolean {
  if (to.y < from.y + CLEARANCE) return false;
  return !boxes.between(from.y, to.y).some((box) => meets(box, spanning(from, to), { margin: 0 }));
}

function spanning(a: Position, b: Position): Box {
  return {
    left: Math.min(a.x, b.x),
    right: Math.max(a.x, b.x),
    top: Math.min(a.y, b.y),
    bottom: Math.max(a.y, b.y),
  };
}

/** Do the insides meet? Touching does not count. */
function meets(box: Box, other: Box, { margin }: { readonly margin: number }): boolean {
  return (
    other.right > box.left - margin &&
    other.left < box.right + margin &&
    other.bottom > box.top - margin &&
    other.top < box.bottom + margin
  );
}

function around(
  from: Position,
  to: Position,
  { boxes, lanes }: { readonly boxes: Bands; readonly lanes: Box[] },
): Route {
  const leave = from.y + STUB;
  const arrive = to.y - STUB;
  const span = { top: Math.min(leave, arrive), bottom: Math.max(leave, arrive) };
  const middle = (from.x + to.x) / 2;
  const near = boxes.between(span.top - CLEARANCE, span.bottom + CLEARANCE);
  const beside = lanes.filter((lane) =>
    meets(lane, { left: -Infinity, right: Infinity, ...span }, { margin: LANE_PITCH - 2 }),
  );
  const isFree = (x: number) =>
    isClear({ x: from.x, y: leave }, { x, y: leave }, near) &&
    isClear({ x, y: leave }, { x, y: arrive }, near) &&
    isClear({ x, y: arrive }, { x: to.x, y: arrive }, near) &&
    !beside.some((lane) => meets(lane, { left: x, right: x, ...span }, { margin: LANE_PITCH - 2 }));
  // Straight below the one or above the other there is one bend less than anywhere else.
  const x = [from.x, to.x].find(isFree) ?? freeLane(near, middle, isFree);
  if (x === undefined) return direct(from, to);
  lanes.push({ left: x, right: x, ...span });
  return {
    kind: 'around',
    corners: [from, { x: from.x, y: leave }, { x, y: leave }, { x, y: arrive }, { x: to.x, y: arrive }, to],
  };
}

function isClear(from: Position, to: Position, boxes: readonly Box[]): boolean {
  const line = spanning(from, to);
  return !boxes.some((box) => meets(box, line, { margin: CLEARANCE - 1 }));
}

/**
 * The free place for a lane that is nearest to midway: midway itself, or one of several left and right of the layers
 * near. Most are found close by, so the layers far away are only asked when there is none.
 */
function freeLane(near: readonly Box[], middle: number, isFree: (x: number) => boolean): number | undefined {
  let tried = -1;
  for (const width of SEARCH_WIDTHS) {
    const within = near.filter((box) => box.right > middle - width && box.left < middle + width);
    const sure = width - LANE_DISTANCE - LANES * LANE_PITCH;
    const from = tried;
    const found = lanesBeside(within, middle).find((x) => {
      const distance = Math.abs(x - middle);
      return distance > from && distance <= sure && isFree(x);
    });
    if (found !== undefined) return found;
    tried = sure;
  }
  return undefined;
}
const SEARCH_WIDTHS = [400, 1600, Infinity];

/** Midway, and several places left and right of every layer; the nearest to midway first. */
function lanesBeside(boxes: readonly Box[], middle: number): readonly number[] {
  const offsets = Array.from({ length: LANES }, (_, index) => LANE_DISTANCE + index * LANE_PITCH);
  const beside = boxes.flatMap((box) => offsets.flatMap((offset) => [box.left - offset, box.right + offset]));
  const edges = [middle, ...beside];
  return [...new Set(edges)].sort((a, b) => Math.abs(a - middle) - Math.abs(b - middle) || b - a);
}
