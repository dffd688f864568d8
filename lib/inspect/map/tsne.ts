import { TSNE } from '@keckelt/tsne';
import { createRandom } from '@/lib/core/random';
import { rowsOf, type Embedding, type MapData } from '@/lib/inspect/map/embedding';

export interface TsneOptions {
  readonly seed: number;
  /** About how many neighbours each sample is held close to; smaller where there are few samples. */
  readonly perplexity: number;
}

/** The library pulls neighbours together four times as strongly for the first hundred steps. */
const STEPS = 600;
const START_DEVIATION = 1e-4;
/** Belkina et al. 2019: the count over the early pull; never less than 50 in scikit-learn, from where this is taken. */
const EARLY_PULL = 4;
const LEAST_RATE = 50;

/** t-SNE (van der Maaten & Hinton 2008) with exact distances: time and memory grow with the square of the count. */
export function createTsne(data: MapData, { seed, perplexity }: TsneOptions): Embedding {
  const tsne = new TSNE({
    dim: 2,
    perplexity: Math.max(2, Math.min(perplexity, (data.count - 1) / 3)),
    epsilon: Math.max(LEAST_RATE, data.count / EARLY_PULL / 4),
  });
  let taken = 0;
  return {
    steps: STEPS,
    step() {
      if (taken === STEPS) return;
      if (taken === 0) begin(tsne, data, seed);
      tsne.step();
      taken += 1;
    },
    get isDone() {
      return taken === STEPS;
    },
    points: () => pointsOf(taken === 0 ? [] : tsne.getSolution(), data.count),
    shares: null,
  };
}

function begin(tsne: TSNE, data: MapData, seed: number): void {
  // The library only reads them and takes any list of numbers.
  tsne.initDataRaw(rowsOf(data) as unknown as number[][]);
  // It starts from points drawn without a seed: these take their place.
  const gauss = createGauss(seed);
  for (const point of tsne.getSolution() as number[][]) {
    point[0] = gauss() * START_DEVIATION;
    point[1] = gauss() * START_DEVIATION;
  }
}

/** Standard normal numbers (Box & Muller 1958). */
function createGauss(seed: number): () => number {
  const random = createRandom(seed);
  const uniform = (): number => (random.next() + 1) / (2 ** 32 + 1);
  return () => Math.sqrt(-2 * Math.log(uniform())) * Math.cos(2 * Math.PI * uniform());
}

export function pointsOf(rows: readonly (readonly number[])[], count: number): Float32Array {
  return Float32Array.from({ length: count * 2 }, (_, at) => rows[at >> 1]?.[at % 2] ?? 0);
}
