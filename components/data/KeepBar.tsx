'use client';

import { useStore } from 'zustand';
import { datasetLibrary } from '@/components/data/dataset-library';
import { SkippedFiles } from '@/components/data/SkippedFiles';
import { useFirstFocus } from '@/components/data/use-first-focus';
import { useDesigner } from '@/components/state/designer-context';
import { useWorkspace, useWorkspaceActions } from '@/components/state/use-workspace';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { datasetMessages } from '@/lib/messages/datasets';
import { formatBytes, formatCount } from '@/lib/messages/figures';
import { roomFor } from '@/lib/platform/sample-storage';
import type { DatasetImport } from '@/lib/state/dataset-import';
import styles from '@/components/data/data.module.css';

interface KeepBarProps {
  readonly session: DatasetImport;
  readonly isUsed: boolean;
  readonly onUsed: (isUsed: boolean) => void;
}

/** Keeping what is previewed: with room for it, how far it is, a way to stop, and what came of it. */
export function KeepBar({ session, isUsed, onUsed }: KeepBarProps) {
  const t = useMessages(datasetMessages).keep;
  const { apply } = useWorkspaceActions();
  const canUse = useWorkspace(({ saveState }) => saveState !== 'elsewhere' && saveState !== 'loading');
  const { phase, preview, failure, options } = useStore(session.store);
  if (phase === 'done') return <Kept session={session} />;
  const keep = async () => {
    const kept = await session.build();
    if (kept !== null && isUsed && canUse) apply({ kind: 'set-training', settings: { dataset: kept.dataset.id } });
  };
  const isBuilding = phase === 'building';
  // Room may have been made meanwhile, in another tab or elsewhere.
  const isReady = failure === null || failure.code === 'import/cancelled' || failure.code === 'import/no-room';
  return (
    <div className={styles.keep}>
      <RoomWarning bytes={preview?.bytes ?? 0} />
      {isBuilding ? (
        <Building session={session} />
      ) : (
        <div className={styles.row}>
          <Button onClick={session.reset}>{t.back}</Button>
          <span className={styles.space} />
          {canUse && (
            <label className={styles.check}>
              <input type="checkbox" checked={isUsed} onChange={({ target }) => onUsed(target.checked)} />
              {t.use}
            </label>
          )}
          <Button
            look="primary"
            icon="save"
            disabled={!isReady || options?.title.trim() === ''}
            onClick={() => void keep()}
          >
            {t.keep}
          </Button>
        </div>
      )}
    </div>
  );
}

function RoomWarning({ bytes }: { readonly bytes: number }) {
  const t = useMessages(datasetMessages).preview;
  const locale = useLocale();
  const room = useStore(datasetLibrary(useDesigner()).store, (state) => state.room);
  if (room === null) return null;
  const { fits, free } = roomFor(bytes, room);
  if (fits || free === null) return null;
  return (
    <div className={styles.notice} data-tone="warning" role="alert">
      <Icon name="warning" />
      <p>{t.noRoom(formatBytes(locale, bytes), formatBytes(locale, free))}</p>
    </div>
  );
}

function Building({ session }: { readonly session: DatasetImport }) {
  const t = useMessages(datasetMessages).keep;
  const locale = useLocale();
  const { progress, isStopping } = useStore(session.store);
  const stop = useFirstFocus<HTMLButtonElement>();
  return (
    <div className={styles.row}>
      <progress
        aria-label={t.progress}
        {...(progress === null ? {} : { value: progress.done, max: Math.max(1, progress.total) })}
      />
      <span className={styles.progressText}>
        {progress !== null &&
          t.progressText(
            t.phases[progress.phase],
            formatCount(locale, progress.done),
            formatCount(locale, progress.total),
          )}
      </span>
      <span className={styles.space} />
      <Button ref={stop} icon="stop" disabled={isStopping} onClick={session.stop}>
        {isStopping ? t.stopping : t.stop}
      </Button>
    </div>
  );
}

function Kept({ session }: { readonly session: DatasetImport }) {
  const t = useMessages(datasetMessages).keep;
  const kept = useStore(session.store, (state) => state.kept);
  const back = useFirstFocus<HTMLButtonElement>();
  if (kept === null) return null;
  const { count, first } = kept.skipped;
  return (
    <div className={styles.keep}>
      <SkippedFiles files={first} count={count} />
      <div className={styles.row}>
        <p role="status" className={styles.success}>
          <Icon name="success" /> {t.done(kept.dataset.title)}
        </p>
        <span className={styles.space} />
        <Button ref={back} look="primary" onClick={session.reset}>
          {t.back}
        </Button>
      </div>
    </div>
  );
}
