import { RUN_TABLES, type RunTable, type RunTables } from '@/lib/platform/run-tables';
import { createMemoryTables, storageFaultOf, type StorageFault, type Transaction } from '@/lib/platform/tables';
import { readDesign, removeDesign, writeDesign } from '@/lib/runs/kept-designs';
import { removeTops } from '@/lib/runs/kept-tops';
import type { KeptRun, RunCurves, RunId, RunRecord } from '@/lib/runs/run-record';
import type { CheckpointHeads } from '@/lib/training/checkpoints/checkpoint';
import { bytesOf, readHeads, removeCheckpoints } from '@/lib/training/checkpoints/checkpoint-storage';
import type { TestReport } from '@/lib/training/protocol';

export type KeepOutcome = 'kept' | StorageFault;

/** What of a record people and the run itself change; everything else stays as it began. */
export type RunChange = Partial<Omit<RunRecord, 'id' | 'createdAt' | 'parent' | 'kept'>>;

/**
 * The runs kept in this browser. A run's design is kept as a difference from its parent's where that is smaller, which
 * nobody sees: reading gives it back exactly, and removing a parent leaves its children whole.
 */
export interface RunStorage {
  /** Newest first; rejects when storage cannot be used. */
  list(): Promise<readonly RunRecord[]>;
  read(id: RunId): Promise<KeptRun | null>;
  /** Keeps a run, new or as it is now, all of it or nothing. */
  save(run: KeptRun): Promise<KeepOutcome>;
  /** Record, curves and report as they are now; what people changed (name, tags, note) and the design stay as kept. */
  progress(run: KeptRun): Promise<KeepOutcome>;
  /** The record as it is then; null: there is no such run. */
  change(id: RunId, change: RunChange): Promise<RunRecord | null>;
  /** Out of every list, with curves and checkpoints as they are until they are purged; `at`: milliseconds since 1970. */
  remove(ids: readonly RunId[], at: number): Promise<void>;
  /** Brings removed runs back as they were; says which there still were. */
  restore(ids: readonly RunId[]): Promise<readonly RunId[]>;
  /** Those that can be brought back, the one removed last first. */
  removed(): Promise<readonly RemovedRun[]>;
  /** Deletes for good what was removed before this time; says how many runs that were. */
  purge(before: number): Promise<number>;
  /** Of every run that has some. */
  checkpoints(): Promise<ReadonlyMap<RunId, CheckpointHeads>>;
  /** What each run takes: design, curves, checkpoints. */
  bytes(): Promise<ReadonlyMap<RunId, number>>;
}

export interface RemovedRun {
  readonly id: RunId;
  readonly name: string;
  /** When it was removed, in milliseconds since 1970. */
  readonly at: number;
}

type Access = Transaction<RunTable>;

/** What stands in the table of records. */
interface KeptRecord {
  readonly record: RunRecord;
  /** Of the design, and of curves and report. */
  readonly designBytes: number;
  readonly curveBytes: number;
  /** When a person removed it, in milliseconds since 1970; nothing but bringing it back or its purge touches it then. */
  readonly removedAt?: number;
}

interface KeptCurves {
  readonly curves: RunCurves;
  readonly report: TestReport | null;
}

/** In tables of the browser's, or of memory for tests. */
export function createRunStorage(tables: RunTables): RunStorage {
  const transact = <T>(work: (access: Access) => Promise<T>): Promise<T> => tables.transact(RUN_TABLES, work);
  const outcomeOf = (done: Promise<boolean>): Promise<KeepOutcome> =>
    done.then((isKept) => (isKept ? 'kept' : 'other'), storageFaultOf);
  return {
    list: () =>
      transact(async (access) => {
        const rows = await shownRows(access);
        const records = await Promise.all(rows.map((row) => withKept(access, row.record)));
        return records.sort((a, b) => b.createdAt - a.createdAt);
      }),
    read: (id) => transact((access) => read(access, id)),
    save: (run) => outcomeOf(transact((access) => save(access, run))),
    progress: (run) => outcomeOf(transact((access) => progress(access, run))),
    change: (id, change) =>
      transact(async (access) => {
        const row = await rowOf(access, id);
        if (row === null) return null;
        const record = { ...row.record, ...change };
        await access.put('records', id, { ...row, record });
        return withKept(access, record);
      }),
    remove: (ids, at) =>
      transact(async (access) => {
        for (const id of ids) {
          const row = await rowOf(access, id);
          if (row !== null) await access.put('records', id, { ...row, removedAt: at } satisfies KeptRecord);
        }
      }),
    restore: (ids) => transact((access) => restore(access, ids)),
    removed: () =>
      transact(async (access) => {
        const removed = (await removedRows(access)).map(({ record: { id, name }, removedAt: at }) => ({
          id,
          name,
          at,
        }));
        return removed.sort((a, b) => b.at - a.at);
      }),
    purge: (before) =>
      transact(async (access) => {
        const old = (await removedRows(access)).filter(({ removedAt }) => removedAt < before);
        for (const { record } of old) await purge(access, record.id);
        return old.length;
      }),
    checkpoints: () =>
      transact(async (access) => {
        const rows = await shownRows(access);
        const heads = rows.map(async ({ record }) => [record.id, await readHeads(access, record.id)] as const);
        return new Map((await Promise.all(heads)).filter(([, { last }]) => last !== null));
      }),
    bytes: () =>
      transact(async (access) => {
        const rows = await shownRows(access);
        const sizes = rows.map(async ({ record, designBytes, curveBytes }) => {
          const checkpoints = bytesOf(await readHeads(access, record.id));
          return [record.id, designBytes + curveBytes + checkpoints] as const;
        });
        return new Map(await Promise.all(sizes));
      }),
  };
}

/** The epochs that stay kept are known where the checkpoints are. */
async function withKept(access: Access, record: RunRecord): Promise<RunRecord> {
  const { kept } = await readHeads(access, record.id);
  return { ...record, kept: kept.map(({ epoch }) => epoch) };
}

/** null: there is none, or it was removed. */
async function rowOf(access: Access, id: RunId): Promise<KeptRecord | null> {
  const row = (await access.get('records', id)) as KeptRecord | undefined;
  return row === undefined || row.removedAt !== undefined ? null : row;
}

async function allRows(access: Access): Promise<readonly KeptRecord[]> {
  return (await access.all('records')) as readonly KeptRecord[];
}

async function shownRows(access: Access): Promise<readonly KeptRecord[]> {
  return (await allRows(access)).filter(({ removedAt }) => removedAt === undefined);
}

type RemovedRow = KeptRecord & { readonly removedAt: number };

async function removedRows(access: Access): Promise<readonly RemovedRow[]> {
  return (await allRows(access)).filter((row): row is RemovedRow => row.removedAt !== undefined);
}

async function restore(access: Access, ids: readonly RunId[]): Promise<readonly RunId[]> {
  const removed = (await removedRows(access)).filter(({ record }) => ids.includes(record.id));
  for (const { record, designBytes, curveBytes } of removed) {
    await access.put('records', record.id, { record, designBytes, curveBytes } satisfies KeptRecord);
  }
  return removed.map(({ record }) => record.id);
}

async function read(access: Access, id: RunId): Promise<KeptRun | null> {
  const row = await rowOf(access, id);
  const document = await readDesign(access, id);
  const kept = (await access.get('curves', id)) as KeptCurves | undefined;
  if (row === null || document === null || kept === undefined) return null;
  return { record: await withKept(access, row.record), document, ...kept };
}

async function save(access: Access, { record, document, curves, report }: KeptRun): Promise<true> {
  // Read in from a file, say, while the removed one could still be brought back: this one takes its place.
  const isRemoved = (await removedRows(access)).some((row) => row.record.id === record.id);
  if (isRemoved) await purge(access, record.id);
  const designBytes = await writeDesign(access, { run: record.id, document, parent: record.parent });
  await access.put('curves', record.id, { curves, report } satisfies KeptCurves);
  await access.put('records', record.id, { record, designBytes, curveBytes: bytesOfCurves({ curves, report }) });
  return true;
}

async function progress(access: Access, { record, curves, report }: KeptRun): Promise<boolean> {
  const row = await rowOf(access, record.id);
  if (row === null) return false;
  const { name, tags, note } = row.record;
  await access.put('curves', record.id, { curves, report } satisfies KeptCurves);
  const curveBytes = bytesOfCurves({ curves, report });
  await access.put('records', record.id, { ...row, record: { ...record, name, tags, note }, curveBytes });
  return true;
}

async function purge(access: Access, id: RunId): Promise<void> {
  const purged = (await access.get('records', id)) as KeptRecord | undefined;
  await removeDesign(access, id);
  await removeCheckpoints(access, id);
  await removeTops(access, id);
  await access.delete('curves', id);
  await access.delete('records', id);
  for (const row of (await allRows(access)).filter(({ record }) => record.parent === id)) {
    const record = { ...row.record, parent: purged?.record.parent ?? null };
    await access.put('records', record.id, { ...row, record });
  }
}

function bytesOfCurves({ curves: { losses, scores, times, gradients, epochs }, report }: KeptCurves): number {
  const ofOutputs =
    report?.outputs == null ? 0 : report.outputs.given.byteLength * (report.outputs.wanted === null ? 1 : 2);
  const ofReport = report === null ? 0 : report.predicted.byteLength + report.labels.byteLength + ofOutputs;
  return (
    losses.byteLength +
    scores.byteLength +
    times.byteLength +
    (gradients?.byteLength ?? 0) +
    40 * epochs.length +
    ofReport
  );
}

/** Runs as long as the object lives: for tests. */
export function createMemoryRunStorage(): RunStorage {
  return createRunStorage(createMemoryTables());
}
