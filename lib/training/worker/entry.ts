import * as tf from '@tensorflow/tfjs';
import type { CallName, WorkerCalls, WorkerEvent } from '@/lib/training/protocol';
import { createRunTables } from '@/lib/platform/run-tables';
import { createCheckpointStorage } from '@/lib/training/checkpoints/checkpoint-storage';
import { answerCalls, type Handlers } from '@/lib/training/worker/answer-calls';
import { rendererInUse, switchBackend, watchContext } from '@/lib/training/worker/backend';
import { calibrate } from '@/lib/training/worker/calibrate';
import { WorkerFailure } from '@/lib/training/worker/failure';
import { probeBackends } from '@/lib/training/worker/probe';
import { runModel } from '@/lib/training/worker/run-model';
import { createSession } from '@/lib/training/worker/session';
import { workerScope } from '@/lib/training/worker/worker-scope';

let stopWatching: () => void = () => {};

const { caches } = workerScope;
const session = createSession({
  fetch: (url, init) => fetch(url, init),
  openCache: caches === undefined ? undefined : () => caches.open('shapeflow-datasets-1'),
  emit: (event) => emit(event),
  now: () => performance.now(),
  onBackend: watchCurrentBackend,
  checkpoints: {
    storage: createCheckpointStorage(createRunTables()),
    // Absent outside secure contexts.
    estimate: async () => (navigator.storage as StorageManager | undefined)?.estimate() ?? {},
  },
});

const handlers: Handlers<WorkerCalls> = {
  probe: async () => ({ backends: await probeBackends() }),
  calibrate: (request) => calibrate({ ...request, baseUrl: request.baseUrl ?? siteRoot() }),
  'load-dataset': async ({ dataset, baseUrl, mostMemoryBytes }) => {
    const { bytes, fromCache } = await session.loadDataset(dataset, baseUrl, mostMemoryBytes);
    return { bytes, fromCache };
  },
  train: (request) => session.train(request),
  'test-rates': (request) => session.testRates(request),
  pause: () => control((run) => run.pause()),
  resume: () => control((run) => run.resume()),
  stop: () => control((run) => run.stop()),
  'keep-epoch': () => control((run) => run.keepEpoch()),
  'watch-health': (request) => {
    session.watchHealth(request);
    return {};
  },
  evaluate: () => session.evaluate(),
  'predict-samples': async ({ indices }) => ({ predictions: await session.predictSamples(indices) }),
  'predict-image': ({ values }) => session.predictImage(values),
  samples: ({ indices }) => ({ samples: session.samples(indices) }),
  'get-weights': async () => ({ weights: await session.weights() }),
  'run-model': async (request) => {
    // Any backend will do; one in use keeps the trained model where it is.
    if (!tf.getBackend()) await startAnyBackend(request.baseUrl ?? siteRoot());
    return runModel(request);
  },
  dispose: () => {
    session.dispose();
    return {};
  },
};

/** They use the backend for themselves, or change it. */
const EXCLUSIVE: ReadonlySet<CallName> = new Set([
  'calibrate',
  'train',
  'test-rates',
  'evaluate',
  'run-model',
  'dispose',
]);

/** Without a word from the page: the folder that holds Next's own, or the worker script's. */
function siteRoot(): string {
  const { href } = workerScope.location;
  const next = href.indexOf('/_next/');
  return next >= 0 ? href.slice(0, next + 1) : new URL('./', href).href;
}

async function startAnyBackend(baseUrl: string): Promise<void> {
  await switchBackend('wasm', baseUrl).catch(() => switchBackend('cpu', baseUrl));
}

function control(act: (run: NonNullable<typeof session.control>) => void): Record<string, never> {
  if (session.control !== null) act(session.control);
  return {};
}

function emit(event: WorkerEvent): void {
  workerScope.postMessage({ kind: 'event', event });
}

function watchCurrentBackend(): void {
  stopWatching();
  const backend = tf.getBackend();
  emit({ kind: 'renderer', renderer: rendererInUse() });
  stopWatching = watchContext((detail) => {
    if (backend === 'webgl' || backend === 'webgpu') emit({ kind: 'context-lost', backend });
    answering.breakDown(new WorkerFailure('training/context-lost', `${backend}: ${detail}`));
  });
}

const answering = answerCalls<WorkerCalls>({ handlers, exclusive: EXCLUSIVE, plan: () => session.plan });
