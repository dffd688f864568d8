import type { TrainingSettings } from '@/lib/document/training-settings';
import { rateFactor } from '@/lib/training/schedule';

export interface RatePoint {
  /** From 0 to the number of epochs. */
  readonly epochs: number;
  readonly rate: number;
}

/** A step is drawn as one only if it falls between two neighbouring points. */
const MOST_POINTS = 400;

/**
 * The learning rate of steps all along a run, the first and the last among them. For 'plateau' the loss is taken never to
 * improve after the first epoch, as the rate depends on it.
 */
export function schedulePoints(
  { schedule, optimizer, epochs }: Pick<TrainingSettings, 'schedule' | 'optimizer' | 'epochs'>,
  batches: number,
): readonly RatePoint[] {
  const steps = Math.max(1, epochs * batches);
  const count = Math.min(steps, MOST_POINTS);
  return Array.from({ length: count }, (_, index) => {
    const step = count === 1 ? 0 : Math.round((index * (steps - 1)) / (count - 1));
    const epoch = Math.floor(step / batches);
    const losses = Array.from({ length: epoch }, () => 1);
    const factor = rateFactor(schedule, { epoch, batch: step % batches, batches }, { epochs, losses });
    return { epochs: step / batches, rate: optimizer.learningRate * factor };
  });
}
