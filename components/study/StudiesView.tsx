'use client';

import { useState } from 'react';
import { NewStudy } from '@/components/study/NewStudy';
import { QueuePanel } from '@/components/study/QueuePanel';
import { StudyResults } from '@/components/study/StudyResults';
import { useStudies, useStudiesActions } from '@/components/study/study-session';
import { useDesigner } from '@/components/state/designer-context';
import { Notice } from '@/components/training/Notice';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { useMessages } from '@/components/ui/use-messages';
import { studiesMessages } from '@/lib/messages/studies';
import type { StudyId } from '@/lib/runs/run-record';
import type { NoticeAction } from '@/lib/state/notices';
import type { Study } from '@/lib/runs/study/study';
import styles from '@/components/study/study.module.css';

/** Outlives the panel, which is gone while another one is open. */
let lastChosen: StudyId | null = null;

/** How the notice of its deletion brings a study back. */
const offered = new Map<StudyId, NoticeAction>();

/** Studies: the one looked at, the queue of all their runs, and a way to a new one. */
export default function StudiesView() {
  const t = useMessages(studiesMessages);
  const actions = useStudiesActions();
  const { notices } = useDesigner();
  const studies = useStudies((state) => state.studies);
  const removed = useStudies((state) => state.removed);
  const isReady = useStudies((state) => state.isReady);
  const isBarred = useStudies((state) => state.isBarred);
  const [chosen, setChosen] = useState(lastChosen);
  const [isNew, setNew] = useState(false);
  const listed = [...studies.values()].sort((a, b) => b.createdAt - a.createdAt);
  const [lastRemoved] = [...removed.values()].sort((a, b) => b.removedAt - a.removedAt);
  const study = listed.find(({ id }) => id === chosen) ?? listed[0];

  const choose = (id: StudyId) => {
    lastChosen = id;
    setChosen(id);
  };
  const restore = (id: StudyId) => {
    const action = offered.get(id);
    if (action !== undefined) notices.withdraw(action);
    offered.delete(id);
    choose(id);
    void actions.restore(id);
  };
  const start = (made: Study) => {
    setNew(false);
    choose(made.id);
    void actions.add(made);
  };

  return (
    <div className={styles.panel}>
      {isBarred && <Notice tone="warning">{t.barred}</Notice>}
      <div className={styles.bar}>
        <Button look="primary" icon="plus" onClick={() => setNew(true)}>
          {t.create}
        </Button>
        {study !== undefined && <StudyChoice studies={listed} study={study} onChoose={choose} onRestore={restore} />}
        {lastRemoved !== undefined && (
          <Button icon="undo" title={t.restoreHint} onClick={() => restore(lastRemoved.study.id)}>
            {t.restore(lastRemoved.study.name)}
          </Button>
        )}
      </div>
      <div className={styles.body}>
        <div className={styles.main}>
          {study !== undefined && <StudyResults key={study.id} study={study} />}
          {study === undefined && isReady && (
            <div className={styles.empty}>
              <strong>{t.empty}</strong>
              <p>{t.emptyHint}</p>
            </div>
          )}
        </div>
        {study !== undefined && <QueuePanel />}
      </div>
      {isNew && <NewStudy onClose={() => setNew(false)} onStart={start} />}
    </div>
  );
}

interface StudyChoiceProps {
  readonly studies: readonly Study[];
  readonly study: Study;
  readonly onChoose: (id: StudyId) => void;
  readonly onRestore: (id: StudyId) => void;
}

function StudyChoice({ studies, study, onChoose, onRestore }: StudyChoiceProps) {
  const t = useMessages(studiesMessages);
  const actions = useStudiesActions();
  const { notices } = useDesigner();
  const remove = async () => {
    await actions.remove(study.id);
    const action = { label: t.undo, run: () => onRestore(study.id) };
    offered.set(study.id, action);
    notices.show('success', 'text', { text: t.removed(study.name), action });
  };
  return (
    <>
      <select
        className={styles.choice}
        aria-label={t.label}
        value={study.id}
        onChange={(event) => onChoose(event.target.value)}
      >
        {studies.map(({ id, name }) => (
          <option key={id} value={id}>
            {name}
          </option>
        ))}
      </select>
      <IconButton icon="trash" label={t.remove} onClick={() => void remove()} />
    </>
  );
}
