import * as tf from '@tensorflow/tfjs';
import { setWasmPaths } from '@tensorflow/tfjs-backend-wasm';
import '@tensorflow/tfjs-backend-webgpu';
import { DEFAULT_TRAINING, type TrainingSettings } from '@/lib/document/training-settings';
import type { Dataset } from '@/lib/datasets/dataset';
import type { BackendName } from '@/lib/training/protocol';
import { registerWasmKernels } from '@/lib/training/worker/wasm-kernels';
import { loadSimdKernels } from '@/lib/training/worker/wasm-kernels/simd';
import { adamDifference } from './adam';
import { compareWithCpu, compareWithFiniteDifferences } from './compare';
import { compareCompiled, compiledTanh } from './compiled';
import { connect, connectInspect } from './connect';
import * as data from './data';
import { dropoutMasks } from './dropout';
import { flatShares } from './flat-shares';
import { computedByLooks, heldByLooks, looksBesideCutNetworks, must, openRequest } from './inspect';
import { layerGradients, stockDeviations } from './gradients';
import { leftOver } from './left-over';
import { drawingNetwork, leastNetwork, tinyNetwork, twoOutputs } from './networks';
import { interruptedRun, runWithoutRoom, type Interrupted } from './resume';
import { oddProductErrors, stepDifferences } from './ten-steps';

tf.env().set('WASM_HAS_MULTITHREAD_SUPPORT', false);
setWasmPaths(new URL('/wasm/', location.href).href);
registerWasmKernels();

const compiledKernels = await (await fetch('/wasm/shapeflow-kernels.wasm')).arrayBuffer();
await loadSimdKernels(compiledKernels);

const SETTINGS: TrainingSettings = {
  ...DEFAULT_TRAINING,
  dataset: 'tiny',
  optimizer: { ...DEFAULT_TRAINING.optimizer, learningRate: 0.01 },
  batchSize: 32,
  epochs: 3,
  seed: 7,
};

/** On wasm of a network with every kind of layer that draws at random. */
async function drawingRun(backend: BackendName, changes: Partial<TrainingSettings>): Promise<Interrupted> {
  await tf.setBackend('cpu');
  const dataset = (await (await fetch('/dataset.json')).json()) as Dataset;
  const settings = { ...SETTINGS, ...changes };
  const network = backend === 'webgl' ? leastNetwork() : drawingNetwork();
  return { network, settings, dataset, backend, baseUrl: new URL('/', location.href).href };
}

const harness = {
  data,
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
  flatShares,
  leftOver,
  heldByLooks,
  computedByLooks: async () => computedByLooks(tinyNetwork(), await harness.dataset()),
  looksBesideCutNetworks,
  openRequest,
  must,
  connect,
  connectInspect,
  settings: (changes: Partial<TrainingSettings> = {}): TrainingSettings => ({ ...SETTINGS, ...changes }),
  dataset: async (): Promise<Dataset> => (await (await fetch('/dataset.json')).json()) as Dataset,
  baseUrl: new URL('/', location.href).href,
  interruptedRun: async (backend: BackendName, changes: Partial<TrainingSettings>) =>
    interruptedRun(await drawingRun(backend, changes)),
  runWithoutRoom: async (fills: 'after-first-epoch' | null) => runWithoutRoom(await drawingRun('wasm', {}), fills),
  tinyNetwork: async () => {
    await tf.setBackend('cpu');
    return tinyNetwork();
  },
  twoOutputs: async () => {
    await tf.setBackend('cpu');
    return twoOutputs();
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
