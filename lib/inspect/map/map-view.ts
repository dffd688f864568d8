import type { Fitted, Placed } from '@/lib/inspect/map/place-points';

/** From where a map is looked at; it means the same in a frame of any size. */
export interface MapView {
  /** 1: the whole map. */
  readonly scale: number;
  /** What is in the middle of the frame, from the middle of all points, x to the right and y down, in their longer sides. */
  readonly middle: Place;
}

/** x and y; in CSS pixels of the frame where nothing else is said. */
type Place = readonly [number, number];

export const WHOLE_MAP: MapView = { scale: 1, middle: [0, 0] };

/** Points that lie this much closer than a pixel's width are told apart no more. */
export const MOST_SCALE = 64;

/** Where the points of a map appear when it is looked at so. */
export function placedIn({ scale, middle }: MapView, { xs, ys, frame, side }: Fitted): Placed {
  const along = (places: Float32Array, size: number, off: number): Float32Array =>
    places.map((at) => size / 2 + (at - size / 2 - off * side) * scale);
  return { xs: along(xs, frame.width, middle[0]), ys: along(ys, frame.height, middle[1]) };
}

/** So many times nearer, what lies at a place of the frame staying there. */
export function zoomedAbout(view: MapView, fitted: Fitted, { place, factor }: Zoom): MapView {
  const scale = Math.min(MOST_SCALE, Math.max(1, view.scale * factor));
  const { width, height } = fitted.frame;
  const from: Place = [place[0] - width / 2, place[1] - height / 2];
  // Half of the way from the middle to the place, when it is twice as near.
  const share = (1 / view.scale - 1 / scale) / fitted.side;
  return bounded({ scale, middle: [view.middle[0] + from[0] * share, view.middle[1] + from[1] * share] }, fitted);
}

export interface Zoom {
  readonly place: Place;
  readonly factor: number;
}

/** The map dragged by so many pixels. */
export function draggedBy({ scale, middle }: MapView, fitted: Fitted, [dx, dy]: Place): MapView {
  const unit = scale * fitted.side;
  return bounded({ scale, middle: [middle[0] - dx / unit, middle[1] - dy / unit] }, fitted);
}

/** The nearest view in which a point stands at least so many pixels from the edge of the frame. */
export function broughtInto(view: MapView, fitted: Fitted, { point, margin }: Bring): MapView {
  const { xs, ys } = placedIn(view, fitted);
  const { width, height } = fitted.frame;
  const by: Place = [wayInto(xs[point] ?? 0, margin, width), wayInto(ys[point] ?? 0, margin, height)];
  return by[0] === 0 && by[1] === 0 ? view : draggedBy(view, fitted, by);
}

export interface Bring {
  readonly point: number;
  readonly margin: number;
}

function wayInto(at: number, margin: number, size: number): number {
  const least = Math.min(margin, size / 2);
  return Math.min(size - least, Math.max(least, at)) - at;
}

/** Never beyond what is in the frame when the whole map is. */
function bounded({ scale, middle }: MapView, { frame, side }: Fitted): MapView {
  const free = (1 - 1 / scale) / 2 / side;
  const within = (at: number, size: number): number => Math.min(size * free, Math.max(-size * free, at));
  return { scale, middle: [within(middle[0], frame.width), within(middle[1], frame.height)] };
}
