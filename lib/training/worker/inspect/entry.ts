import * as tf from '@tensorflow/tfjs';
import type { InspectCalls, InspectEvent } from '@/lib/training/inspect/protocol';
import { answerCalls, type Handlers } from '@/lib/training/worker/answer-calls';
import { watchContext } from '@/lib/training/worker/backend';
import { WorkerFailure } from '@/lib/training/worker/failure';
import { readActivations } from '@/lib/training/worker/inspect/activations';
import { createInspectSession } from '@/lib/training/worker/inspect/inspect-session';
import { replyBuffers } from '@/lib/training/worker/inspect/reply-buffers';
import { topSamples } from '@/lib/training/worker/inspect/top-samples';
import { attribute } from '@/lib/training/worker/inspect/why/attribute';
import { drivenAnswer } from '@/lib/training/worker/inspect/why/driven-answer';
import { excite } from '@/lib/training/worker/inspect/why/excite';
import { workerScope } from '@/lib/training/worker/worker-scope';

/** Of the user's own samples; the training worker may hold the same ones. More are read from storage as they are needed. */
const MOST_MEMORY_BYTES = 128 * 2 ** 20;

let stopWatching: () => void = () => {};

const { caches } = workerScope;
const session = createInspectSession({
  fetch: (url, init) => fetch(url, init),
  openCache: caches === undefined ? undefined : () => caches.open('shapeflow-datasets-1'),
  emit,
  onBackend: watchCurrentBackend,
  mostMemoryBytes: MOST_MEMORY_BYTES,
});

const handlers: Handlers<InspectCalls> = {
  open: (request) => session.open(request),
  'set-weights': async ({ weights }) => {
    await session.setWeights(weights);
    return {};
  },
  look: async (request) => (await session.opened()).looker.look(request),
  'read-samples': async ({ split, indices }) => {
    const data = await (await session.opened()).data();
    return { samples: data.split(split).read(indices) };
  },
  attribute: (request) => session.long('attribute', (work) => attribute(work, request)),
  excite: (request) => session.long('excite', (work) => excite(work, request)),
  'driven-answer': async (request) => drivenAnswer((await session.opened()).network, request),
  'top-samples': (request) => session.long('top-samples', (work) => topSamples(work, request)),
  activations: (request) => session.long('activations', (work) => readActivations(work, request)),
  stop: ({ call }) => {
    session.stop(call);
    return {};
  },
  dispose: async () => {
    await session.dispose();
    return {};
  },
};

function emit(event: InspectEvent): void {
  workerScope.postMessage({ kind: 'event', event });
}

function watchCurrentBackend(): void {
  stopWatching();
  const backend = tf.getBackend();
  stopWatching = watchContext((detail) => {
    if (backend === 'webgl' || backend === 'webgpu') emit({ kind: 'context-lost', backend });
    answering.breakDown(new WorkerFailure('training/context-lost', `${backend}: ${detail}`));
  });
}

const answering = answerCalls<InspectCalls>({
  handlers,
  exclusive: new Set(),
  plan: () => session.plan,
  transfer: replyBuffers,
});
