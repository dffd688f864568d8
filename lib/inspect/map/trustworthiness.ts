import type { MapData } from '@/lib/inspect/map/embedding';

/**
 * How far neighbours on the map are neighbours in the data, 1 at best (Venna & Kaski 2001): a sample among a point's
 * nearest `neighbours` on the map costs by how far it is beyond them in the data. Of every `stride`th sample.
 */
export function trustworthiness(
  data: MapData,
  points: Float32Array,
  { neighbours, stride = 1 }: { readonly neighbours: number; readonly stride?: number },
): number {
  const { count } = data;
  const near = Math.min(neighbours, Math.floor((count - 1) / 2));
  if (near < 1) return 1;
  let penalty = 0;
  let asked = 0;
  for (let row = 0; row < count; row += stride) {
    const ranks = ranksAround(data, row);
    for (const other of nearest(points, row, near)) penalty += Math.max(0, (ranks[other] ?? 0) - near);
    asked += 1;
  }
  return 1 - (2 / (asked * near * (2 * count - 3 * near - 1))) * penalty;
}

/** 1 for the nearest sample of the data, and so on; 0 for the sample itself. */
function ranksAround({ count, width, values }: MapData, row: number): Int32Array {
  const distances = new Float64Array(count);
  for (let other = 0; other < count; other += 1) {
    let sum = 0;
    for (let at = 0; at < width; at += 1) {
      sum += ((values[row * width + at] ?? 0) - (values[other * width + at] ?? 0)) ** 2;
    }
    distances[other] = sum;
  }
  distances[row] = -1;
  const ranks = new Int32Array(count);
  sortedBy(distances).forEach((other, rank) => {
    ranks[other] = rank;
  });
  return ranks;
}

function nearest(points: Float32Array, row: number, near: number): Uint32Array {
  const distances = new Float64Array(points.length / 2);
  const [x, y] = [points[row * 2] ?? 0, points[row * 2 + 1] ?? 0];
  for (let other = 0; other < distances.length; other += 1) {
    distances[other] = ((points[other * 2] ?? 0) - x) ** 2 + ((points[other * 2 + 1] ?? 0) - y) ** 2;
  }
  distances[row] = -1;
  return sortedBy(distances).subarray(1, near + 1);
}

function sortedBy(keys: Float64Array): Uint32Array {
  return Uint32Array.from(keys, (_, at) => at).sort((a, b) => (keys[a] ?? 0) - (keys[b] ?? 0) || a - b);
}
