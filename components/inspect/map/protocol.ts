import type { MapData, MapMethod } from '@/lib/inspect/map/embedding';

/** What the worker that makes maps of data is asked; one map each, and it is ended with it. */
export interface MapJob {
  readonly data: MapData;
  readonly method: MapMethod;
  readonly seed: number;
  /** t-SNE: perplexity; UMAP: neighbours. */
  readonly neighbours: number;
}

export type MapReply =
  | {
      readonly kind: 'points';
      readonly points: Float32Array;
      readonly step: number;
      readonly steps: number;
      readonly isDone: boolean;
    }
  /** After the last points. */
  | { readonly kind: 'done'; readonly shares: readonly [number, number] | null; readonly trust: number }
  | { readonly kind: 'failed'; readonly detail: string };
