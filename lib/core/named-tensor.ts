import type { Shape } from '@/lib/core/tensor-type';

/** Weights of one layer, as tfjs orders them. */
export interface NamedTensor {
  /** `${plan layer name}/${weight name}` */
  readonly name: string;
  readonly shape: Shape;
  readonly values: Float32Array;
}
