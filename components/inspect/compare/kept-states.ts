import type { CheckpointChoice, CheckpointHeads, RunEpoch } from '@/lib/training/checkpoints/checkpoint';

export interface KeptState extends RunEpoch {
  readonly at: CheckpointChoice;
}

/** What of a run can be looked at: its kept epochs in order, then its best and its last. `going`: kept since storage was read. */
export function keptStates(heads: CheckpointHeads | undefined, going: readonly number[]): readonly KeptState[] {
  const ends = (['best', 'last'] as const).flatMap((at) => (heads === undefined ? [] : (stateOf(heads, at) ?? [])));
  return [...keptEpochs(heads, going), ...ends];
}

/** The epochs that stayed kept, in order. */
export function keptEpochs(heads: CheckpointHeads | undefined, going: readonly number[]): readonly KeptState[] {
  const epochs = [...new Set([...(heads?.kept.map(({ epoch }) => epoch) ?? []), ...going])].sort((a, b) => a - b);
  return epochs.map((epoch) => ({ at: epoch, epoch, isPartial: false }));
}

/** null: nothing is kept of it. */
export function stateOf(heads: CheckpointHeads, at: CheckpointChoice): KeptState | null {
  if (typeof at === 'number') return { at, epoch: at, isPartial: false };
  const head = heads[at];
  if (head === null) return null;
  const isPartial = at === 'last' && isWithinEpoch(heads);
  return { at, epoch: head.epoch + (isPartial ? 1 : 0), isPartial };
}

/** Of older heads as far as what is kept of whole epochs says how many batches one has. */
function isWithinEpoch({ best, kept, last }: CheckpointHeads): boolean {
  if (last?.batch !== undefined) return last.batch > 0;
  if (last === null || last.epoch === 0) return (last?.batches ?? 0) > 0;
  const whole = [best, ...kept].find((head) => head !== null && head.epoch > 0);
  return whole != null && last.batches * whole.epoch > whole.batches * last.epoch;
}
