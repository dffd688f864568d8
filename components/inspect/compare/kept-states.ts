import type { CheckpointChoice, CheckpointHeads } from '@/lib/training/checkpoints/checkpoint';

export interface KeptState {
  readonly at: CheckpointChoice;
  readonly epoch: number;
}

/** What of a run can be looked at: its kept epochs in order, then its best and its last. `going`: kept since storage was read. */
export function keptStates(heads: CheckpointHeads | undefined, going: readonly number[]): readonly KeptState[] {
  const epochs = [...new Set([...(heads?.kept.map(({ epoch }) => epoch) ?? []), ...going])].sort((a, b) => a - b);
  const ends = (['best', 'last'] as const).flatMap((at): readonly KeptState[] => {
    const head = heads?.[at] ?? null;
    return head === null ? [] : [{ at, epoch: head.epoch }];
  });
  return [...epochs.map((epoch): KeptState => ({ at: epoch, epoch })), ...ends];
}
