import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { describeRunProblem } from '@/components/training/run-problem-text';
import type { Designer } from '@/components/state/create-designer';
import { useDesigner } from '@/components/state/designer-context';
import { runSession } from '@/components/training/run-session';
import { randomRunId, runsSession } from '@/components/training/runs-session';
import { studiesMessages } from '@/lib/messages/studies';
import { createOpenRunLocks, createRunLocks, createRunNews } from '@/lib/platform/run-locks';
import { createStudyTables } from '@/lib/platform/study-tables';
import { createStudy, type StudyPlan } from '@/lib/runs/study/create-study';
import type { Study } from '@/lib/runs/study/study';
import { createStudiesStore, type StudiesState, type StudiesStore } from '@/lib/state/studies';
import { noteGoingQueue } from '@/components/study/going-queue';

const sessions = new WeakMap<Designer, StudiesStore>();

/** The studies of this browser: made when they are first looked at, or where a queue was going on before a reload. */
export function studySession(designer: Designer): StudiesStore {
  const known = sessions.get(designer);
  if (known !== undefined) return known;
  const locale = () => designer.preferences.store.getState().locale;
  const session = createStudiesStore({
    tables: createStudyTables(),
    locks: 'locks' in navigator ? createRunLocks(navigator.locks, 'shapeflow.studies.') : createOpenRunLocks(),
    news: createRunNews(new BroadcastChannel('shapeflow-studies')),
    now: Date.now,
    run: runSession(designer),
    runs: runsSession(designer),
    describe: (problem) => describeRunProblem(problem, locale()),
    nameRun: (study, { variant, seed }) => studiesMessages[locale()].queue.runName(variant, seed, study.name),
  });
  sessions.set(designer, session);
  session.store.subscribe(({ queue }) => noteGoingQueue(queue.status === 'running' && queue.order.length > 0));
  return session;
}

export function useStudies<T>(select: (state: StudiesState) => T): T {
  return useStore(studySession(useDesigner()).store, useShallow(select));
}

export function useStudiesActions(): StudiesStore['actions'] {
  return studySession(useDesigner()).actions;
}

/** A study that begins now. */
export function newStudy(plan: Omit<StudyPlan, 'id' | 'createdAt'>): Study {
  return createStudy({ ...plan, id: randomRunId(), createdAt: Date.now() });
}
