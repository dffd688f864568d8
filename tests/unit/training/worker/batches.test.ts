/** @jest-environment node */
import * as tf from '@tensorflow/tfjs';
import { batchesInAdvance, disposeBatch } from '@/lib/training/worker/batches';
import { WorkerFailure } from '@/lib/training/worker/failure';
import type { Feed } from '@/lib/training/worker/feed';
import { createRunControl } from '@/lib/training/worker/run-control';

const GONE = new WorkerFailure('training/data-gone', 'the file was removed');

/** The batches from the second on cannot be read. */
const feed: Feed = {
  batch: async (_indices, { batch }) => {
    if (batch > 0) throw GONE;
    return { inputs: tf.zeros([2, 1]), targets: [] };
  },
  dispose: () => {},
};

test('a batch that cannot be made fails where it is taken, and nowhere before', async () => {
  const unheard: unknown[] = [];
  const hear = (reason: unknown): void => void unheard.push(reason);
  process.on('unhandledRejection', hear);
  const order = Uint32Array.of(0, 1, 2, 3);
  const options = { feed, control: createRunControl(), order, epoch: 0, batchSize: 2, from: 0 };
  const taken: number[] = [];
  const taking = (async () => {
    for await (const { batch, size } of batchesInAdvance(options)) {
      disposeBatch(batch);
      taken.push(size);
      // A step takes its time.
      await new Promise((resolve) => setImmediate(resolve));
    }
  })();
  await expect(taking).rejects.toBe(GONE);
  process.off('unhandledRejection', hear);
  expect(taken).toEqual([2]);
  expect(unheard).toEqual([]);
});
