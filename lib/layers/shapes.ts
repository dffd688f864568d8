import type { Cure, Problem } from '@/lib/core/problem';
import { fail, succeed, type Result } from '@/lib/core/result';
import { elementCount, type Shape, type TensorType } from '@/lib/core/tensor-type';
import type { InferSite } from '@/lib/layers/definition';
import type { Pair } from '@/lib/layers/fields';

/** Elements of one tensor: what a 32-bit index, as graphics hardware uses it, can address. */
export const MOST_ELEMENTS = 2 ** 31 - 1;

export interface ImageShape {
  readonly size: Pair;
  readonly channels: number;
}

/** The shape of the only input, or of the one at `index`. That it is there is the caller's promise. */
export function inputShape(site: Pick<InferSite, 'inputs'>, index = 0): Shape {
  const input = site.inputs[index];
  if (!input) throw new Error(`a layer was asked about input ${index}, which it does not have`);
  return input.shape;
}

/** Height × width × channels taken apart; null for anything that is not an image. */
export function asImage(shape: Shape): ImageShape | null {
  const [height, width, channels] = shape;
  if (shape.length !== 3 || height === undefined || width === undefined || channels === undefined) return null;
  return { size: [height, width], channels };
}

/** As `asImage`, where `infer` has already refused everything else. */
export function imageOf(shape: Shape): ImageShape {
  const image = asImage(shape);
  if (!image) throw new Error(`expected height × width × channels, got rank ${shape.length}`);
  return image;
}

export function lastAxis(shape: Shape): number {
  return shape[shape.length - 1] ?? 1;
}

export function sizedOutput(shape: Shape): Result<TensorType, readonly Problem[]> {
  const elements = elementCount(shape);
  if (elements <= MOST_ELEMENTS) return succeed({ shape, dtype: 'float32' });
  return fail([{ code: 'shape/too-large', values: { elements, most: MOST_ELEMENTS } }]);
}

/** A layer for images got something else. One that only shrinks images has nothing left to do on a vector. */
export function refuseRank(
  got: Shape,
  expected: readonly number[],
  cures: readonly Cure[] = [],
): Result<never, readonly Problem[]> {
  return fail([{ code: 'shape/rank-unsupported', values: { expected, got }, input: 0, cures }]);
}
