import { PCA } from 'ml-pca';
import { rowsOf, type Embedding, type MapData } from '@/lib/inspect/map/embedding';

/**
 * The two directions of greatest variance (Pearson 1901; Hotelling 1933), found one after the other by NIPALS, which is
 * quick where there are thousands of columns. Which end of an axis is up means nothing: the largest component is positive.
 */
export function createPca(data: MapData): Embedding {
  let points = new Float32Array(data.count * 2);
  let shares: readonly [number, number] = [0, 0];
  let isDone = false;
  return {
    steps: 1,
    step() {
      if (isDone) return;
      isDone = true;
      const variance = totalVariance(data);
      if (variance === 0) return;
      const rows = rowsOf(data).map((row) => Array.from(row));
      const components = Math.min(2, data.width);
      const pca = new PCA(rows, { method: 'NIPALS', nCompNIPALS: components, center: true, scale: false });
      const scores = pca.predict(rows, { nComponents: components });
      const loadings = pca.getLoadings().to2DArray();
      const own = (axis: 0 | 1): readonly number[] => {
        const sign = axis < components ? signOf(loadings[axis] ?? []) : 0;
        return Array.from({ length: data.count }, (_, row) => (sign === 0 ? 0 : sign * scores.get(row, axis)));
      };
      const axes = [own(0), own(1)] as const;
      points = Float32Array.from({ length: data.count * 2 }, (_, at) => axes[at % 2 === 0 ? 0 : 1][at >> 1] ?? 0);
      shares = [varianceOf(axes[0]) / variance, varianceOf(axes[1]) / variance];
    },
    points: () => points,
    get shares() {
      return isDone ? shares : null;
    },
  };
}

function signOf(loading: readonly number[]): number {
  const largest = loading.reduce((most, value) => (Math.abs(value) > Math.abs(most) ? value : most), 0);
  return largest < 0 ? -1 : 1;
}

/** Around the mean; over the count less one, as the library has it. */
function varianceOf(values: ArrayLike<number>, stride = 1, from = 0): number {
  const count = Math.floor((values.length - from - 1) / stride) + 1;
  let [sum, squares] = [0, 0];
  for (let at = from; at < values.length; at += stride) sum += values[at] ?? 0;
  const mean = sum / count;
  for (let at = from; at < values.length; at += stride) squares += ((values[at] ?? 0) - mean) ** 2;
  return squares / Math.max(1, count - 1);
}

function totalVariance({ width, values }: MapData): number {
  let total = 0;
  for (let column = 0; column < width; column += 1) total += varianceOf(values, width, column);
  return total;
}
