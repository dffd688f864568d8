import type { InspectActions } from '@/lib/state/inspect-actions';
import type { InspectSubject } from '@/lib/state/inspect-state';
import type { Split } from '@/lib/training/inspect/protocol';
import type { Sample } from '@/lib/training/protocol';

const MOST_BYTES = 64 * 2 ** 20;
/** Samples asked for at once: a look must not wait for long. */
const AT_ONCE = 32;

const samples = new Map<string, Sample>();
let bytes = 0;

function keyOf({ dataset, document: { training } }: InspectSubject, split: Split, index: number): string {
  const { seed, dataShare, validationShare } = training;
  return [dataset.id, split, split === 'test' ? '' : `${seed} ${dataShare} ${validationShare}`, index].join(' ');
}

export function knownSample(subject: InspectSubject, split: Split, index: number): Sample | undefined {
  return samples.get(keyOf(subject, split, index));
}

/** Sees to it that these are known; false: they could not be read. */
export async function fetchSamples(
  { subject, call }: { readonly subject: InspectSubject; readonly call: InspectActions['call'] },
  split: Split,
  indices: readonly number[],
): Promise<boolean> {
  const missing = [...new Set(indices)].filter((index) => knownSample(subject, split, index) === undefined);
  for (let from = 0; from < missing.length; from += AT_ONCE) {
    const reply = await call('read-samples', { split, indices: missing.slice(from, from + AT_ONCE) });
    if (!reply.ok) return false;
    for (const sample of reply.value.samples) remember(keyOf(subject, split, sample.index), sample);
  }
  return true;
}

/** The oldest go where there are too many; those of the moment are never so many. */
function remember(key: string, sample: Sample): void {
  samples.set(key, sample);
  bytes += sample.values.byteLength;
  for (const [old, { values }] of samples) {
    if (bytes <= MOST_BYTES) return;
    samples.delete(old);
    bytes -= values.byteLength;
  }
}
