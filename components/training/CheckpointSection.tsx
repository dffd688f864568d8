'use client';

import { useEffect, useState } from 'react';
import { usePreferenceActions, usePreferences } from '@/components/state/use-preferences';
import { useWorkspace } from '@/components/state/use-workspace';
import { NumberField } from '@/components/training/NumberField';
import { useRun, useRunActions } from '@/components/training/use-run';
import { Button } from '@/components/ui/Button';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { checkpointMessages, type CheckpointMessages } from '@/lib/messages/checkpoints';
import { formatBytes, formatCount } from '@/lib/messages/figures';
import { CHECKPOINT_BOUNDS } from '@/lib/state/preferences';
import { isActive, type KeptState } from '@/lib/state/run-state';
import type { CheckpointChoice } from '@/lib/training/checkpoints/checkpoint';
import styles from '@/components/training/checkpoints.module.css';

/** How often runs are kept, what that takes, and what is kept of the run that is shown. Not part of the design. */
export function CheckpointSection() {
  const t = useMessages(checkpointMessages);
  const { set } = usePreferenceActions();
  const { seconds, keepEvery } = usePreferences(({ checkpointSeconds, keepEveryEpochs }) => ({
    seconds: checkpointSeconds,
    keepEvery: keepEveryEpochs,
  }));
  return (
    <section className={styles.section} aria-label={t.title}>
      <h3>{t.title}</h3>
      <NumberField
        label={t.seconds}
        hint={t.secondsHint}
        value={seconds}
        bounds={CHECKPOINT_BOUNDS.seconds}
        onChange={(checkpointSeconds) => set({ checkpointSeconds })}
      />
      <NumberField
        label={t.keepEvery}
        hint={t.keepEveryHint}
        value={keepEvery}
        bounds={CHECKPOINT_BOUNDS.keepEvery}
        onChange={(keepEveryEpochs) => set({ keepEveryEpochs })}
      />
      <Needs />
      <KeptStates />
    </section>
  );
}

/** Weights and the optimizer's state; the gradients, which the figure of the training state counts too, are not kept. */
function Needs() {
  const t = useMessages(checkpointMessages);
  const locale = useLocale();
  const { memory, trainableParams } = useWorkspace(({ analysis }) => analysis.totals);
  const free = useFreeBytes();
  const bytes = memory.weights + memory.trainingState - 4 * trainableParams;
  return (
    <p className={styles.note}>
      {t.needs(formatBytes(locale, bytes), free === null ? null : formatBytes(locale, free))}
    </p>
  );
}

/** Bytes that the browser's storage has left; null while that is unknown. */
function useFreeBytes(): number | null {
  const [free, setFree] = useState<number | null>(null);
  const occasion = useRun(({ checkpoint }) => checkpoint?.batches ?? 0);
  useEffect(() => {
    let isWanted = true;
    const storage = navigator.storage as StorageManager | undefined;
    void storage?.estimate().then(({ usage, quota }) => {
      if (isWanted && usage !== undefined && quota !== undefined) setFree(Math.max(0, quota - usage));
    });
    return () => {
      isWanted = false;
    };
  }, [occasion]);
  return free;
}

function KeptStates() {
  const t = useMessages(checkpointMessages);
  const locale = useLocale();
  const actions = useRunActions();
  const { checkpoint, isBusy } = useRun((run) => ({ checkpoint: run.checkpoint, isBusy: isActive(run.phase) }));
  if (checkpoint === null) return null;
  return (
    <ul className={styles.kept} aria-label={t.kept}>
      {choicesOf(checkpoint, t, (count) => formatCount(locale, count)).map(({ choice, label }) => (
        <li key={choice}>
          {label}
          <Button look="quiet" disabled={isBusy} aria-label={t.useOf(label)} onClick={() => void actions.load(choice)}>
            {t.use}
          </Button>
        </li>
      ))}
    </ul>
  );
}

interface Choice {
  readonly choice: CheckpointChoice;
  readonly label: string;
}

function choicesOf(
  { epoch, batches, best, kept }: KeptState,
  t: CheckpointMessages,
  format: (count: number) => string,
): readonly Choice[] {
  const last: Choice = { choice: 'last', label: t.last(format(epoch), format(batches)) };
  const ofBest: readonly Choice[] = best === null ? [] : [{ choice: 'best', label: t.best(format(best)) }];
  return [last, ...ofBest, ...kept.map((each): Choice => ({ choice: each, label: t.epoch(format(each)) }))];
}
