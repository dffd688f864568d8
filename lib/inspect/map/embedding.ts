export const MAP_METHODS = ['pca', 'tsne', 'umap'] as const;
/** How many numbers for each sample become two. */
export type MapMethod = (typeof MAP_METHODS)[number];

/** One row of numbers for each sample. */
export interface MapData {
  readonly count: number;
  readonly width: number;
  /** count × width. */
  readonly values: Float32Array;
}

/** A map being made, a step at a time. */
export interface Embedding {
  /** Steps at most. */
  readonly steps: number;
  readonly isDone: boolean;
  /** Takes one step; nothing happens after the last. */
  step(): void;
  /** x and y of each sample in pairs, as they stand now. */
  points(): Float32Array;
  /** Of a map along directions: how much of the variance each of the two axes has, from 0 to 1. */
  readonly shares: readonly [number, number] | null;
}

/** Fewer make no map. */
export const LEAST_SAMPLES = 4;

export function rowsOf({ count, width, values }: MapData): Float32Array[] {
  return Array.from({ length: count }, (_, row) => values.subarray(row * width, (row + 1) * width));
}
