import { elementCount } from '@/lib/core/tensor-type';
import type { InspectNetwork } from '@/lib/training/worker/inspect/network';

/** From what a network is given back to the unit scale; what training does to samples is undone number by number. */
export interface InputRange {
  toUnit(scaled: Float32Array): Float32Array;
  /** Nothing below black or above white. */
  clip(scaled: Float32Array): Float32Array;
}

export function inputRange({ plan, scaler }: Pick<InspectNetwork, 'plan' | 'scaler'>): InputRange {
  const size = elementCount(plan.inputShape);
  // It multiplies and adds, so two pictures tell all.
  const black = scaler.unit(new Float32Array(size));
  const white = scaler.unit(new Float32Array(size).fill(1));
  const [low, high] = [(at: number): number => black[at] ?? 0, (at: number): number => white[at] ?? 1];
  return {
    toUnit: (scaled) => scaled.map((value, at) => (value - low(at)) / (high(at) - low(at))),
    clip: (scaled) => scaled.map((value, at) => Math.min(high(at), Math.max(low(at), value))),
  };
}
