import { elementCount, type Shape } from '@/lib/core/tensor-type';
import type { TargetColumn } from '@/lib/datasets/target-column';

export type { TargetColumn };

/** The samples of a split: in memory, in storage, or drawn on demand. */
export interface Samples {
  readonly count: number;
  readonly shape: Shape;
  readonly element: 'uint8' | 'float32';
  /** The values of these samples, one sample after another, in the order asked. */
  read(indices: ArrayLike<number>): Uint8Array | Float32Array;
  readonly targets: readonly TargetColumn[];
  /** Lets go of files that are held open. */
  dispose(): void;
}

/** Samples whose values lie in one array. */
export function createMemorySamples(
  values: Uint8Array | Float32Array,
  { shape, targets }: { readonly shape: Shape; readonly targets: readonly TargetColumn[] },
): Samples {
  const size = elementCount(shape);
  return {
    count: values.length / size,
    shape,
    element: values instanceof Uint8Array ? 'uint8' : 'float32',
    read(indices) {
      const chosen =
        values instanceof Uint8Array ? new Uint8Array(indices.length * size) : new Float32Array(indices.length * size);
      for (let row = 0; row < indices.length; row += 1) {
        const from = (indices[row] ?? 0) * size;
        chosen.set(values.subarray(from, from + size), row * size);
      }
      return chosen;
    },
    targets,
    dispose: () => {},
  };
}
