import type { NodeId } from '@/lib/core/ids';
import type { Tops } from '@/lib/inspect/top-units';
import type { RunTable, RunTables } from '@/lib/platform/run-tables';
import { storageFaultOf, type StorageFault, type Transaction } from '@/lib/platform/tables';
import type { RunId } from '@/lib/runs/run-record';
import type { Split } from '@/lib/training/inspect/protocol';

/** What a pass over the data found for a layer. */
export interface KeptTops {
  readonly tops: Tops;
  /** Samples that were gone through. */
  readonly gone: number;
}

/** Of what it was found: with another of these it would be another. */
export interface TopsPlace {
  readonly run: RunId;
  /** A fingerprint. */
  readonly weights: string;
  /** The data set, and the draw of its parts. */
  readonly data: string;
  readonly layer: NodeId;
  readonly split: Split;
  readonly mostSamples: number;
}

export interface TopsStorage {
  /** null: nothing is kept, or it cannot be read. */
  read(place: TopsPlace): Promise<KeptTops | null>;
  write(place: TopsPlace, kept: KeptTops): Promise<'kept' | StorageFault>;
}

/** Of one run; the first in the order of their keys go. */
const MOST_OF_RUN = 60;

type Access = Transaction<RunTable>;

/** Goes with the run: removed with it (run-storage.ts). */
export function createTopsStorage(tables: RunTables): TopsStorage {
  return {
    read: (place) =>
      tables.transact(['tops'], async (access) => readTops(await access.get('tops', keyOf(place)))).catch(() => null),
    write: (place, kept) =>
      tables
        .transact(['records', 'tops'], async (access): Promise<'kept' | 'other'> => {
          // Removed while it was gone through: nobody would ever take this away.
          if ((await access.get('records', place.run)) === undefined) return 'other';
          const keys = (await access.keys('tops', prefixOf(place.run))).filter((key) => key !== keyOf(place));
          for (const key of keys.slice(0, Math.max(0, keys.length - MOST_OF_RUN + 1))) await access.delete('tops', key);
          await access.put('tops', keyOf(place), kept);
          return 'kept';
        })
        .catch(storageFaultOf),
  };
}

export async function removeTops(access: Access, run: RunId): Promise<void> {
  for (const key of await access.keys('tops', prefixOf(run))) await access.delete('tops', key);
}

function prefixOf(run: RunId): string {
  return `${run}/`;
}

function keyOf({ run, weights, data, layer, split, mostSamples }: TopsPlace): string {
  return `${prefixOf(run)}${JSON.stringify([weights, data, layer, split, mostSamples])}`;
}

function readTops(value: unknown): KeptTops | null {
  const { tops, gone } = (value ?? {}) as Partial<KeptTops>;
  if (tops === undefined || typeof gone !== 'number') return null;
  const { units, count, samples, activations, places, activeShare } = tops;
  const cells = units * count;
  const isWhole =
    isRow(samples, cells) && isRow(activations, cells) && isRow(places, 2 * cells) && isRow(activeShare, units);
  return isWhole ? { tops, gone } : null;
}

function isRow(value: unknown, length: number): boolean {
  return ArrayBuffer.isView(value) && 'length' in value && value.length === length;
}
