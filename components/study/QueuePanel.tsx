'use client';

import { useState, type DragEvent, type KeyboardEvent } from 'react';
import { useStudies, useStudiesActions } from '@/components/study/study-session';
import { Notice } from '@/components/training/Notice';
import { useRun } from '@/components/training/use-run';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { useMessages } from '@/components/ui/use-messages';
import { formatDuration } from '@/lib/messages/measures';
import { studiesMessages } from '@/lib/messages/studies';
import { findJob } from '@/lib/runs/study/queue';
import type { StudyJob } from '@/lib/runs/study/study';
import { secondsLeft } from '@/lib/runs/study/time-left';
import styles from '@/components/study/study.module.css';

/** What is to be done, how far it is, and the order of it. */
export function QueuePanel() {
  const t = useMessages(studiesMessages);
  const isElsewhere = useStudies((state) => state.isElsewhere);
  const order = useStudies((state) => state.queue.order);
  return (
    <section className={styles.queue} data-empty={order.length === 0 ? '' : undefined} aria-label={t.queue.label}>
      <h3 className={styles.heading}>{t.queue.label}</h3>
      {isElsewhere && <Notice tone="hint">{t.elsewhere}</Notice>}
      {order.length === 0 ? <p className={styles.hint}>{t.queue.empty}</p> : <QueueProgress />}
      {!isElsewhere && order.length > 0 && <QueueButtons />}
      <QueueList />
    </section>
  );
}

/** Of all studies: runs that are over, and the part of the one that goes on. */
function QueueProgress() {
  const t = useMessages(studiesMessages).queue;
  const studies = useStudies((state) => state.studies);
  const queue = useStudies((state) => state.queue);
  const current = useStudies((state) => state.current);
  const progress = useRun((run) => run.progress);
  const queued = new Set(queue.order);
  const concerned = [...studies.values()].filter(({ jobs }) => jobs.some(({ id }) => queued.has(id)));
  const all = concerned.flatMap(({ jobs }) => jobs);
  const share = current === null ? 0 : progress.share;
  const done = all.filter(({ id }) => !queued.has(id)).length + share;
  const live = current === null ? null : { job: current, secondsLeft: progress.secondsLeft };
  const left = secondsLeft({ studies, queue }, live);
  return (
    <>
      <progress className={styles.progress} aria-label={t.progress} max={Math.max(1, all.length)} value={done} />
      <p className={styles.hint}>
        {t.runs(queue.order.length)} · {left === null ? t.measuring : t.left(formatDuration(left))}
        {queue.status === 'paused' && <> · {t.paused}</>}
      </p>
    </>
  );
}

function QueueButtons() {
  const t = useMessages(studiesMessages).queue;
  const actions = useStudiesActions();
  const status = useStudies((state) => state.queue.status);
  const current = useStudies((state) => state.current);
  return (
    <div className={styles.buttons}>
      {status === 'paused' ? (
        <Button icon="play" onClick={() => void actions.resume()}>
          {t.resume}
        </Button>
      ) : (
        <Button icon="pause" onClick={() => void actions.pause()}>
          {t.pause}
        </Button>
      )}
      <Button icon="stop" title={t.stopHint} disabled={current === null} onClick={() => void actions.stop()}>
        {t.stop}
      </Button>
    </div>
  );
}

function QueueList() {
  const t = useMessages(studiesMessages).queue;
  const actions = useStudiesActions();
  const order = useStudies((state) => state.queue.order);
  const studies = useStudies((state) => state.studies);
  const current = useStudies((state) => state.current);
  const [news, setNews] = useState('');
  const [dragged, setDragged] = useState<string | null>(null);
  const jobs = order.flatMap((id) => findJob({ studies }, id) ?? []);
  const first = current === null ? 0 : 1;

  const move = (job: StudyJob, to: number) => {
    if (to < first || to >= jobs.length) return;
    setNews(t.movedTo(t.job(job.variant, job.seed), to + 1, jobs.length));
    void actions.move(job.id, to);
  };
  const onDrop = (event: DragEvent, to: number) => {
    event.preventDefault();
    const job = jobs.find(({ id }) => id === dragged);
    setDragged(null);
    if (job !== undefined) move(job, to);
  };

  return (
    <>
      <ol className={styles.jobs}>
        {jobs.map((job, at) => (
          <QueuedJob
            key={job.id}
            job={job}
            canMove={{ up: at > first, down: at >= first && at < jobs.length - 1 }}
            onMove={(by) => move(job, at + by)}
            onDrag={() => setDragged(job.id)}
            onDrop={(event) => onDrop(event, at)}
          />
        ))}
      </ol>
      {jobs.length > 1 && <p className={styles.hint}>{t.moveHint}</p>}
      <span className="visually-hidden" role="status">
        {news}
      </span>
    </>
  );
}

interface QueuedJobProps {
  readonly job: StudyJob;
  readonly canMove: { readonly up: boolean; readonly down: boolean };
  readonly onMove: (by: 1 | -1) => void;
  readonly onDrag: () => void;
  readonly onDrop: (event: DragEvent) => void;
}

function QueuedJob({ job, canMove, onMove, onDrag, onDrop }: QueuedJobProps) {
  const t = useMessages(studiesMessages);
  const actions = useStudiesActions();
  const isCurrent = useStudies((state) => state.current === job.id);
  const name = t.queue.job(job.variant, job.seed);
  const onKeyDown = (event: KeyboardEvent) => {
    const by = event.key === 'ArrowUp' ? -1 : event.key === 'ArrowDown' ? 1 : null;
    if (!event.altKey || by === null) return;
    event.preventDefault();
    onMove(by);
  };
  return (
    <li
      className={styles.job}
      data-current={isCurrent}
      draggable={!isCurrent}
      onDragStart={onDrag}
      onDragOver={(event) => event.preventDefault()}
      onDrop={onDrop}
      onKeyDown={onKeyDown}
    >
      <span className={styles.grow}>
        {name}
        <small>{isCurrent ? <JobProgress job={job} /> : t.statuses.waiting}</small>
      </span>
      <IconButton
        icon="chevron-up"
        label={t.queue.up(name)}
        data-tip={t.queue.upShort}
        tip="above-end"
        aria-disabled={!canMove.up}
        onClick={() => canMove.up && onMove(-1)}
      />
      <IconButton
        icon="chevron-down"
        label={t.queue.down(name)}
        data-tip={t.queue.downShort}
        tip="above-end"
        aria-disabled={!canMove.down}
        onClick={() => canMove.down && onMove(1)}
      />
      <IconButton
        icon="close"
        label={t.queue.takeOut(name)}
        data-tip={t.queue.takeOutShort}
        tip="above-end"
        onClick={() => void actions.takeOut(job.id)}
      />
    </li>
  );
}

function JobProgress({ job }: { readonly job: StudyJob }) {
  const t = useMessages(studiesMessages);
  const done = useRun(({ epochs }) => epochs.length);
  const isPaused = useStudies((state) => state.queue.status === 'paused');
  return (
    <>
      {isPaused ? t.queue.paused : t.statuses.running}, {t.queue.epochs(Math.min(done, job.goal), job.goal)}
    </>
  );
}
