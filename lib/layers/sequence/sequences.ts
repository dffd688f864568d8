import type { Problem } from '@/lib/core/problem';
import { fail, type Result } from '@/lib/core/result';
import type { Shape } from '@/lib/core/tensor-type';
import { refuseRank } from '@/lib/layers/shapes';

/** Length × features taken apart; null for anything that is not a sequence. */
export interface SequenceShape {
  readonly length: number;
  readonly features: number;
}
export function asSequence(shape: Shape): SequenceShape | null {
  const [length, features] = shape;
  return shape.length === 2 && length !== undefined && features !== undefined ? { length, features } : null;
}

/** As `asSequence`, where `infer` has already refused everything else. */
export function sequenceOf(shape: Shape): SequenceShape {
  const sequence = asSequence(shape);
  if (!sequence) throw new Error(`expected length × features, got rank ${shape.length}`);
  return sequence;
}

/**
 * An image becomes a sequence of its pixels by a Reshape; a vector may be words that lack their embedding, or features
 * that have no order at all, so there the layer is only offered to go.
 */
export function refuseNoSequence(got: Shape, input = 0): Result<never, readonly Problem[]> {
  const [height, width, channels] = got;
  if (got.length !== 3 || height === undefined || width === undefined || channels === undefined) {
    return refuseRank(got, [2], [{ kind: 'remove-layer' }]);
  }
  const params = { shape: [height * width, channels] };
  return fail([
    {
      code: 'shape/rank-unsupported',
      values: { expected: [2], got },
      input,
      cures: [{ kind: 'insert-before', type: 'reshape', params, input }],
    },
  ]);
}
