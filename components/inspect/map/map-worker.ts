import type { Embedding } from '@/lib/inspect/map/embedding';
import { createPca } from '@/lib/inspect/map/pca';
import { trustworthiness } from '@/lib/inspect/map/trustworthiness';
import { createTsne } from '@/lib/inspect/map/tsne';
import { createUmap } from '@/lib/inspect/map/umap';
import type { MapJob, MapReply } from '@/components/inspect/map/protocol';

/** Makes maps of data away from the page: minutes, for thousands of samples. */

const scope = globalThis as unknown as Pick<Worker, 'postMessage'> & {
  onmessage: ((event: MessageEvent<MapJob>) => void) | null;
};

const MS_BETWEEN_REPLIES = 120;
/** Of the neighbourhoods that are compared. */
const TRUST_NEIGHBOURS = 12;
/** More are not asked: time grows with the square of the count. */
const MOST_TRUST_ROWS = 400;

scope.onmessage = ({ data: job }) => {
  try {
    make(job);
  } catch (error) {
    reply({ kind: 'failed', detail: String(error) });
  }
};

function make({ data, ...options }: MapJob): void {
  const embedding = createEmbedding({ data, ...options });
  let told = performance.now();
  let step = 0;
  while (!embedding.isDone) {
    embedding.step();
    step += 1;
    if (performance.now() - told < MS_BETWEEN_REPLIES) continue;
    told = performance.now();
    reply({ kind: 'points', points: embedding.points(), step, steps: embedding.steps, isDone: false });
  }
  const points = embedding.points();
  reply({ kind: 'points', points, step, steps: embedding.steps, isDone: true });
  const stride = Math.max(1, Math.ceil(data.count / MOST_TRUST_ROWS));
  const trust = trustworthiness(data, points, { neighbours: TRUST_NEIGHBOURS, stride });
  reply({ kind: 'done', shares: embedding.shares, trust });
}

function createEmbedding({ data, method, seed, neighbours }: MapJob): Embedding {
  switch (method) {
    case 'pca':
      return createPca(data);
    case 'tsne':
      return createTsne(data, { seed, perplexity: neighbours });
    case 'umap':
      return createUmap(data, { seed, neighbours });
  }
}

function reply(message: MapReply): void {
  scope.postMessage(message);
}
