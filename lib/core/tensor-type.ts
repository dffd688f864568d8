/** Sizes of one sample without the batch axis; images are height × width × channels. */
export type Shape = readonly number[];

export interface TensorType {
  readonly shape: Shape;
  readonly dtype: 'float32';
}

export function tensorType(...shape: readonly number[]): TensorType {
  return { shape, dtype: 'float32' };
}

export function elementCount(shape: Shape): number {
  return shape.reduce((product, size) => product * size, 1);
}

/** "28 × 28 × 1", the way shapes are written everywhere people read them. */
export function formatShape(shape: Shape): string {
  return shape.join(' × ');
}

export function sameShape(a: Shape, b: Shape): boolean {
  return a.length === b.length && a.every((size, axis) => size === b[axis]);
}
