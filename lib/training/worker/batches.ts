import * as tf from '@tensorflow/tfjs';
import type { StepPlace } from '@/lib/training/schedule';
import type { Batch, Feed } from '@/lib/training/worker/feed';
import type { RunControl } from '@/lib/training/worker/run-control';

interface SizedBatch<B> {
  readonly batch: B;
  readonly size: number;
  readonly place: StepPlace;
}

export interface EpochBatches {
  readonly feed: Feed;
  readonly control: RunControl;
  /** The samples in the order of this epoch. */
  readonly order: Uint32Array;
  readonly epoch: number;
  readonly batchSize: number;
  /** The first batch wanted, where those before were done already. */
  readonly from: number;
}

/** An epoch's batches until a stop; each is made ready while the one before is trained on. The taker disposes them. */
export async function* batchesInAdvance(options: EpochBatches): AsyncGenerator<SizedBatch<Batch>> {
  const { feed, control, order, epoch, batchSize, from } = options;
  const count = Math.ceil(order.length / batchSize);
  const ask = (batch: number): SizedBatch<Batch | Promise<Batch>> | null => {
    if (batch >= count) return null;
    const indices = order.subarray(batch * batchSize, (batch + 1) * batchSize);
    const place = { epoch, batch, batches: count };
    const made = feed.batch(indices, place);
    // A failure is thrown where the batch is taken, with what it is, and not before and unhandled.
    Promise.resolve(made).catch(() => {});
    return { batch: made, size: indices.length, place };
  };
  let coming = ask(from);
  try {
    for (let batch = from + 1; coming !== null && !control.stopped; batch += 1) {
      const current: SizedBatch<Batch | Promise<Batch>> = coming;
      coming = ask(batch);
      yield { ...current, batch: await current.batch };
    }
  } finally {
    // What was asked for in vain.
    if (coming !== null) void Promise.resolve(coming.batch).then(disposeBatch, () => {});
  }
}

export function disposeBatch({ inputs, targets }: Batch): void {
  tf.dispose([inputs, ...targets]);
}
