import type { EarlyStopping } from '@/lib/core/learning';

/** What an epoch came to. The loss and score are the validation's, or the training's where nothing is held out. */
export interface EpochFigures {
  readonly loss: number;
  readonly score: number;
}

/** When to stop. */
export interface Patience extends EarlyStopping {
  /** A larger score is better: false where it is an error. */
  readonly isScoreGain: boolean;
}

/** The best of the epochs that ended, and whether there were too many after it. */
export interface Standing {
  /** Counts from 0; null before the first epoch ended. */
  readonly best: number | null;
  readonly isOver: boolean;
}

/** As Keras's EarlyStopping: an epoch is better when it beats the best before by more than `minDelta`. */
export function standingAfter(epochs: readonly EpochFigures[], settings: Patience): Standing {
  let best: number | null = null;
  let bestCost = Number.POSITIVE_INFINITY;
  epochs.forEach((epoch, index) => {
    const cost = costOf(epoch, settings);
    if (!(best === null ? !Number.isNaN(cost) : cost < bestCost - settings.minDelta)) return;
    best = index;
    bestCost = cost;
  });
  const waited = epochs.length - 1 - (best ?? -1);
  return { best, isOver: settings.isOn && epochs.length > 0 && waited >= settings.patience };
}

/** Smaller is better. */
function costOf({ loss, score }: EpochFigures, { monitor, isScoreGain }: Patience): number {
  if (monitor === 'validation-loss') return loss;
  return isScoreGain ? -score : score;
}
