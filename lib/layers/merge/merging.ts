import type { Problem } from '@/lib/core/problem';
import { fail, type Result } from '@/lib/core/result';
import { sameShape, type Shape, type TensorType } from '@/lib/core/tensor-type';
import type { InferSite } from '@/lib/layers/definition';
import { inputShape, sizedOutput } from '@/lib/layers/shapes';
import { firstVersion, noMacs, noWeights, plainTransform, pointwise } from '@/lib/layers/traits';

/** Inputs of one shape, combined value by value: nothing learnt, nothing stretched. */
export const valueByValue = {
  fields: {},
  ...firstVersion,
  infer: ({ inputs }: Pick<InferSite, 'inputs'>): Result<TensorType, readonly Problem[]> => {
    const shapes = inputs.map(({ shape }) => shape);
    const first = inputShape({ inputs });
    const odd = shapes.findIndex((shape) => !sameShape(shape, first));
    return odd === -1 ? sizedOutput(first) : fail([{ code: 'shape/merge-unequal', values: { shapes }, input: odd }]);
  },
  ...noWeights,
  ...noMacs,
  ...pointwise,
  ...plainTransform,
};

/**
 * The shape that all stretch to, an axis at a time, where each size is the same or 1; a vector stands for the last axis
 * alone. Null, with the first input that does not fit, where they do not stretch.
 */
export function stretch(shapes: readonly Shape[]): { readonly shape: Shape | null; readonly odd: number } {
  const rank = Math.max(...shapes.map(({ length }) => length));
  let common: Shape = Array.from({ length: rank }, () => 1);
  for (const [index, shape] of shapes.entries()) {
    const sizes = aligned(shape, rank);
    const fits = sizes?.every((size, axis) => size === 1 || common[axis] === 1 || common[axis] === size) === true;
    if (sizes === null || !fits) return { shape: null, odd: index };
    common = common.map((size, axis) => Math.max(size, sizes[axis] ?? 1));
  }
  return { shape: common, odd: -1 };
}

/** A vector counts as 1 × 1 × channels; other ranks must agree. */
function aligned(shape: Shape, rank: number): Shape | null {
  if (shape.length === rank) return shape;
  return shape.length === 1 ? [...Array.from({ length: rank - 1 }, () => 1), ...shape] : null;
}

/** The cell of an input that meets this cell of the output: the only one along a stretched axis. */
export function stretchedCell(shape: Shape, cell: readonly number[]): readonly number[] {
  const from = cell.length - shape.length;
  return shape.map((size, axis) => (size === 1 ? 0 : (cell[axis + from] ?? 0)));
}
