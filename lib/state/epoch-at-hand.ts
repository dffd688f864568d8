import type { RunState } from '@/lib/state/run-state';
import type { RunEpoch } from '@/lib/training/checkpoints/checkpoint';

type Known = Pick<RunState, 'given' | 'hasModel' | 'outcome' | 'checkpoint' | 'epochs' | 'series'>;

/**
 * Which epoch's weights the run on the page has: those the worker was given or came to, or, where it has none, those that
 * were kept last. null: it cannot be told.
 */
export function epochAtHand({ given, hasModel, outcome, checkpoint, epochs, series }: Known): RunEpoch | null {
  if (hasModel && given !== null && given !== 'last') {
    return whole(given === 'best' ? (checkpoint?.best ?? null) : given);
  }
  // Early stopping has put them back, and they were kept so.
  const putBack = outcome?.earlyStopping?.best;
  if (putBack !== undefined) return whole(putBack);
  if (hasModel && given === null) return placeOf({ epoch: epochs.length, batches: series.length }, epochs);
  return checkpoint && placeOf(checkpoint, epochs);
}

function whole(epoch: number | null): RunEpoch | null {
  return epoch === null ? null : { epoch, isPartial: false };
}

/** `epoch`: how many have ended. */
function placeOf(
  { epoch, batches }: { readonly epoch: number; readonly batches: number },
  epochs: RunState['epochs'],
): RunEpoch {
  const batchesThen = epoch === 0 ? 0 : epochs.find((point) => point.epoch === epoch)?.batches;
  const isPartial = batchesThen !== undefined && batches > batchesThen;
  return { epoch: epoch + (isPartial ? 1 : 0), isPartial };
}
