import type { NodeId } from '@/lib/core/ids';

/** How values are spread: so many in each of equally wide bins from `low` to `high`. */
export interface Histogram {
  readonly low: number;
  readonly high: number;
  readonly counts: readonly number[];
}

/** Of one layer at one batch; null where there is nothing to say. */
export interface LayerHealth {
  /** Of the plan. */
  readonly name: string;
  readonly node: NodeId;
  /** Of its trained weights together: Euclidean norm, and how many numbers they are. */
  readonly gradientNorm: number | null;
  readonly weightNorm: number | null;
  readonly weightCount: number;
  /** Norm of what the step changed, over the norm of the weights; null also where gradients still wait for their step. */
  readonly updateRatio: number | null;
  readonly weights: Histogram | null;
  readonly gradients: Histogram | null;
  readonly activation: ActivationHealth | null;
}

export interface ActivationHealth {
  readonly mean: number;
  readonly deviation: number;
  /** 'dead': units, or channels, that give nothing for any sample; 'saturated': values where the slope is nearly 0. */
  readonly flat: { readonly kind: 'dead' | 'saturated'; readonly share: number } | null;
}

export interface HealthSnapshot {
  /** Batches trained before, from the start of the run. */
  readonly batch: number;
  readonly epoch: number;
  readonly layers: readonly LayerHealth[];
}

/**
 * How closely a run is looked at. 'gradients': norms alone, now and then, which costs next to nothing; 'full':
 * everything, as often as it costs little.
 */
export type HealthLevel = 'gradients' | 'full';

/** Which outputs are looked at, and where they hardly let a gradient through. */
export interface WatchedActivation {
  /** Of the plan. */
  readonly name: string;
  readonly flat: { readonly kind: 'dead' | 'saturated'; readonly low: number; readonly high: number } | null;
}

/** What is to be looked at from now on. */
export interface HealthRequest {
  readonly level: HealthLevel;
  readonly activations: readonly WatchedActivation[];
}

/** Root mean square of a layer's gradient: its size per weight, so that layers of unlike size can be compared. */
export function gradientSize({ gradientNorm, weightCount }: LayerHealth): number | null {
  return gradientNorm === null || weightCount === 0 ? null : gradientNorm / Math.sqrt(weightCount);
}
