import * as tf from '@tensorflow/tfjs';

export interface SameAveragePooling1DArgs {
  name?: string;
  poolSize: number;
  strides: number;
}

/**
 * Average pooling of a sequence (batch × length × features) with padding 'same', where each mean is over the steps inside
 * only, as TensorFlow and Keras do it. TensorFlow.js's own layer gives these values, but a wrong gradient at the ends.
 */
export class SameAveragePooling1D extends tf.layers.Layer {
  static className = 'SameAveragePooling1D';
  private readonly args: SameAveragePooling1DArgs;

  constructor(args: SameAveragePooling1DArgs) {
    super({ ...args });
    this.args = args;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const input = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor3D;
      const [batch, length, features] = input.shape;
      // The mean over a zero-padded window, divided by the share of its steps inside: the mean over those inside.
      const mean = this.meanOverPadded(tf.reshape(input, [batch, length, 1, features]));
      const pooled = tf.div(mean, this.meanOverPadded(tf.ones([1, length, 1, 1])));
      return tf.reshape(pooled, [batch, mean.shape[1], features]);
    });
  }

  private meanOverPadded(steps: tf.Tensor4D): tf.Tensor4D {
    const { poolSize, strides } = this.args;
    const length = steps.shape[1];
    const total = Math.max(0, (Math.ceil(length / strides) - 1) * strides + poolSize - length);
    const borders: [number, number][] = [
      [0, 0],
      [Math.floor(total / 2), Math.ceil(total / 2)],
      [0, 0],
      [0, 0],
    ];
    return tf.avgPool(tf.pad(steps, borders) as tf.Tensor4D, [poolSize, 1], [strides, 1], 'valid');
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const shape = (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as tf.Shape;
    const [batch, length, features] = shape;
    return [batch ?? null, Math.ceil((length ?? 0) / this.args.strides), features ?? 0];
  }

  override getConfig(): tf.serialization.ConfigDict {
    const { poolSize, strides } = this.args;
    return { ...super.getConfig(), poolSize, strides };
  }
}

export function sameAveragePooling1d(args: SameAveragePooling1DArgs): SameAveragePooling1D {
  return new SameAveragePooling1D(args);
}

tf.serialization.registerClass(SameAveragePooling1D);
