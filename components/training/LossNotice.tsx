'use client';

import { Notice } from '@/components/training/Notice';
import { useRun } from '@/components/training/use-run';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { checkpointMessages } from '@/lib/messages/checkpoints';
import { formatCount } from '@/lib/messages/figures';
import { trainingMessages } from '@/lib/messages/training';

/** The graphics card was taken away, and the run went on by itself: where from, and on what. */
export function LossNotice() {
  const t = useMessages(checkpointMessages).loss;
  const { names } = useMessages(trainingMessages).backend;
  const locale = useLocale();
  const { loss, moves, backend } = useRun((state) => ({
    loss: state.loss,
    moves: state.moves,
    backend: state.backend,
  }));
  const lastMove = moves.at(-1);
  if (loss === null && lastMove === undefined) return null;
  return (
    <>
      {lastMove !== undefined && backend !== null ? (
        <Notice tone="warning">
          {t.moved(names[lastMove.backend], names[backend], formatCount(locale, lastMove.batches))}
        </Notice>
      ) : null}
      {loss === null || loss.backend === lastMove?.backend ? null : (
        <Notice tone="hint">
          {(loss.isBack ? t.back : t.lost)(names[loss.backend], formatCount(locale, loss.batches))}
        </Notice>
      )}
    </>
  );
}
