import type { Shape } from '@/lib/core/tensor-type';

/** The cell of a tensor of this shape that stands at `position` when it is read with the last axis fastest. */
export function cellOf(shape: Shape, position: number): readonly number[] {
  const cell = shape.map(() => 0);
  let rest = position;
  for (let axis = shape.length - 1; axis >= 0; axis -= 1) {
    const size = shape[axis] ?? 1;
    cell[axis] = rest % size;
    rest = Math.floor(rest / size);
  }
  return cell;
}

/** The way back. */
export function positionOf(shape: Shape, cell: readonly number[]): number {
  let position = 0;
  for (let axis = 0; axis < shape.length; axis += 1) position = position * (shape[axis] ?? 1) + (cell[axis] ?? 0);
  return position;
}
