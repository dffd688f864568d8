import type { Point } from '@/lib/datasets/drawing';

/** The pen that the keyboard moves. */
export interface Pen {
  readonly at: Point;
  readonly isDown: boolean;
}

export interface PenChange {
  readonly pen: Pen;
  readonly kind: 'move' | 'down' | 'up' | 'clear';
}

/** One pixel of an MNIST digit. */
const STEP = 1 / 28;

const DIRECTIONS: Readonly<Record<string, Point>> = {
  ArrowLeft: { x: -STEP, y: 0 },
  ArrowRight: { x: STEP, y: 0 },
  ArrowUp: { x: 0, y: -STEP },
  ArrowDown: { x: 0, y: STEP },
};

/** What a key does to the pen; null for a key that is not for it. */
export function movePen(pen: Pen, key: string): PenChange | null {
  const direction = DIRECTIONS[key];
  if (direction !== undefined) {
    const at = { x: inside(pen.at.x + direction.x), y: inside(pen.at.y + direction.y) };
    return { pen: { ...pen, at }, kind: 'move' };
  }
  if (key === ' ') return { pen: { ...pen, isDown: !pen.isDown }, kind: pen.isDown ? 'up' : 'down' };
  if (key === 'Delete' || key === 'Backspace') return { pen: { ...pen, isDown: false }, kind: 'clear' };
  return null;
}

function inside(value: number): number {
  return Math.min(1, Math.max(0, value));
}
