import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import '@tensorflow/tfjs-backend-webgpu';
import { DEFAULT_TRAINING, type TrainingSettings } from '@/lib/document/training-settings';
import type { Dataset } from '@/lib/datasets/dataset';
import { createTrainingClient, type TrainingClient } from '@/lib/training/client';
import type { BackendName, WorkerEvent } from '@/lib/training/protocol';
import { startWorker } from '@/lib/training/start-worker';
import { registerWasmKernels } from '@/lib/training/worker/wasm-kernels';
import { loadSimdKernels } from '@/lib/training/worker/wasm-kernels/simd';
import { adamDifference } from './adam';
import { compareWithCpu, compareWithFiniteDifferences } from './compare';
import { compareCompiled, compiledTanh } from './compiled';
import { dropoutMasks } from './dropout';
import { layerGradients, stockDeviations } from './gradients';
import { leftOver } from './left-over';
import { tinyNetwork } from './networks';
import { oddProductErrors, stepDifferences } from './ten-steps';

tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
setWasmPaths(new URL('/wasm/', location.href).href);
registerWasmKernels();

const compiledKernels = await (await fetch('/wasm/shapeflow-kernels.wasm')).arrayBuffer();
await loadSimdKernels(compiledKernels);

/** A worker, its client, and every event it sent, in order. */
interface Connection {
  readonly client: TrainingClient;
  readonly events: WorkerEvent[];
  /** Resolves with the next event (from now on, or among those already there) that fits. */
  until(fits: (event: WorkerEvent) => boolean): Promise<WorkerEvent>;
}

function connect(): Connection {
  const events: WorkerEvent[] = [];
  const waiting: { readonly fits: (event: WorkerEvent) => boolean; readonly resolve: (event: WorkerEvent) => void }[] =
    [];
  const client = createTrainingClient({
    startWorker,
    onEvent: (event) => {
      events.push(event);
      for (const { fits, resolve } of waiting) if (fits(event)) resolve(event);
    },
  });
  const until: Connection['until'] = (fits) => {
    const there = events.find(fits);
    return there === undefined ? new Promise((resolve) => waiting.push({ fits, resolve })) : Promise.resolve(there);
  };
  return { client, events, until };
}

const SETTINGS: TrainingSettings = {
  ...DEFAULT_TRAINING,
  dataset: 'tiny',
  optimizer: { ...DEFAULT_TRAINING.optimizer, learningRate: 0.01 },
  batchSize: 32,
  epochs: 3,
  seed: 7,
};

const harness = {
  adamDifference,
  compareCompiled: () => compareCompiled(compiledKernels),
  compareWithCpu,
  compareWithFiniteDifferences,
  compiledTanh,
  dropoutMasks,
  layerGradients: (backend: BackendName) => layerGradients(backend),
  oddProductErrors,
  stepDifferences,
  stockDeviations,
  leftOver,
  connect,
  settings: (changes: Partial<TrainingSettings> = {}): TrainingSettings => ({ ...SETTINGS, ...changes }),
  dataset: async (): Promise<Dataset> => (await (await fetch('/dataset.json')).json()) as Dataset,
  baseUrl: new URL('/', location.href).href,
  tinyNetwork: async () => {
    await tf.setBackend('cpu');
    return tinyNetwork();
  },
  /** Whether wasm's kernels are the compiled ones, or the plain ones that a browser without vectors gets. */
  useCompiledKernels: (areUsed: boolean) => loadSimdKernels(areUsed ? compiledKernels : null),
  /** Whether tfjs can start it in this browser. */
  starts: async (backend: BackendName): Promise<boolean> => tf.setBackend(backend).catch(() => false),
};

export type HarnessPage = typeof harness;

declare global {
  interface Window {
    harness: HarnessPage;
  }
}

window.harness = harness;
