import { UMAP } from 'umap-js';
import { createRandom } from '@/lib/core/random';
import { rowsOf, type Embedding, type MapData } from '@/lib/inspect/map/embedding';
import { pointsOf } from '@/lib/inspect/map/tsne';

export interface UmapOptions {
  readonly seed: number;
  readonly neighbours: number;
}

const EPOCHS = 300;
const LEAST_DISTANCE = 0.1;

/** UMAP (McInnes, Healy & Melville 2018). */
export function createUmap(data: MapData, { seed, neighbours }: UmapOptions): Embedding {
  const random = createRandom(seed);
  const umap = new UMAP({
    nComponents: 2,
    nNeighbors: Math.max(2, Math.min(neighbours, data.count - 1)),
    minDist: LEAST_DISTANCE,
    nEpochs: EPOCHS,
    random: () => random.next() / 2 ** 32,
  });
  let taken = 0;
  return {
    steps: EPOCHS,
    step() {
      if (taken === EPOCHS) return;
      // The library only reads them and takes any list of numbers.
      if (taken === 0) umap.initializeFit(rowsOf(data) as unknown as number[][]);
      umap.step();
      taken += 1;
    },
    get isDone() {
      return taken === EPOCHS;
    },
    points: () => pointsOf(taken === 0 ? [] : umap.getEmbedding(), data.count),
    shares: null,
  };
}
