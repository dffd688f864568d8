'use client';

import { useEffect, useRef, useState } from 'react';
import { useInputKind } from '@/components/inspect/input/input-kinds';
import { LESSONS_BUTTON } from '@/components/inspect/lessons/LessonButton';
import { lessonFacts } from '@/components/inspect/lessons/facts';
import {
  leave,
  LESSONS,
  look,
  stepBack,
  stepOn,
  takeUp,
  toggleLessons,
  useLessons,
  type LessonId,
} from '@/components/inspect/lessons/lesson-store';
import { useInspectStore } from '@/components/inspect/use-inspect';
import { inspectView } from '@/components/inspect/view-state';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { IconButton } from '@/components/ui/IconButton';
import { useMessages } from '@/components/ui/use-messages';
import { isReading } from '@/lib/inspect/lessons/filter-lesson';
import type { LessonProgress, LessonSnapshot } from '@/lib/inspect/lessons/lesson';
import { inspectLessonsMessages, type LessonFacts, type StepText } from '@/lib/messages/inspect-lessons';
import { lessonSnapshot } from '@/lib/state/lesson-snapshot';
import styles from '@/components/inspect/lessons/lessons.module.css';

/** A lesson's step at a time, above what it is about; nothing is covered. */
export function LessonStrip() {
  const t = useMessages(inspectLessonsMessages);
  const lesson = useLessons((state) => state.lesson);
  const isDrawing = useInputKind().kind === 'drawing';
  return (
    <section className={styles.strip} aria-label={t.title} data-steady={isDrawing}>
      {lesson === null ? <Choice /> : <Step key={lesson} id={lesson} />}
    </section>
  );
}

function Choice() {
  const t = useMessages(inspectLessonsMessages);
  const progress = useLessons((state) => state.progress);
  return (
    <>
      {(['filters', 'follow'] as const).map((id) => {
        const { title, about } = t.lessons[id];
        return (
          <div key={id} className={styles.choice}>
            <p>
              <strong>{title}</strong> {about}
            </p>
            <Button aria-label={`${title}: ${beginText(t, id, progress[id])}`} onClick={() => takeUp(id)}>
              {beginText(t, id, progress[id])}
            </Button>
          </div>
        );
      })}
      <IconButton icon="close" label={t.close} tip="below-end" onClick={closeStrip} />
    </>
  );
}

/** The focus goes back to the button that opens the strip. */
function closeStrip(): void {
  toggleLessons();
  document.getElementById(LESSONS_BUTTON)?.focus();
}

function beginText(t: (typeof inspectLessonsMessages)['en'], id: LessonId, { at, done }: LessonProgress): string {
  const of = LESSONS[id].steps.length;
  if (at >= of) return t.again;
  return at === 0 && done.length === 0 ? t.begin : t.resume(at + 1, of);
}

function Step({ id }: { readonly id: LessonId }) {
  const t = useMessages(inspectLessonsMessages);
  const [now, facts] = useSnapshot(id);
  const progress = useLessons((state) => state.progress[id]);
  const buttons = useRef<HTMLDivElement>(null);
  const lesson = LESSONS[id];
  const step = lesson.steps[progress.at];
  // Whoever has just chosen the lesson goes on with it by keyboard.
  const isOver = progress.at >= lesson.steps.length;
  useEffect(() => {
    buttons.current?.querySelector<HTMLElement>('button:not([aria-label])')?.focus();
  }, [isOver]);
  const leaveStep = (): void => {
    const section = buttons.current?.parentElement;
    leave();
    requestAnimationFrame(() => section?.querySelector('button')?.focus());
  };
  const isDone = step !== undefined && progress.done.includes(step.id);
  const texts: Readonly<Record<string, StepText>> = t[id];
  const text = step === undefined ? undefined : texts[step.id];
  const isUnfit = now.layer !== null && !lesson.fits(now);
  return (
    <>
      <div className={styles.place}>
        <strong>{t.lessons[id].title}</strong>
        {step !== undefined && <span>{t.step(progress.at + 1, lesson.steps.length)}</span>}
      </div>
      <div className={styles.text} role="status" data-done={isDone}>
        {isUnfit ? (
          <p>{t.lessons[id].unfit}</p>
        ) : text === undefined ? (
          <p>{t.over(progress.done.length, lesson.steps.length)}</p>
        ) : (
          <StepWords text={text} facts={facts} isDone={isDone} />
        )}
      </div>
      <div ref={buttons} className={styles.buttons}>
        {progress.at > 0 && <IconButton icon="chevron-left" label={t.back} onClick={stepBack} />}
        {step !== undefined && !isUnfit && (
          <Button look={isDone ? 'primary' : 'plain'} onClick={stepOn}>
            {!isDone ? t.skip : progress.at === lesson.steps.length - 1 ? t.finish : t.next}
          </Button>
        )}
        {isOver && (
          <Button look="primary" onClick={leaveStep}>
            {t.all}
          </Button>
        )}
        <IconButton icon="close" label={t.leave} tip="below-end" onClick={leaveStep} />
      </div>
    </>
  );
}

interface StepWordsProps {
  readonly text: StepText;
  readonly facts: LessonFacts;
  readonly isDone: boolean;
}

function StepWords({ text, facts, isDone }: StepWordsProps) {
  const t = useMessages(inspectLessonsMessages);
  return (
    <p>
      <strong className={styles.title}>
        <Icon name={isDone ? 'success' : 'play'} size={14} />
        {`${isDone ? t.done : t.toDo}: ${text.title}.`}
      </strong>{' '}
      {isDone ? text.see(facts) : text.act(facts)}
    </p>
  );
}

/** The state as it is now, which the lesson is told of; and what is said of it, as it was when the step was done. */
function useSnapshot(id: LessonId): readonly [LessonSnapshot, LessonFacts] {
  const store = useInspectStore();
  const read = (): LessonSnapshot => lessonSnapshot(store.getState(), inspectView.getState().shown);
  const [now, setNow] = useState(read);
  const progress = useLessons((state) => state.progress[id]);
  useEffect(() => {
    let request = 0;
    // Views, choices and looks change together: read once they all have.
    const soon = (): void => {
      cancelAnimationFrame(request);
      request = requestAnimationFrame(() => {
        const next = lessonSnapshot(store.getState(), inspectView.getState().shown);
        look(next);
        setNow(next);
        if (isReading(next.filters)) soon();
      });
    };
    soon();
    const stops = [store.subscribe(soon), inspectView.subscribe(soon)];
    return () => {
      cancelAnimationFrame(request);
      for (const stop of stops) stop();
    };
    // A next step looks at what is there already.
  }, [store, progress.at]);
  return [now, lessonFacts(progress.doneWith ?? now, progress.memory, store.getState().subject)];
}
