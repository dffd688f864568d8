import * as tf from '@tensorflow/tfjs';

export interface GroupNormalizationArgs {
  name?: string;
  /** How many runs of neighbouring channels are normalized together. */
  groups?: number;
  epsilon?: number;
  /** Adds `beta`. */
  center?: boolean;
  /** Multiplies by `gamma`. */
  scale?: boolean;
}

/**
 * Group normalization (Wu & He 2018), which TensorFlow.js lacks: every sample's channels, in the last axis, are brought
 * to mean 0 and variance 1 group by group, over all places. Arguments and weights are those of Keras.
 */
export class GroupNormalization extends tf.layers.Layer {
  static className = 'GroupNormalization';
  private readonly groups: number;
  private readonly epsilon: number;
  private readonly center: boolean;
  private readonly scale: boolean;
  private gamma: tf.LayerVariable | undefined;
  private beta: tf.LayerVariable | undefined;

  constructor(args: GroupNormalizationArgs = {}) {
    super({ ...args });
    this.groups = args.groups ?? 32;
    this.epsilon = args.epsilon ?? 1e-3;
    this.center = args.center ?? true;
    this.scale = args.scale ?? true;
    this.supportsMasking = true;
  }

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    const input = (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as tf.Shape;
    const channels = input.at(-1) ?? 0;
    if (channels % this.groups !== 0) {
      throw new Error(`${this.name}: ${this.groups} groups do not divide ${channels} channels.`);
    }
    if (this.scale) this.gamma = this.addWeight('gamma', [channels], 'float32', tf.initializers.ones());
    if (this.center) this.beta = this.addWeight('beta', [channels], 'float32', tf.initializers.zeros());
    this.built = true;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const input = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor;
      const [batch = 1, ...rest] = input.shape;
      const perGroup = (rest.at(-1) ?? 1) / this.groups;
      const grouped = tf.reshape(input, [batch, -1, this.groups, perGroup]);
      const { mean, variance } = tf.moments(grouped, [1, 3], true);
      const normal = tf.mul(tf.sub(grouped, mean), tf.rsqrt(tf.add(variance, this.epsilon))).reshape(input.shape);
      const scaled = this.gamma === undefined ? normal : tf.mul(normal, this.gamma.read());
      return this.beta === undefined ? scaled : tf.add(scaled, this.beta.read());
    });
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape | tf.Shape[] {
    return inputShape;
  }

  override getConfig(): tf.serialization.ConfigDict {
    const { groups, epsilon, center, scale } = this;
    return { ...super.getConfig(), groups, axis: -1, epsilon, center, scale };
  }
}

export function groupNormalization(args: GroupNormalizationArgs = {}): GroupNormalization {
  return new GroupNormalization(args);
}

tf.serialization.registerClass(GroupNormalization);
