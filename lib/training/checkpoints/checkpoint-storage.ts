import type { NamedTensor } from '@/lib/core/named-tensor';
import type { RunTable, RunTables } from '@/lib/platform/run-tables';
import { storageFaultOf, type StorageFault, type Transaction } from '@/lib/platform/tables';
import {
  bytesOfTensors,
  chosenHead,
  memoryBytes,
  NO_HEADS,
  weightBytes,
  type Checkpoint,
  type CheckpointChoice,
  type CheckpointHead,
  type CheckpointHeads,
  type RunMemory,
} from '@/lib/training/checkpoints/checkpoint';

export interface WriteOptions {
  /** It is the best so far. */
  readonly isBest: boolean;
  /** It stays when others follow. */
  readonly staysKept: boolean;
}

export type CheckpointWrite =
  { readonly ok: true; readonly heads: CheckpointHeads } | { readonly ok: false; readonly fault: StorageFault };

/** The states of runs. Each write is whole or not at all: until the new one is there, the one before stays. */
export interface CheckpointStorage {
  write(run: string, checkpoint: Checkpoint, options: WriteOptions): Promise<CheckpointWrite>;
  heads(run: string): Promise<CheckpointHeads>;
  /** What a run goes on from; null: nothing, or it is finished. */
  last(run: string): Promise<Checkpoint | null>;
  weights(run: string, choice: CheckpointChoice): Promise<readonly NamedTensor[] | null>;
  /** The run will not be gone on with: of its last state only the weights stay. */
  finish(run: string): Promise<void>;
}

type Access = Transaction<RunTable>;
const TABLES = ['heads', 'weights', 'states'] as const;

export function createCheckpointStorage(tables: RunTables): CheckpointStorage {
  const transact = <T>(work: (access: Access) => Promise<T>): Promise<T> => tables.transact(TABLES, work);
  return {
    write: (run, checkpoint, options) =>
      transact((access) => write(access, { run, checkpoint, options })).then(
        (heads) => ({ ok: true as const, heads }),
        (error: unknown) => ({ ok: false as const, fault: storageFaultOf(error) }),
      ),
    heads: (run) => transact((access) => readHeads(access, run)),
    last: (run) => transact((access) => readLast(access, run)),
    weights: (run, choice) =>
      transact(async (access) => {
        const head = chosenHead(await readHeads(access, run), choice);
        return (
          head && (((await access.get('weights', keyOf(run, head.at))) as readonly NamedTensor[] | undefined) ?? null)
        );
      }),
    finish: (run) =>
      transact(async (access) => {
        const heads = await readHeads(access, run);
        const { last } = heads;
        if (last === null) return;
        for (const key of await access.keys('states', prefixOf(run))) await access.delete('states', key);
        const bytes = bytesOfTensors((await access.get('weights', keyOf(run, last.at))) as readonly NamedTensor[]);
        await access.put('heads', run, { ...heads, last: { ...last, bytes }, canGoOn: false });
      }),
  };
}

/** Everything of a run, in a transaction over the three tables. */
export async function removeCheckpoints(access: Access, run: string): Promise<void> {
  for (const table of ['weights', 'states'] as const) {
    for (const key of await access.keys(table, prefixOf(run))) await access.delete(table, key);
  }
  await access.delete('heads', run);
}

export async function readHeads(access: Access, run: string): Promise<CheckpointHeads> {
  return ((await access.get('heads', run)) as CheckpointHeads | undefined) ?? NO_HEADS;
}

/** Of all states together; what several of them share counts once. */
export function bytesOf({ last, best, kept }: CheckpointHeads): number {
  const heads = new Map(
    [...kept, best, last].flatMap((head) => (head === null ? [] : [[head.at, head.bytes] as const])),
  );
  return [...heads.values()].reduce((sum, bytes) => sum + bytes, 0);
}

const prefixOf = (run: string): string => `${run}/`;
const keyOf = (run: string, at: number): string => `${prefixOf(run)}${String(at).padStart(8, '0')}`;

interface Write {
  readonly run: string;
  readonly checkpoint: Checkpoint;
  readonly options: WriteOptions;
}

async function write(access: Access, { run, checkpoint, options }: Write): Promise<CheckpointHeads> {
  const before = await readHeads(access, run);
  const { place } = checkpoint.memory;
  const at = (before.last?.at ?? 0) + 1;
  await access.put('weights', keyOf(run, at), checkpoint.weights);
  await access.put('states', keyOf(run, at), checkpoint.memory);
  const bytes = weightBytes(checkpoint);
  const head: CheckpointHead = { at, ...place, bytes };
  const heads: CheckpointHeads = {
    last: { ...head, bytes: bytes + memoryBytes(checkpoint) },
    best: options.isBest ? head : before.best,
    kept: options.staysKept ? [...before.kept.filter(({ epoch }) => epoch !== head.epoch), head] : before.kept,
    canGoOn: true,
  };
  await access.put('heads', run, heads);
  await dropUnused(access, run, heads);
  return heads;
}

async function dropUnused(access: Access, run: string, { last, best, kept }: CheckpointHeads): Promise<void> {
  const inUse = new Set([last, best, ...kept].flatMap((head) => (head === null ? [] : keyOf(run, head.at))));
  for (const key of await access.keys('weights', prefixOf(run))) {
    if (!inUse.has(key)) await access.delete('weights', key);
  }
  for (const key of await access.keys('states', prefixOf(run))) {
    if (last === null || key !== keyOf(run, last.at)) await access.delete('states', key);
  }
}

async function readLast(access: Access, run: string): Promise<Checkpoint | null> {
  const { last } = await readHeads(access, run);
  if (last === null) return null;
  const weights = (await access.get('weights', keyOf(run, last.at))) as readonly NamedTensor[] | undefined;
  const memory = (await access.get('states', keyOf(run, last.at))) as RunMemory | undefined;
  return weights === undefined || memory === undefined ? null : { weights, memory };
}
