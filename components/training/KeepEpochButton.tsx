'use client';

import { useRun, useRunActions } from '@/components/training/use-run';
import { Button } from '@/components/ui/Button';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { checkpointMessages } from '@/lib/messages/checkpoints';
import { formatCount } from '@/lib/messages/figures';

/** Keeps the weights of the epoch in progress, beside the best and the last. */
export function KeepEpochButton() {
  const t = useMessages(checkpointMessages);
  const locale = useLocale();
  const actions = useRunActions();
  const { isAsked, epoch, canKeep } = useRun((run) => ({
    isAsked: run.keepsEpoch,
    epoch: run.epochs.length + 1,
    canKeep: run.checkpoint !== null && (run.phase === 'training' || run.phase === 'paused'),
  }));
  if (!canKeep) return null;
  return (
    <Button look="quiet" disabled={isAsked} onClick={() => void actions.keepEpoch()}>
      {isAsked ? t.keepsEpoch(formatCount(locale, epoch)) : t.keepEpoch}
    </Button>
  );
}
