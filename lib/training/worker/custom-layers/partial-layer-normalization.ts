import * as tf from '@tensorflow/tfjs';

export interface PartialLayerNormalizationArgs {
  name?: string;
  epsilon?: number;
  /** Adds `beta`. */
  center?: boolean;
  /** Multiplies by `gamma`. */
  scale?: boolean;
}

/**
 * Layer normalization (Ba et al. 2016) over the last axis without `gamma`, without `beta`, or without both:
 * TensorFlow.js's own layer takes `center: false` and `scale: false`, but then fails at the first training step.
 */
export class PartialLayerNormalization extends tf.layers.Layer {
  static className = 'PartialLayerNormalization';
  private readonly epsilon: number;
  private readonly center: boolean;
  private readonly scale: boolean;
  private gamma: tf.LayerVariable | undefined;
  private beta: tf.LayerVariable | undefined;

  constructor(args: PartialLayerNormalizationArgs = {}) {
    super({ ...args });
    this.epsilon = args.epsilon ?? 1e-3;
    this.center = args.center ?? true;
    this.scale = args.scale ?? true;
    this.supportsMasking = true;
  }

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    const input = (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as tf.Shape;
    const shape = [input.at(-1) ?? null];
    if (this.scale) this.gamma = this.addWeight('gamma', shape, 'float32', tf.initializers.ones());
    if (this.center) this.beta = this.addWeight('beta', shape, 'float32', tf.initializers.zeros());
    this.built = true;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const input = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor;
      const { mean, variance } = tf.moments(input, -1, true);
      const normal = tf.mul(tf.sub(input, mean), tf.rsqrt(tf.add(variance, this.epsilon)));
      const scaled = this.gamma === undefined ? normal : tf.mul(normal, this.gamma.read());
      return this.beta === undefined ? scaled : tf.add(scaled, this.beta.read());
    });
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape | tf.Shape[] {
    return inputShape;
  }

  override getConfig(): tf.serialization.ConfigDict {
    const { epsilon, center, scale } = this;
    return { ...super.getConfig(), epsilon, center, scale };
  }
}

export function partialLayerNormalization(args: PartialLayerNormalizationArgs = {}): PartialLayerNormalization {
  return new PartialLayerNormalization(args);
}

tf.serialization.registerClass(PartialLayerNormalization);
