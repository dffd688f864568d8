import { classLook, HOLLOW_WIDTH, type ClassLook } from '@/components/inspect/map/class-look';
import type { ColourTheme } from '@/lib/inspect/colours';
import { classMiddles, pointsWithin, type Frame, type Placed } from '@/lib/inspect/map/place-points';

export interface Ink {
  readonly theme: ColourTheme;
  readonly ground: string;
  readonly text: string;
  readonly accent: string;
}

export interface MapScene {
  readonly placed: Placed;
  /** What of them is in sight. */
  readonly frame: Frame;
  /** A class for each point; empty: all alike. */
  readonly labels: ArrayLike<number>;
  /** Names by class. */
  readonly names: readonly string[];
  /** Null: every class is as clear as the others. */
  readonly shown: number | null;
  readonly focused: number;
}

/** How clear a point is: one of another class than the one that stands out is faint. */
export function clarityOf(label: number, shown: number | null): number {
  return shown === null || shown === label ? 1 : 0.12;
}

/** Above so many classes the names would cover the points. */
export const MOST_NAMES = 24;
/** Pixels that a mark reaches beyond its point. */
export const MARK_REACH = 8;
/** Of the edge around filled marks, half of which is beneath them. */
export const EDGE_WIDTH = 1.4;

/** All points, a mark and a colour for each class, and the classes' names in their middles. */
export function drawMap(context: CanvasRenderingContext2D, scene: MapScene, ink: Ink): void {
  const { placed, labels, shown, focused } = scene;
  const marks = new Map<number, Mark>();
  for (const at of pointsWithin(placed, scene.frame, MARK_REACH)) {
    const label = labels[at] ?? 0;
    const mark = marks.get(label) ?? markOf(label, ink);
    marks.set(label, mark);
    context.save();
    context.translate(placed.xs[at] ?? 0, placed.ys[at] ?? 0);
    context.globalAlpha = clarityOf(label, shown);
    drawMark(context, mark, ink);
    context.restore();
  }
  drawNames(context, scene, ink);
  if (focused >= 0 && focused < placed.xs.length) {
    context.lineWidth = 2;
    context.strokeStyle = ink.text;
    context.beginPath();
    context.arc(placed.xs[focused] ?? 0, placed.ys[focused] ?? 0, 8, 0, 2 * Math.PI);
    context.stroke();
  }
}

interface Mark {
  readonly look: ClassLook;
  readonly path: Path2D;
}

function markOf(label: number, { theme }: Ink): Mark {
  const look = classLook(label, theme);
  return { look, path: new Path2D(look.path) };
}

/** Filled ones have an edge of the ground's colour: marks upon each other stay apart. */
function drawMark(context: CanvasRenderingContext2D, { look, path }: Mark, { ground }: Ink): void {
  context.fillStyle = look.color;
  context.strokeStyle = look.isHollow ? look.color : ground;
  context.lineWidth = look.isHollow ? HOLLOW_WIDTH : EDGE_WIDTH;
  context.stroke(path);
  if (!look.isHollow) context.fill(path);
}

function drawNames(context: CanvasRenderingContext2D, scene: MapScene, ink: Ink): void {
  const { placed, frame, labels, names, shown } = scene;
  if (names.length === 0 || names.length > MOST_NAMES) return;
  context.font = '600 13px "Inter Variable", system-ui, sans-serif';
  context.textAlign = 'center';
  context.textBaseline = 'middle';
  for (const [label, [x, y]] of classMiddles(placed, labels, pointsWithin(placed, frame))) {
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
