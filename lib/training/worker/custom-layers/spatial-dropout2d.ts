import * as tf from '@tensorflow/tfjs';

export interface SpatialDropout2DArgs {
  name?: string;
  /** Share of the channels that are set to zero, in [0, 1). */
  rate: number;
  seed?: number;
}

/**
 * Dropout of whole channels (Tompson et al. 2015), which TensorFlow.js lacks, with a fresh mask at every step that depends
 * on `seed` and `step` alone: a run can be repeated and resumed.
 */
export class SpatialDropout2D extends tf.layers.Layer {
  static className = 'SpatialDropout2D';
  readonly rate: number;
  seed: number;
  /** Training steps so far; set it to resume a run. */
  step = 0;

  constructor(args: SpatialDropout2DArgs) {
    super({ ...args });
    this.rate = args.rate;
    this.seed = args.seed ?? 0;
    this.supportsMasking = true;
  }

  override call(inputs: tf.Tensor | tf.Tensor[], kwargs: { training?: boolean }): tf.Tensor {
    const input = Array.isArray(inputs) ? inputs[0] : inputs;
    if (input === undefined) throw new Error(`${this.name} got no input.`);
    if (kwargs.training !== true || this.rate === 0) return input;
    const maskSeed = (Math.imul(this.step, 0x9e3779b1) ^ Math.imul(this.seed + 1, 0x85ebca6b)) >>> 1;
    this.step += 1;
    const [batch = 1, , , channels = 1] = input.shape;
    return tf.dropout(input, this.rate, [batch, 1, 1, channels], maskSeed);
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape | tf.Shape[] {
    return inputShape;
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), rate: this.rate, seed: this.seed };
  }
}

export function spatialDropout2d(args: SpatialDropout2DArgs): SpatialDropout2D {
  return new SpatialDropout2D(args);
}

tf.serialization.registerClass(SpatialDropout2D);
