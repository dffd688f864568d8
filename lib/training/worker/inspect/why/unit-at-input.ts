import type * as tf from '@tensorflow/tfjs';
import type { AttributeReply, AttributionRefusal } from '@/lib/training/inspect/protocol';
import type { UnitPlace } from '@/lib/training/worker/inspect/why/unit-value';

/** A unit at an input: what every method starts from. */
export interface UnitAtInput {
  /** Scaled, a batch of one. */
  readonly input: tf.Tensor;
  /** The plan layer whose number the unit is. */
  readonly score: string;
  readonly place: UnitPlace;
  readonly activation: number;
}

export function refused(reason: AttributionRefusal): AttributeReply {
  return { kind: 'refused', reason };
}
