import { useEffect, useMemo, useState } from 'react';
import { useRuns, useRunsStore } from '@/components/training/runs-session';
import { useView } from '@/components/runs/view-state';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { readDocument } from '@/lib/document/load';
import { runDifferenceMessages } from '@/lib/messages/run-difference';
import { traitsOf, type Traits } from '@/lib/runs/difference/difference';
import { labelRuns, signatureOf, type RunLabel } from '@/lib/runs/difference/run-labels';
import type { KeptRun, RunId } from '@/lib/runs/run-record';
import { groupRuns, type RunGroup } from '@/lib/runs/table/run-row';
import type { RunsStore } from '@/lib/state/runs';

export interface ShownRun {
  readonly run: KeptRun;
  readonly look: number;
  readonly traits: Traits;
  readonly label: RunLabel;
}

export interface ShownRuns {
  readonly runs: readonly ShownRun[];
  readonly groups: readonly RunGroup[];
  /** null: none is shown. */
  readonly baseline: RunId | null;
  /** Some of those chosen are still being read. */
  readonly isReading: boolean;
}

interface Read {
  readonly run: KeptRun;
  readonly traits: Traits;
}

/** The chosen runs with their curves, read as they change, and labelled by what differs among them. */
export function useShownRuns(): ShownRuns {
  const [shown, chosenBaseline] = useView((state) => [state.shown, state.baseline] as const);
  const read = useReadRuns(shown.map(({ id }) => id));
  // Names and tags change without the rest.
  const records = useRuns((state) => state.records.filter(({ id }) => shown.some((run) => run.id === id)));
  const locale = useLocale();
  const words = useMessages(runDifferenceMessages);
  return useMemo(() => {
    const there = shown.flatMap(({ id, look }) => {
      const [known, record] = [read.get(id), records.find((each) => each.id === id)];
      return known === undefined || record === undefined ? [] : [{ ...known, run: { ...known.run, record }, look }];
    });
    const oldest = [...there].sort((a, b) => a.run.record.createdAt - b.run.record.createdAt)[0]?.run.record.id;
    const isThere = there.some(({ run }) => run.record.id === chosenBaseline);
    const baseline = (isThere ? chosenBaseline : oldest) ?? null;
    const named = there.map(({ run: { record }, traits }) => ({ id: record.id, name: record.name, traits }));
    const labels = labelRuns(named, baseline ?? '', { words, locale });
    const signatures = new Map(named.map(({ id, traits }) => [id, signatureOf(traits)]));
    return {
      runs: there.flatMap((run) => {
        const label = labels.get(run.run.record.id);
        return label === undefined ? [] : [{ ...run, label }];
      }),
      groups: groupRuns(
        named.map(({ id }) => id),
        signatures,
      ),
      baseline,
      isReading: there.length < records.length,
    };
  }, [shown, read, records, chosenBaseline, words, locale]);
}

function useReadRuns(ids: readonly RunId[]): ReadonlyMap<RunId, Read> {
  const store = useRunsStore();
  const [read, setRead] = useState<ReadonlyMap<RunId, Read>>(() => new Map());
  // What makes a run worth reading again: records change with every step of a run that goes on.
  const wanted = useRuns(({ records }) =>
    ids.flatMap((id) => {
      const record = records.find((each) => each.id === id);
      return record === undefined ? [] : [`${id} ${record.changedAt} ${record.status}`];
    }),
  );
  const key = wanted.join('\n');
  useEffect(() => {
    let isCurrent = true;
    void readAll(store, key).then((found) => {
      if (isCurrent) setRead(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [store, key]);
  return read;
}

/** Read before, by what made them worth reading. */
const known = new Map<string, Read>();
const MOST_KNOWN = 256;

async function readAll(store: RunsStore, key: string): Promise<ReadonlyMap<RunId, Read>> {
  const found = new Map<RunId, Read>();
  for (const wanted of key.split('\n').filter(Boolean)) {
    const id = wanted.slice(0, wanted.indexOf(' '));
    const before = known.get(wanted);
    const run = before?.run ?? (await store.read(id));
    if (run === null) continue;
    const traits = before?.traits ?? traitsFor(run);
    if (traits === null) continue;
    const entry = { run, traits };
    remember(wanted, entry);
    found.set(id, entry);
  }
  return found;
}

function remember(wanted: string, entry: Read): void {
  known.set(wanted, entry);
  const [oldest] = known.keys();
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
}

const traitsById = new Map<RunId, Traits>();

/** A run's design never changes. */
function traitsFor({ record, document }: KeptRun): Traits | null {
  const before = traitsById.get(record.id);
  if (before !== undefined) return before;
  const design = readDocument(document, record.name);
  if (!design.ok) return null;
  const traits = traitsOf({ key: record.id, document: design.value.document, data: record.data.title });
  traitsById.set(record.id, traits);
  return traits;
}
