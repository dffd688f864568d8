import * as tf from '@tensorflow/tfjs';
import type { BackendName } from '@/lib/training/protocol';
import type { Dataset } from '@/lib/datasets/dataset';
import type { TrainingSettings } from '@/lib/document/training-settings';
import { createSession } from '@/lib/training/worker/session';
import { tinyNetwork } from './networks';

interface Counts {
  readonly tensors: number;
  readonly heapBytes: number;
}

function count(): Counts {
  const { wasm } = tf.backend() as unknown as { readonly wasm?: { readonly HEAPU8: Uint8Array } };
  return { tensors: tf.memory().numTensors, heapBytes: wasm?.HEAPU8.length ?? 0 };
}

/** What a training holds: before it, after each epoch, and when its model is disposed. Runs in the page itself. */
export async function leftOver(options: {
  readonly backend: BackendName;
  readonly dataset: Dataset;
  readonly settings: TrainingSettings;
  readonly baseUrl: string;
}): Promise<{ readonly before: Counts; readonly epochs: readonly Counts[]; readonly after: Counts }> {
  const { backend, dataset, settings, baseUrl } = options;
  await tf.setBackend(backend);
  const network = tinyNetwork();
  const epochs: Counts[] = [];
  const session = createSession({
    fetch: (url, init) => fetch(url, init),
    openCache: undefined,
    now: () => performance.now(),
    onBackend: () => {},
    emit: (event) => {
      if (event.kind === 'epoch') epochs.push(count());
    },
  });
  const before = count();
  await session.train({ ...network, settings, dataset, baseUrl, backend });
  await session.evaluate();
  await session.predictSamples([0, 1, 2]);
  session.dispose();
  return { before, epochs, after: count() };
}
