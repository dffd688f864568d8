import type { Pen } from '@/components/training/move-pen';
import type { Stroke } from '@/lib/datasets/drawing';

interface Sheet {
  /** Of the square canvas, in its own pixels. */
  readonly side: number;
  readonly penShare: number;
  /** The keyboard's pen, where it is to be seen. */
  readonly pen: Pen | null;
}

/** White on black, as MNIST is; strokes are in shares of the side. */
export function paintStrokes(
  context: CanvasRenderingContext2D,
  strokes: readonly Stroke[],
  { side, penShare, pen }: Sheet,
): void {
  context.fillStyle = '#000';
  context.fillRect(0, 0, side, side);
  context.strokeStyle = '#fff';
  context.lineWidth = Math.max(2, penShare * side);
  context.lineCap = 'round';
  context.lineJoin = 'round';
  for (const stroke of strokes) {
    context.beginPath();
    for (const { x, y } of stroke) context.lineTo(x * side, y * side);
    const [first] = stroke;
    // A line to the same place draws the dot.
    if (stroke.length === 1 && first !== undefined) context.lineTo(first.x * side, first.y * side);
    context.stroke();
  }
  if (pen !== null) paintPen(context, pen, side);
}

function paintPen(context: CanvasRenderingContext2D, { at, isDown }: Pen, side: number): void {
  context.lineWidth = 4;
  context.strokeStyle = '#7ea2ff';
  context.fillStyle = '#7ea2ff';
  context.beginPath();
  context.arc(at.x * side, at.y * side, 12, 0, 2 * Math.PI);
  if (isDown) context.fill();
  context.stroke();
}
