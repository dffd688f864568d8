import * as tf from '@tensorflow/tfjs';

export interface SameAveragePooling2DArgs {
  name?: string;
  poolSize?: number | [number, number];
  strides?: number | [number, number];
}

function pair(value: number | [number, number] | undefined, otherwise: [number, number]): [number, number] {
  return typeof value === 'number' ? [value, value] : (value ?? otherwise);
}

/** What padding 'same' adds before and after: half each, the odd one after. */
function samePadding(size: number, window: number, stride: number): [number, number] {
  const total = Math.max(0, (Math.ceil(size / stride) - 1) * stride + window - size);
  return [Math.floor(total / 2), Math.ceil(total / 2)];
}

/**
 * Average pooling with padding 'same' where each mean is over the cells inside the picture only, as TensorFlow and Keras
 * do it. TensorFlow.js's own layer gives these values, but divides by the whole window in its gradient, which is wrong
 * along the borders.
 */
export class SameAveragePooling2D extends tf.layers.Layer {
  static className = 'SameAveragePooling2D';
  private readonly poolSize: [number, number];
  private readonly strides: [number, number];

  constructor(args: SameAveragePooling2DArgs = {}) {
    super({ ...args });
    this.poolSize = pair(args.poolSize, [2, 2]);
    this.strides = pair(args.strides, this.poolSize);
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const input = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor4D;
      const [, height, width] = input.shape;
      // The mean over a zero-padded window, times window cells / cells inside: the mean over those inside.
      const inside = this.meanOverPadded(tf.ones([1, height, width, 1]));
      return tf.div(this.meanOverPadded(input), inside);
    });
  }

  private meanOverPadded(image: tf.Tensor4D): tf.Tensor4D {
    const rows = samePadding(image.shape[1], this.poolSize[0], this.strides[0]);
    const columns = samePadding(image.shape[2], this.poolSize[1], this.strides[1]);
    return tf.avgPool(tf.pad(image, [[0, 0], rows, columns, [0, 0]]), this.poolSize, this.strides, 'valid');
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const shape = (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as tf.Shape;
    const [batch, height, width, channels] = shape;
    const rows = Math.ceil((height ?? 0) / this.strides[0]);
    const columns = Math.ceil((width ?? 0) / this.strides[1]);
    return [batch ?? null, rows, columns, channels ?? 0];
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), poolSize: this.poolSize, strides: this.strides };
  }
}

export function sameAveragePooling2d(args: SameAveragePooling2DArgs = {}): SameAveragePooling2D {
  return new SameAveragePooling2D(args);
}

tf.serialization.registerClass(SameAveragePooling2D);
