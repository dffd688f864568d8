import { splitCount } from '@/components/inspect/input/samples';
import type { NodeId } from '@/lib/core/ids';
import type { NamedTensor } from '@/lib/core/named-tensor';
import { elementCount } from '@/lib/core/tensor-type';
import type { MapMethod } from '@/lib/inspect/map/embedding';
import type { InspectSubject } from '@/lib/state/inspect-state';
import type { Split } from '@/lib/training/inspect/protocol';

export const SPLITS = ['training', 'validation', 'test'] as const satisfies readonly Split[];
/** Numbers of one sample beyond which only means are taken: distances between so many take long. */
export const MOST_WIDTH = 2048;

/** What is asked for, of whatever layer. */
export interface MapChoice {
  readonly method: MapMethod;
  readonly split: Split;
  readonly count: number;
  /** Maps as the mean of each channel. */
  readonly pooled: boolean;
  readonly neighbours: number;
  readonly seed: number;
}

/** What a map is of. */
export interface MapOf extends MapChoice {
  readonly layer: NodeId;
  readonly weights: readonly NamedTensor[];
  readonly dataset: string;
}

export interface DataMap {
  readonly of: MapOf;
  /** Numbers in the split. */
  readonly samples: readonly number[];
  /** Empty: the data have no classes. */
  readonly labels: Uint16Array;
  readonly width: number;
  readonly points: Float32Array;
  /** All points stand where they stay; measuring may still go on. */
  readonly isDone: boolean;
  readonly shares: readonly [number, number] | null;
  /** Null: not measured yet. */
  readonly trust: number | null;
}

/** The choice as this layer and these data can have it: what they cannot is left as it was chosen for others. */
export function mapOf(choice: MapChoice, subject: InspectSubject, layer: NodeId): MapOf {
  const shape = subject.layers.find(({ node }) => node === layer)?.shape ?? [];
  const hasMaps = shape.length > 1;
  const hasSamples = (split: Split): boolean => splitCount(subject, split) > 0;
  return {
    ...choice,
    split: hasSamples(choice.split) ? choice.split : (SPLITS.find(hasSamples) ?? choice.split),
    pooled: hasMaps && (choice.pooled || elementCount(shape) > MOST_WIDTH),
    layer,
    weights: subject.weights,
    dataset: subject.dataset.id,
  };
}
