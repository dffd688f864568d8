import * as tf from '@tensorflow/tfjs';

export interface ChannelSliceArgs {
  name?: string;
  /** The first channel that is kept, from 0. */
  start: number;
  count: number;
}

/** Keeps `count` channels from `start` on: a slice of the last axis of a vector, a sequence or an image. */
export class ChannelSlice extends tf.layers.Layer {
  static className = 'ChannelSlice';
  private readonly start: number;
  private readonly count: number;

  constructor(args: ChannelSliceArgs) {
    super({ ...args });
    this.start = args.start;
    this.count = args.count;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const input = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor;
      const begin = input.shape.map((_, axis) => (axis === input.rank - 1 ? this.start : 0));
      return tf.slice(input, begin, [...input.shape.slice(0, -1), this.count]);
    });
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const shape = (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as tf.Shape;
    return [...shape.slice(0, -1), this.count];
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), start: this.start, count: this.count };
  }
}

export function channelSlice(args: ChannelSliceArgs): ChannelSlice {
  return new ChannelSlice(args);
}

tf.serialization.registerClass(ChannelSlice);
