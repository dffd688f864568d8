import { elementCount, type Shape } from '@/lib/core/tensor-type';

/** The place of a value in a tensor of this shape, last axis fastest. */
export function cellAt(shape: Shape, position: number): readonly number[] {
  let rest = position;
  const cell: number[] = [];
  for (const size of [...shape].reverse()) {
    cell.unshift(rest % size);
    rest = Math.floor(rest / size);
  }
  return cell;
}

export function positionOf(shape: Shape, cell: readonly number[]): number {
  if (cell.length !== shape.length)
    throw new Error(`cell ${cell.join(', ')} is not one of a tensor ${shape.join(' × ')}`);
  return shape.reduce((position, size, axis) => {
    const index = cell[axis] ?? -1;
    if (!Number.isInteger(index) || index < 0 || index >= size) {
      throw new Error(`cell ${cell.join(', ')} lies outside ${shape.join(' × ')}`);
    }
    return position * size + index;
  }, 0);
}

/** At most `most` positions of a tensor, evenly spread, with the first and the last among them. */
export function spreadPositions(shape: Shape, most: number): readonly number[] {
  const count = elementCount(shape);
  if (count <= most) return Array.from({ length: count }, (_, position) => position);
  return Array.from({ length: most }, (_, index) => Math.round((index * (count - 1)) / (most - 1)));
}
