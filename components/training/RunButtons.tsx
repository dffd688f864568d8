'use client';

import { usePreferenceActions } from '@/components/state/use-preferences';
import { useWorkspace } from '@/components/state/use-workspace';
import { KeepEpochButton } from '@/components/training/KeepEpochButton';
import { useRun, useRunActions } from '@/components/training/use-run';
import { Button } from '@/components/ui/Button';
import { useMessages } from '@/components/ui/use-messages';
import { datasetById } from '@/lib/datasets/registry';
import { trainingMessages } from '@/lib/messages/training';
import { isActive } from '@/lib/state/run-state';
import styles from '@/components/training/run-bar.module.css';

/** Train, or while a run goes on Pause or Resume, and Stop. */
export function RunButtons() {
  const phase = useRun((run) => run.phase);
  return <div className={styles.buttons}>{isActive(phase) ? <DuringRun /> : <BeforeRun />}</div>;
}

function BeforeRun() {
  const t = useMessages(trainingMessages);
  const actions = useRunActions();
  const preferences = usePreferenceActions();
  const hasErrors = useWorkspace(({ analysis }) => analysis.hasErrors);
  const isLimited = useWorkspace(({ analysis }) => analysis.isLimited);
  const hasDataset = useWorkspace(({ document }) => datasetById(document.training.dataset) !== undefined);
  const hasRun = useRun(({ series }) => series.length > 0);
  const fault = hasErrors ? t.run.designHasErrors : isLimited ? t.run.designIsLimited : null;
  const obstacle = fault ?? (hasDataset ? null : t.settings.chooseDataset);
  return (
    <>
      <Button
        look="primary"
        icon="play"
        className={styles.big}
        disabled={obstacle !== null}
        onClick={() => void actions.train()}
      >
        {hasRun ? t.run.trainAgain : t.run.train}
      </Button>
      {obstacle !== null && <span className={styles.obstacle}>{obstacle}</span>}
      {fault !== null && (
        <Button look="quiet" onClick={() => preferences.set({ bottomPanel: 'problems' })}>
          {t.run.showProblems}
        </Button>
      )}
    </>
  );
}

function DuringRun() {
  const t = useMessages(trainingMessages).run;
  const actions = useRunActions();
  const { phase, asked } = useRun((run) => ({ phase: run.phase, asked: run.asked }));
  const canPause = (phase === 'training' || phase === 'validating') && asked === null;
  return (
    <>
      {phase === 'paused' ? (
        <Button
          look="primary"
          icon="play"
          className={styles.big}
          disabled={asked !== null}
          onClick={() => void actions.resume()}
        >
          {t.resume}
        </Button>
      ) : (
        <Button icon="pause" className={styles.big} disabled={!canPause} onClick={() => void actions.pause()}>
          {t.pause}
        </Button>
      )}
      <Button icon="stop" className={styles.big} disabled={asked === 'stop'} onClick={() => void actions.stop()}>
        {t.stop}
      </Button>
      <KeepEpochButton />
    </>
  );
}
