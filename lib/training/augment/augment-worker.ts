import { augmentBatch, type AugmentedBatch, type RawBatch } from '@/lib/training/augment/augment-batch';

/** Where batches are changed at random ahead of time, so that training never waits for it. */
const scope = self as unknown as {
  onmessage: ((event: MessageEvent<{ readonly id: number; readonly raw: RawBatch }>) => void) | null;
  postMessage(reply: { readonly id: number; readonly batch: AugmentedBatch }, transfer: Transferable[]): void;
};

scope.onmessage = ({ data: { id, raw } }) => {
  const batch = augmentBatch(raw);
  scope.postMessage({ id, batch }, [batch.values.buffer]);
};
