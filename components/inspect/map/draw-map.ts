import { isHollow, LINE_COLORS, lookOf, markPath } from '@/lib/runs/chart/line-look';
import type { ColourTheme } from '@/lib/inspect/colours';

/** Where points are drawn, in CSS pixels. */
export interface Placed {
  readonly xs: Float32Array;
  readonly ys: Float32Array;
}

const MARGIN = 18;

/** Points fitted into a rectangle, one scale for both axes; x to the right, y upwards. */
export function fitPoints(points: Float32Array, width: number, height: number): Placed {
  const count = points.length / 2;
  const [x, y] = [extent(points, 0), extent(points, 1)];
  const scale = Math.min(
    Math.max(1, width - 2 * MARGIN) / Math.max(x.size, 1e-9),
    Math.max(1, height - 2 * MARGIN) / Math.max(y.size, 1e-9),
  );
  // Points that all lie on one spot.
  const factor = Number.isFinite(scale) && Math.max(x.size, y.size) > 1e-9 ? scale : 0;
  return {
    xs: Float32Array.from({ length: count }, (_, at) => width / 2 + ((points[at * 2] ?? 0) - x.middle) * factor),
    ys: Float32Array.from({ length: count }, (_, at) => height / 2 - ((points[at * 2 + 1] ?? 0) - y.middle) * factor),
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

/** The middle of each class, for its name: the medians of its points. */
export function classMiddles(
  { xs, ys }: Placed,
  labels: ArrayLike<number>,
): ReadonlyMap<number, readonly [number, number]> {
  const groups = new Map<number, number[]>();
  for (let at = 0; at < Math.min(labels.length, xs.length); at += 1) {
    const label = labels[at] ?? 0;
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

export interface Ink {
  readonly theme: ColourTheme;
  readonly ground: string;
  readonly text: string;
  readonly accent: string;
}

export interface MapScene {
  readonly placed: Placed;
  /** A class for each point; empty: all alike. */
  readonly labels: ArrayLike<number>;
  /** Names by class. */
  readonly names: readonly string[];
  /** Null: every class is as clear as the others. */
  readonly shown: number | null;
  readonly focused: number;
}

const FAINT = 0.12;
/** Above so many classes the names would cover the points. */
export const MOST_NAMES = 24;

/** All points, a mark and a colour for each class, and the classes' names in their middles. */
export function drawMap(context: CanvasRenderingContext2D, scene: MapScene, ink: Ink): void {
  const { placed, labels, shown, focused } = scene;
  const marks = new Map<number, Path2D>();
  for (let at = 0; at < placed.xs.length; at += 1) {
    const label = labels[at] ?? 0;
    const look = lookOf(label);
    const path = marks.get(label) ?? new Path2D(markPath(look.mark, [0, 0]));
    marks.set(label, path);
    context.save();
    context.translate(placed.xs[at] ?? 0, placed.ys[at] ?? 0);
    context.globalAlpha = shown === null || shown === label ? 0.85 : FAINT;
    drawMark(context, path, label, ink);
    context.restore();
  }
  drawNames(context, scene, ink);
  if (focused >= 0) {
    context.lineWidth = 2;
    context.strokeStyle = ink.text;
    context.beginPath();
    context.arc(placed.xs[focused] ?? 0, placed.ys[focused] ?? 0, 8, 0, 2 * Math.PI);
    context.stroke();
  }
}

export function drawMark(context: CanvasRenderingContext2D, path: Path2D, label: number, { theme }: Ink): void {
  const { color, mark } = lookOf(label);
  const paint = LINE_COLORS[theme][color] ?? '#888';
  context.lineWidth = 1.4;
  context.strokeStyle = paint;
  context.fillStyle = paint;
  if (isHollow(mark)) context.stroke(path);
  else context.fill(path);
}

function drawNames(context: CanvasRenderingContext2D, { placed, labels, names, shown }: MapScene, ink: Ink): void {
  if (names.length === 0 || names.length > MOST_NAMES) return;
  context.font = '600 13px "Inter Variable", system-ui, sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const [label, [x, y]] of classMiddles(placed, labels)) {
    if (shown !== null && shown !== label) continue;
    const name = names[label] ?? '';
    context.lineWidth = 4;
    context.strokeStyle = ink.ground;
    context.lineJoin = 'round';
    context.strokeText(name, x, y);
    context.fillStyle = ink.text;
    context.fillText(name, x, y);
  }
}
