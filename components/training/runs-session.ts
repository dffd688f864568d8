import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import { useDesigner } from '@/components/state/designer-context';
import type { Designer } from '@/components/state/create-designer';
import { createOpenRunLocks, createRunLocks, createRunNews } from '@/lib/platform/run-locks';
import { createRunTables } from '@/lib/platform/run-tables';
import { createRunStorage } from '@/lib/runs/run-storage';
import { createCheckpointStorage, type CheckpointStorage } from '@/lib/training/checkpoints/checkpoint-storage';
import { createRunsStore, type RunsState, type RunsStore } from '@/lib/state/runs';

interface Session {
  readonly runs: RunsStore;
  readonly checkpoints: CheckpointStorage;
}

const sessions = new WeakMap<Designer, Session>();

/** The runs of this browser: made when runs are first looked at or training begins, for the page's whole life. */
export function runsSession(designer: Designer): RunsStore {
  return sessionOf(designer).runs;
}

/** Their kept states. */
export function checkpointsOf(designer: Designer): CheckpointStorage {
  return sessionOf(designer).checkpoints;
}

function sessionOf(designer: Designer): Session {
  const known = sessions.get(designer);
  if (known !== undefined) return known;
  const tables = createRunTables();
  const runs = createRunsStore({
    storage: createRunStorage(tables),
    locks: 'locks' in navigator ? createRunLocks(navigator.locks) : createOpenRunLocks(),
    news: createRunNews(new BroadcastChannel('shapeflow-runs')),
    newId: randomRunId,
    now: Date.now,
  });
  const session = { runs, checkpoints: createCheckpointStorage(tables) };
  sessions.set(designer, session);
  return session;
}

/** A slice of the list of runs. */
export function useRuns<T>(select: (state: RunsState) => T): T {
  return useStore(runsSession(useDesigner()).store, useShallow(select));
}

export function useRunsStore(): RunsStore {
  return runsSession(useDesigner());
}

export function randomRunId(): string {
  return [...crypto.getRandomValues(new Uint8Array(12))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}
