import * as tf from '@tensorflow/tfjs';

export interface GaussianNoiseArgs {
  name?: string;
  /** Standard deviation of what is added. */
  stddev: number;
  seed?: number;
}

/**
 * Adds normally distributed noise while training, fresh at every step and depending on `seed` and `step` alone: a run can
 * be repeated and resumed. TensorFlow.js's own layer of this name, which it stands in for, cannot be seeded.
 */
export class GaussianNoise extends tf.layers.Layer {
  static className = 'GaussianNoise';
  readonly stddev: number;
  seed: number;
  /** Training steps so far; set it to resume a run. */
  step = 0;

  constructor(args: GaussianNoiseArgs) {
    super({ ...args });
    this.stddev = args.stddev;
    this.seed = args.seed ?? 0;
    this.supportsMasking = true;
  }

  override call(inputs: tf.Tensor | tf.Tensor[], kwargs: { training?: boolean }): tf.Tensor {
    const input = Array.isArray(inputs) ? inputs[0] : inputs;
    if (input === undefined) throw new Error(`${this.name} got no input.`);
    if (kwargs.training !== true || this.stddev === 0) return input;
    // Never 0: TensorFlow.js takes that for no seed.
    const noiseSeed = ((Math.imul(this.step, 0x9e3779b1) ^ Math.imul(this.seed + 1, 0x85ebca6b)) >>> 1) + 1;
    this.step += 1;
    return tf.tidy(() => tf.add(input, tf.randomNormal(input.shape, 0, this.stddev, 'float32', noiseSeed)));
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape | tf.Shape[] {
    return inputShape;
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), stddev: this.stddev, seed: this.seed };
  }
}

export function gaussianNoise(args: GaussianNoiseArgs): GaussianNoise {
  return new GaussianNoise(args);
}

tf.serialization.registerClass(GaussianNoise);
