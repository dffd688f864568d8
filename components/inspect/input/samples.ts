import type { InspectActions } from '@/lib/state/inspect-actions';
import type { InspectSubject } from '@/lib/state/inspect-state';
import type { Split } from '@/lib/training/inspect/protocol';
import { splitCounts } from '@/lib/training/split-counts';

/** How many samples a part of the data set has. */
export function splitCount({ dataset, document }: InspectSubject, split: Split): number {
  return split === 'test' ? dataset.test.count : splitCounts(dataset.training.count, document.training)[split];
}

interface Search {
  readonly split: Split;
  readonly start: number;
  readonly step: number;
  readonly all: number;
  readonly label: number;
}

/** Samples asked for at once, and gone through at most: classes are mixed as a rule. */
const AT_ONCE = 32;
const MOST = 4096;

/** The next sample of a class, from `start` on in the direction of `step`; null: none was found. */
export async function findOfClass(
  actions: InspectActions,
  { split, start, step, all, label }: Search,
): Promise<number | null> {
  for (let gone = 0; gone < Math.min(all, MOST); gone += AT_ONCE) {
    const count = Math.min(AT_ONCE, all - gone);
    const indices = Array.from({ length: count }, (_, at) => (((start + step * (gone + at)) % all) + all) % all);
    const reply = await actions.call('read-samples', { split, indices });
    if (!reply.ok) return null;
    const found = reply.value.samples.findIndex((sample) => sample.label === label);
    if (found >= 0) return indices[found] ?? null;
  }
  return null;
}
