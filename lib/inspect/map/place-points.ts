/** Where points are drawn, in CSS pixels. */
export interface Placed {
  readonly xs: Float32Array;
  readonly ys: Float32Array;
}

/** What points are drawn in, in CSS pixels. */
export interface Frame {
  readonly width: number;
  readonly height: number;
}

/** All points in a frame. */
export interface Fitted extends Placed {
  readonly frame: Frame;
  /** Pixels that the longer side of all points together takes. */
  readonly side: number;
}

const MARGIN = 18;

/** Points fitted into a frame, one scale for both axes; x to the right, y upwards. */
export function fitPoints(points: Float32Array, frame: Frame): Fitted {
  const { width, height } = frame;
  const count = points.length / 2;
  const [x, y] = [extent(points, 0), extent(points, 1)];
  const longest = Math.max(x.size, y.size);
  const scale = Math.min(
    Math.max(1, width - 2 * MARGIN) / Math.max(x.size, 1e-9),
    Math.max(1, height - 2 * MARGIN) / Math.max(y.size, 1e-9),
  );
  // Points that all lie on one spot.
  const factor = Number.isFinite(scale) && longest > 1e-9 ? scale : 0;
  return {
    xs: Float32Array.from({ length: count }, (_, at) => width / 2 + ((points[at * 2] ?? 0) - x.middle) * factor),
    ys: Float32Array.from({ length: count }, (_, at) => height / 2 - ((points[at * 2 + 1] ?? 0) - y.middle) * factor),
    frame,
    side: factor === 0 ? Math.max(1, Math.min(width, height)) : longest * factor,
  };
}

function extent(points: Float32Array, axis: 0 | 1): { readonly size: number; readonly middle: number } {
  let [least, most] = [Number.POSITIVE_INFINITY, Number.NEGATIVE_INFINITY];
  for (let at = axis; at < points.length; at += 2) {
    const value = points[at] ?? 0;
    if (value < least) least = value;
    if (value > most) most = value;
  }
  return points.length === 0 ? { size: 0, middle: 0 } : { size: most - least, middle: (most + least) / 2 };
}

/** The point nearest to a place, if it is within reach; −1: none. */
export function nearestPoint({ xs, ys }: Placed, [x, y]: readonly [number, number], reach: number): number {
  let [best, least] = [-1, reach * reach];
  for (let at = 0; at < xs.length; at += 1) {
    const distance = ((xs[at] ?? 0) - x) ** 2 + ((ys[at] ?? 0) - y) ** 2;
    if (distance <= least) [best, least] = [at, distance];
  }
  return best;
}

/** The nearest point in a direction, those beside it counting as farther; −1: none lies there. */
export function pointTowards({ xs, ys }: Placed, from: number, [dx, dy]: readonly [number, number]): number {
  let [best, least] = [-1, Number.POSITIVE_INFINITY];
  for (let at = 0; at < xs.length; at += 1) {
    const [x, y] = [(xs[at] ?? 0) - (xs[from] ?? 0), (ys[at] ?? 0) - (ys[from] ?? 0)];
    const along = x * dx + y * dy;
    const beside = Math.abs(x * dy) + Math.abs(y * dx);
    if (at === from || along <= 0 || beside > 2 * along) continue;
    const cost = along + 2 * beside;
    if (cost < least) [best, least] = [at, cost];
  }
  return best;
}

/** The points that lie in a frame, or no more than so many pixels beyond its edge, by their numbers. */
export function pointsWithin({ xs, ys }: Placed, { width, height }: Frame, beyond = 0): readonly number[] {
  const found: number[] = [];
  for (let at = 0; at < xs.length; at += 1) {
    const [x, y] = [xs[at] ?? 0, ys[at] ?? 0];
    const isBeside = x < -beyond || x > width + beyond;
    if (!isBeside && y >= -beyond && y <= height + beyond) found.push(at);
  }
  return found;
}

/** The middle of each class among these points, for its name: the medians. */
export function classMiddles(
  { xs, ys }: Placed,
  labels: ArrayLike<number>,
  among: readonly number[],
): ReadonlyMap<number, readonly [number, number]> {
  const groups = new Map<number, number[]>();
  for (const at of among) {
    const label = labels[at];
    if (label === undefined) continue;
    const group = groups.get(label);
    if (group === undefined) groups.set(label, [at]);
    else group.push(at);
  }
  return new Map(
    [...groups].map(([label, group]) => [
      label,
      [median(group.map((at) => xs[at] ?? 0)), median(group.map((at) => ys[at] ?? 0))] as const,
    ]),
  );
}

function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[sorted.length >> 1] ?? 0;
}
