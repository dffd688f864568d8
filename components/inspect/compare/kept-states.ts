import type { CheckpointChoice, CheckpointHeads } from '@/lib/training/checkpoints/checkpoint';

export interface KeptState {
  readonly at: CheckpointChoice;
  /** The epoch that it is of, from 1. */
  readonly epoch: number;
  /** That epoch had not ended. */
  readonly isPartial: boolean;
}

/** What of a run can be looked at: its kept epochs in order, then its best and its last. `going`: kept since storage was read. */
export function keptStates(heads: CheckpointHeads | undefined, going: readonly number[]): readonly KeptState[] {
  const epochs = [...new Set([...(heads?.kept.map(({ epoch }) => epoch) ?? []), ...going])].sort((a, b) => a - b);
  const ends = (['best', 'last'] as const).flatMap((at) => (heads === undefined ? [] : (stateOf(heads, at) ?? [])));
  return [...epochs.map((epoch): KeptState => ({ at: epoch, epoch, isPartial: false })), ...ends];
}

/** null: nothing is kept of it. */
export function stateOf(heads: CheckpointHeads, at: CheckpointChoice): KeptState | null {
  if (typeof at === 'number') return { at, epoch: at, isPartial: false };
  const head = heads[at];
  if (head === null) return null;
  const isPartial = at === 'last' && isWithinEpoch(heads);
  return { at, epoch: head.epoch + (isPartial ? 1 : 0), isPartial };
}

/** As far as what is kept of whole epochs says how many batches one has. */
function isWithinEpoch({ best, kept, last }: CheckpointHeads): boolean {
  if (last === null || last.epoch === 0) return (last?.batches ?? 0) > 0;
  const whole = [best, ...kept].find((head) => head !== null && head.epoch > 0);
  return whole != null && last.batches * whole.epoch > whole.batches * last.epoch;
}
