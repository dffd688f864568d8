import * as tf from '@tensorflow/tfjs';

export interface PartialBatchNormalizationArgs {
  name?: string;
  /** How much of the running averages each training step keeps. */
  momentum?: number;
  epsilon?: number;
  /** Adds `beta`. */
  center?: boolean;
  /** Multiplies by `gamma`. */
  scale?: boolean;
}

/**
 * Batch normalization (Ioffe & Szegedy 2015) over the last axis without `gamma`, without `beta`, or without both:
 * TensorFlow.js's own layer takes `center: false` and `scale: false`, but then fails at the first training step.
 */
export class PartialBatchNormalization extends tf.layers.Layer {
  static className = 'PartialBatchNormalization';
  private readonly momentum: number;
  private readonly epsilon: number;
  private readonly center: boolean;
  private readonly scale: boolean;
  private gamma: tf.LayerVariable | undefined;
  private beta: tf.LayerVariable | undefined;
  private movingMean: tf.LayerVariable | undefined;
  private movingVariance: tf.LayerVariable | undefined;

  constructor(args: PartialBatchNormalizationArgs = {}) {
    super({ ...args });
    this.momentum = args.momentum ?? 0.99;
    this.epsilon = args.epsilon ?? 1e-3;
    this.center = args.center ?? true;
    this.scale = args.scale ?? true;
    this.supportsMasking = true;
  }

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    const input = (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as tf.Shape;
    const shape = [input.at(-1) ?? null];
    const zeros = tf.initializers.zeros();
    const ones = tf.initializers.ones();
    if (this.scale) this.gamma = this.addWeight('gamma', shape, 'float32', ones);
    if (this.center) this.beta = this.addWeight('beta', shape, 'float32', zeros);
    this.movingMean = this.addWeight('moving_mean', shape, 'float32', zeros, undefined, false);
    this.movingVariance = this.addWeight('moving_variance', shape, 'float32', ones, undefined, false);
    this.built = true;
  }

  override call(inputs: tf.Tensor | tf.Tensor[], kwargs: { training?: boolean }): tf.Tensor {
    return tf.tidy(() => {
      const input = Array.isArray(inputs) ? inputs[0] : inputs;
      if (input === undefined || this.movingMean === undefined || this.movingVariance === undefined) {
        throw new Error(`${this.name} was called without an input or before it was built.`);
      }
      if (kwargs.training !== true) return this.normalize(input, this.movingMean.read(), this.movingVariance.read());
      const { mean, variance } = tf.moments(
        input,
        input.shape.slice(0, -1).map((_, axis) => axis),
      );
      this.follow(this.movingMean, mean);
      this.follow(this.movingVariance, variance);
      return this.normalize(input, mean, variance);
    });
  }

  private normalize(input: tf.Tensor, mean: tf.Tensor, variance: tf.Tensor): tf.Tensor {
    const normal = tf.mul(tf.sub(input, mean), tf.rsqrt(tf.add(variance, this.epsilon)));
    const scaled = this.gamma === undefined ? normal : tf.mul(normal, this.gamma.read());
    return this.beta === undefined ? scaled : tf.add(scaled, this.beta.read());
  }

  private follow(average: tf.LayerVariable, value: tf.Tensor): void {
    const old = average.read();
    average.write(tf.add(old, tf.mul(tf.sub(value, old), 1 - this.momentum)));
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape | tf.Shape[] {
    return inputShape;
  }

  override getConfig(): tf.serialization.ConfigDict {
    const { momentum, epsilon, center, scale } = this;
    return { ...super.getConfig(), momentum, epsilon, center, scale };
  }
}

export function partialBatchNormalization(args: PartialBatchNormalizationArgs = {}): PartialBatchNormalization {
  return new PartialBatchNormalization(args);
}

tf.serialization.registerClass(PartialBatchNormalization);
