import * as tf from '@tensorflow/tfjs';

export interface ChannelSplitArgs {
  name?: string;
  /** Into how many equal parts the channels are split. */
  parts: number;
  /** Which of them this layer gives, from 0. */
  part: number;
}

/** One of several equal parts of the channels (the last axis) of a vector, a sequence or an image. */
export class ChannelSplit extends tf.layers.Layer {
  static className = 'ChannelSplit';
  private readonly parts: number;
  private readonly part: number;

  constructor(args: ChannelSplitArgs) {
    super({ ...args });
    this.parts = args.parts;
    this.part = args.part;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const input = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor;
      const count = (input.shape.at(-1) ?? 0) / this.parts;
      const begin = input.shape.map((_, axis) => (axis === input.rank - 1 ? this.part * count : 0));
      return tf.slice(input, begin, [...input.shape.slice(0, -1), count]);
    });
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const shape = (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as tf.Shape;
    return [...shape.slice(0, -1), (shape.at(-1) ?? 0) / this.parts];
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), parts: this.parts, part: this.part };
  }
}

export function channelSplit(args: ChannelSplitArgs): ChannelSplit {
  return new ChannelSplit(args);
}

tf.serialization.registerClass(ChannelSplit);
