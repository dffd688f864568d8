import { showRuns } from '@/components/runs/view-state';
import type { Designer } from '@/components/state/create-designer';
import { runSession } from '@/components/training/run-session';
import { checkpointsOf, runsSession } from '@/components/training/runs-session';
import { fileNameOf } from '@/lib/core/file-name';
import type { Document } from '@/lib/document/document';
import { readDocument } from '@/lib/document/load';
import { runsMessages, type RunsMessages } from '@/lib/messages/runs';
import { downloadFile } from '@/lib/platform/download';
import { curvesCsv, runsCsv } from '@/lib/runs/files/csv';
import { isSameRun, readRuns, writeRuns, type RunsFileProblem } from '@/lib/runs/files/run-file';
import type { KeptRun, RunId } from '@/lib/runs/run-record';
import type { NoticeAction } from '@/lib/state/notices';
import { isActive } from '@/lib/state/run-state';
import type { CheckpointChoice } from '@/lib/training/checkpoints/checkpoint';

export const RUN_EXPORTS = ['json', 'curvesCsv', 'tableCsv'] as const;
export type RunExport = (typeof RUN_EXPORTS)[number];

/** Without it, spreadsheets on some systems take the file for another encoding than UTF-8. */
const BYTE_ORDER_MARK = '\uFEFF';

function wordsOf({ preferences }: Designer): RunsMessages {
  return runsMessages[preferences.store.getState().locale];
}

function tell({ notices }: Designer, tone: 'success' | 'error' | 'information' | 'warning', text: string): void {
  notices.show(tone, 'text', { text });
}

async function readAll(designer: Designer, ids: readonly RunId[]): Promise<readonly KeptRun[]> {
  const store = runsSession(designer);
  const runs = await Promise.all(ids.map((id) => store.read(id)));
  return runs.flatMap((run) => run ?? []);
}

/** Downloads runs as one file, and says that it came or why not. */
export async function exportRuns(designer: Designer, ids: readonly RunId[], kind: RunExport): Promise<void> {
  const words = wordsOf(designer).news;
  try {
    const runs = await readAll(designer, ids);
    const [first] = runs;
    const stem = runs.length === 1 && first !== undefined ? fileNameOf(first.record.name) : `runs-${runs.length}`;
    const name = `${stem}${{ json: '.shapeflow-runs.json', curvesCsv: '-curves.csv', tableCsv: '.csv' }[kind]}`;
    downloadFile(document, name, contentOf(runs, kind));
    tell(designer, 'success', words.exported(name));
  } catch {
    tell(designer, 'error', words.exportFailed);
  }
}

function contentOf(runs: readonly KeptRun[], kind: RunExport): Blob {
  if (kind === 'json') return new Blob([writeRuns(runs)], { type: 'application/json' });
  const isoDate = (milliseconds: number) => new Date(milliseconds).toISOString();
  const text =
    kind === 'curvesCsv'
      ? curvesCsv(runs)
      : runsCsv(
          runs.map(({ record }) => record),
          isoDate,
        );
  return new Blob([BYTE_ORDER_MARK, text], { type: 'text/csv;charset=utf-8' });
}

/** Reads runs from a file; those that are here already are passed over. Gives the ids of the new ones. */
export async function importRuns(designer: Designer, file: File): Promise<readonly RunId[]> {
  const words = wordsOf(designer).news;
  const store = runsSession(designer);
  const read = readRuns(await file.text());
  if (!read.ok) {
    tell(designer, 'error', problemText(read.error, words));
    return [];
  }
  const here = store.store.getState().records;
  const fresh = read.value.filter(({ record }) => !here.some((known) => isSameRun(known, record)));
  const added = await store.actions.import(fresh);
  const known = read.value.length - fresh.length;
  const unkept = fresh.length - added.length;
  const parts = [
    words.imported(added.length),
    ...(known > 0 ? [words.known(known)] : []),
    ...(unkept > 0 ? [words.noRoom(unkept)] : []),
  ];
  tell(designer, unkept > 0 ? 'warning' : 'success', parts.join(' '));
  return added;
}

function problemText(problem: RunsFileProblem, words: RunsMessages['news']): string {
  switch (problem.kind) {
    case 'not-json':
      return words.notJson;
    case 'not-ours':
      return words.notOurs;
    case 'too-new':
      return words.tooNew(problem.version);
    case 'damaged':
      return problem.lengths === null
        ? words.damaged(problem.run, problem.part)
        : words.misfit(problem.run, problem.part, problem.lengths);
  }
}

/** How the notice of its deletion brings a run back. */
const offered = new Map<RunId, NoticeAction>();

/** Says how many were deleted, with a way back, and which could not be. */
export async function deleteRuns(designer: Designer, ids: readonly RunId[]): Promise<void> {
  const words = wordsOf(designer).news;
  const { store, actions } = runsSession(designer);
  const names = new Map(store.getState().records.map(({ id, name }) => [id, name]));
  const gone = await actions.remove(ids).catch(() => null);
  if (gone === null) return tell(designer, 'error', words.notDeleted);
  const [first] = gone;
  if (first !== undefined) {
    const action = { label: words.undo, run: () => void restoreRuns(designer, gone) };
    for (const id of gone) offered.set(id, action);
    designer.notices.show('success', 'text', { text: words.deleted(gone.length, names.get(first) ?? ''), action });
  }
  if (gone.length < ids.length) tell(designer, 'warning', words.heldBack(ids.length - gone.length));
}

/** Brings deleted runs back and shows them. */
export async function restoreRuns(designer: Designer, ids: readonly RunId[]): Promise<void> {
  const words = wordsOf(designer).news;
  const back = await runsSession(designer)
    .actions.restore(ids)
    .catch(() => []);
  for (const id of ids) {
    const action = offered.get(id);
    if (action !== undefined) designer.notices.withdraw(action);
    offered.delete(id);
  }
  if (back.length === 0) return tell(designer, 'error', words.notRestored);
  showRuns(back);
  tell(designer, 'success', words.restored(back.length));
}

/** Its exact design, as a new one beside the others, with the weights of a kept epoch where one is chosen. */
export async function openRunDesign(designer: Designer, id: RunId, choice: CheckpointChoice | null): Promise<void> {
  const kept = await readDesign(designer, id);
  if (kept === null) return;
  const { workspace, weights } = designer;
  const words = wordsOf(designer).news;
  const { name } = kept.run.record;
  const checkpoints = checkpointsOf(designer);
  const tensors = choice === null ? null : await checkpoints.weights(id, choice).catch(() => null);
  const before = workspace.store.getState().openDesign;
  workspace.actions.newDesign(kept.design);
  const { openDesign } = workspace.store.getState();
  if (tensors === null || openDesign === before) {
    tell(designer, 'information', words.opened(name));
    return;
  }
  void weights.write(openDesign, tensors);
  tell(designer, 'information', words.openedTrained(name));
}

async function readDesign(
  designer: Designer,
  id: RunId,
): Promise<{ readonly run: KeptRun; readonly design: Document } | null> {
  const words = wordsOf(designer).news;
  const run = await runsSession(designer).read(id);
  if (run === null) {
    tell(designer, 'error', words.gone);
    return null;
  }
  const read = readDocument(run.document, run.record.name);
  if (!read.ok) tell(designer, 'error', words.unreadable);
  return read.ok ? { run, design: read.value.document } : null;
}

/** The same design with the same settings, seed and backend. */
export async function runAgain(designer: Designer, id: RunId): Promise<void> {
  const kept = await readDesign(designer, id);
  if (kept === null || isBusy(designer)) return;
  const { name, tags, backend } = kept.run.record;
  const order = { document: kept.design, name, tags, parent: id, study: null, resume: null, backend };
  void runSession(designer).actions.start(order);
}

/** Goes on from the last checkpoint. */
export async function resumeRun(designer: Designer, id: RunId): Promise<void> {
  const kept = await readDesign(designer, id);
  if (kept === null || isBusy(designer)) return;
  const order = { document: kept.design, parent: null, study: null, resume: id };
  void runSession(designer).actions.start(order);
}

function isBusy(designer: Designer): boolean {
  const isGoingOn = isActive(runSession(designer).store.getState().phase);
  if (isGoingOn) tell(designer, 'warning', wordsOf(designer).news.busy);
  return isGoingOn;
}
