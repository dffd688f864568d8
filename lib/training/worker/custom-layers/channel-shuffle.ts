import * as tf from '@tensorflow/tfjs';

export interface ChannelShuffleArgs {
  name?: string;
  groups: number;
}

/**
 * Deals the channels of several groups out in turn: with two groups of three, 0 1 2 3 4 5 becomes 0 3 1 4 2 5, so that the
 * next grouped convolution sees some of every group (Zhang et al., "ShuffleNet", 2017).
 */
export class ChannelShuffle extends tf.layers.Layer {
  static className = 'ChannelShuffle';
  private readonly groups: number;

  constructor(args: ChannelShuffleArgs) {
    super({ ...args });
    this.groups = args.groups;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const input = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor;
      const channels = input.shape.at(-1) ?? 0;
      const grouped = tf.reshape(input, [-1, this.groups, channels / this.groups]);
      return tf.reshape(tf.transpose(grouped, [0, 2, 1]), input.shape);
    });
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    return (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as tf.Shape;
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), groups: this.groups };
  }
}

export function channelShuffle(args: ChannelShuffleArgs): ChannelShuffle {
  return new ChannelShuffle(args);
}

tf.serialization.registerClass(ChannelShuffle);
