import { createStore } from 'zustand/vanilla';
import type { RunLocks, RunNews } from '@/lib/platform/run-locks';
import { STUDY_TABLES, type StudyTable, type StudyTables } from '@/lib/platform/study-tables';
import type { Transaction } from '@/lib/platform/tables';
import type { StudyId } from '@/lib/runs/run-record';
import {
  EMPTY_QUEUE,
  findJob,
  moved,
  putBack,
  withoutJob,
  withoutRemoved,
  withoutStudy,
  withStudy,
  withStudyBack,
  type Studies,
} from '@/lib/runs/study/queue';
import { readStudies } from '@/lib/runs/study/read-study';
import type { Study } from '@/lib/runs/study/study';
import { isActive } from '@/lib/state/run-state';
import { UNDO_TIME } from '@/lib/state/runs';
import type { ReadonlyStore } from '@/lib/state/store';
import { createStudyRunner, type StudyRunnerDeps } from '@/lib/state/study-runner';

export interface StudiesState extends Studies {
  /** False until storage was first read. */
  readonly isReady: boolean;
  /** Storage cannot be used: studies are gone with the page. */
  readonly isBarred: boolean;
  /** The job that goes on in this tab. */
  readonly current: string | null;
  /** Another tab does the queue. */
  readonly isElsewhere: boolean;
}

export interface StudiesStore {
  readonly store: ReadonlyStore<StudiesState>;
  readonly actions: StudiesActions;
  /** Resolves when storage was first read, and the queue goes on if it was going on. */
  readonly ready: Promise<void>;
  dispose(): void;
}

export interface StudiesActions {
  /** Keeps a study and puts its runs at the end of the queue. */
  add(study: Study): Promise<void>;
  rename(id: StudyId, name: string): Promise<void>;
  /** Its runs stay in the list of runs. For an hour at least it can be brought back. */
  remove(id: StudyId): Promise<void>;
  /** Brings a removed study back, its runs at their places in the queue; a run of it that was ended goes on. */
  restore(id: StudyId): Promise<void>;
  /** Holds the queue and the run that goes on. */
  pause(): Promise<void>;
  resume(): Promise<void>;
  /** Ends the run that goes on, which later goes on from its checkpoint, and holds the queue. */
  stop(): Promise<void>;
  /** Puts a run at a place of the queue, from 0. */
  move(job: string, to: number): Promise<void>;
  /** Takes a run out of the queue, ending it if it goes on. */
  takeOut(job: string): Promise<void>;
  /** Puts a run that ended or was taken out back into the queue. */
  putBack(job: string): Promise<void>;
}

export interface StudiesDeps extends StudyRunnerDeps {
  readonly tables: StudyTables;
  readonly locks: RunLocks;
  readonly news: RunNews;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

const QUEUE = 'queue';

/** All studies of this browser and the one queue that does their runs, in one tab at a time. */
export function createStudiesStore(deps: StudiesDeps): StudiesStore {
  const { tables, locks, news, run, now } = deps;
  const store = createStore<StudiesState>(() => ({
    studies: new Map(),
    queue: EMPTY_QUEUE,
    removed: new Map(),
    isReady: false,
    isBarred: false,
    current: null,
    isElsewhere: false,
  }));
  let isDisposed = false;
  let isWorking = false;
  let isWaiting = false;
  let ending: Promise<void> = Promise.resolve();

  /** Storage has the truth, for other tabs add to the queue too; without it the memory has. */
  async function change(how: (all: Studies) => Studies): Promise<void> {
    try {
      store.setState(await tables.transact(STUDY_TABLES, (transaction) => changeKept(transaction, how)));
      news.tell();
    } catch {
      store.setState({ ...how(store.getState()), isBarred: true });
    }
  }

  async function refresh(): Promise<void> {
    try {
      const all = await tables.transact(STUDY_TABLES, readKept);
      store.setState({ ...all, isReady: true, isBarred: false });
    } catch {
      store.setState({ isReady: true, isBarred: true });
    }
  }

  const runner = createStudyRunner(deps, {
    change,
    read: store.getState,
    show: (current) => store.setState({ current }),
  });

  async function work(): Promise<void> {
    if (isWorking || isDisposed || !hasWork()) return;
    isWorking = true;
    const letGo = await locks.hold(QUEUE);
    if (letGo === null) waitForOther();
    else {
      store.setState({ isElsewhere: false });
      await workOff();
      letGo();
    }
    isWorking = false;
    // What came while the lock was let go of.
    if (letGo !== null && hasWork()) void work();
  }

  async function workOff(): Promise<void> {
    while (!isDisposed && hasWork()) {
      await untilIdle();
      const [first] = store.getState().queue.order;
      if (first !== undefined && hasWork()) await runner.perform(first);
    }
  }

  function hasWork(): boolean {
    const { status, order } = store.getState().queue;
    return status === 'running' && order.length > 0;
  }

  function waitForOther(): void {
    store.setState({ isElsewhere: true });
    if (isWaiting) return;
    isWaiting = true;
    locks.whenFree(QUEUE, () => {
      isWaiting = false;
      store.setState({ isElsewhere: false });
      void refresh().then(work);
    });
  }

  /** A run that a person started is not disturbed. */
  function untilIdle(): Promise<void> {
    return new Promise((resolve) => {
      if (!isActive(run.store.getState().phase)) return resolve();
      const stop = run.store.subscribe(({ phase }) => {
        if (isActive(phase)) return;
        stop();
        resolve();
      });
    });
  }

  async function setStatus(status: Studies['queue']['status']): Promise<void> {
    await change((all) => ({ ...all, queue: { ...all.queue, status } }));
  }

  async function forgetOld(): Promise<void> {
    const before = now() - UNDO_TIME;
    const isDue = [...store.getState().removed.values()].some(({ removedAt }) => removedAt < before);
    if (isDue) await change((all) => withoutRemoved(all, before));
  }

  const stopListening = news.onTold(() => void refresh().then(work));
  const isCurrent = (id: string) => store.getState().current === id;

  return {
    store,
    actions: {
      add: async (study) => {
        await change((all) => withStudy(all, study));
        void work();
      },
      rename: (id, name) =>
        change((all) => {
          const study = all.studies.get(id);
          return study === undefined ? all : { ...all, studies: new Map(all.studies).set(id, { ...study, name }) };
        }),
      remove: async (id) => {
        const job = findJob(store.getState(), store.getState().current ?? '');
        // First, so that no other of its runs begins when this one ends.
        await change((all) => withoutRemoved(withoutStudy(all, id, now()), now() - UNDO_TIME));
        if (job?.study === id) ending = runner.end('taken-out');
        await ending;
      },
      restore: async (id) => {
        // Its run, should it still be ending, would end the one brought back.
        await ending;
        await change((all) => withStudyBack(all, id, store.getState().current));
        void work();
      },
      pause: async () => {
        await setStatus('paused');
        if (store.getState().current !== null) await run.actions.pause();
      },
      resume: async () => {
        await setStatus('running');
        if (store.getState().current === null) void work();
        else if (run.store.getState().phase === 'paused') await run.actions.resume();
      },
      stop: async () => {
        await setStatus('paused');
        await runner.end('put-back');
      },
      move: (job, to) =>
        change((all) => ({ ...all, queue: moved(all.queue, { job, to, current: store.getState().current }) })),
      takeOut: async (job) => {
        if (isCurrent(job)) await runner.end('taken-out');
        else await change((all) => withoutJob(all, job));
      },
      putBack: async (job) => {
        await change((all) => putBack(all, job));
        void work();
      },
    },
    ready: refresh().then(() => {
      void forgetOld();
      void work();
    }),
    dispose() {
      isDisposed = true;
      stopListening();
      tables.dispose();
    },
  };
}

async function readKept(transaction: Transaction<StudyTable>): Promise<Studies> {
  return readStudies(await transaction.all('studies'), await transaction.get('queue', QUEUE));
}

async function changeKept(transaction: Transaction<StudyTable>, how: (all: Studies) => Studies): Promise<Studies> {
  const before = await readKept(transaction);
  const after = how(before);
  for (const [id, study] of after.studies) {
    if (before.studies.get(id) !== study) await transaction.put('studies', id, study);
  }
  for (const [id, removed] of after.removed) {
    if (before.removed.get(id) !== removed) await transaction.put('studies', id, removed);
  }
  for (const id of [...before.studies.keys(), ...before.removed.keys()]) {
    if (!after.studies.has(id) && !after.removed.has(id)) await transaction.delete('studies', id);
  }
  if (after.queue !== before.queue) await transaction.put('queue', QUEUE, after.queue);
  return after;
}
