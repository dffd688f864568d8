import * as tf from '@tensorflow/tfjs';

export interface ExactUpSampling2DArgs {
  name?: string;
  /** How many rows and columns each becomes. */
  size: [number, number];
  interpolation: 'nearest' | 'bilinear';
}

/** How much of a row, of the one before and of the one after is in each of the `factor` rows that it becomes. */
function phaseWeights(
  factor: number,
  interpolation: 'nearest' | 'bilinear',
): { before: number[]; at: number[]; after: number[] } {
  // From −½ to ½: where the new row's middle lies from the old one's.
  const offsets = Array.from({ length: factor }, (_, phase) => (phase + 0.5) / factor - 0.5);
  const isNearest = interpolation === 'nearest';
  return {
    before: offsets.map((offset) => (isNearest ? 0 : Math.max(0, -offset))),
    at: offsets.map((offset) => (isNearest ? 1 : 1 - Math.abs(offset))),
    after: offsets.map((offset) => (isNearest ? 0 : Math.max(0, offset))),
  };
}

/** Each of the second axis's places becomes `factor`: outer × places × inner → outer × (places · factor) × inner. */
function stretch(values: tf.Tensor3D, factor: number, interpolation: 'nearest' | 'bilinear'): tf.Tensor3D {
  const [outer, places, inner] = values.shape;
  if (factor === 1) return values;
  const { before, at, after } = phaseWeights(factor, interpolation);
  const weighted = (part: tf.Tensor3D, weights: number[]): tf.Tensor =>
    tf.mul(tf.reshape(part, [outer * places, 1, inner]), tf.tensor3d(weights, [1, factor, 1]));
  const own = weighted(values, at);
  const shape: [number, number, number] = [outer, places * factor, inner];
  if (interpolation === 'nearest') return tf.reshape(own, shape);
  // Beyond the edge lies the edge itself.
  const first = tf.slice(values, [0, 0, 0], [outer, 1, inner]);
  const last = tf.slice(values, [0, places - 1, 0], [outer, 1, inner]);
  const previous = tf.concat([first, tf.slice(values, [0, 0, 0], [outer, places - 1, inner])], 1);
  const next = tf.concat([tf.slice(values, [0, 1, 0], [outer, places - 1, inner]), last], 1);
  return tf.reshape(tf.addN([own, weighted(previous, before), weighted(next, after)]), shape);
}

/**
 * Up-sampling by whole factors as Keras's UpSampling2D does it: 'bilinear' measures between the middles of pixels (0, 1
 * becomes 0, ¼, ¾, 1). TensorFlow.js's own layer measures between their corners, and on plain JavaScript its gradient of
 * 'nearest' is wrong for batches of more than one.
 */
export class ExactUpSampling2D extends tf.layers.Layer {
  static className = 'ExactUpSampling2D';
  private readonly size: [number, number];
  private readonly interpolation: 'nearest' | 'bilinear';

  constructor(args: ExactUpSampling2DArgs) {
    super({ ...args });
    this.size = args.size;
    this.interpolation = args.interpolation;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const input = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor4D;
      const [batch, height, width, channels] = input.shape;
      const [rows, columns] = this.size;
      const { interpolation } = this;
      const taller = stretch(tf.reshape(input, [batch, height, width * channels]), rows, interpolation);
      const lines = batch * height * rows;
      const wider = stretch(tf.reshape(taller, [lines, width, channels]), columns, interpolation);
      return tf.reshape(wider, [batch, height * rows, width * columns, channels]);
    });
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const shape = (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as tf.Shape;
    const [batch, height, width, channels] = shape;
    return [batch ?? null, (height ?? 0) * this.size[0], (width ?? 0) * this.size[1], channels ?? 0];
  }

  override getConfig(): tf.serialization.ConfigDict {
    const { size, interpolation } = this;
    return { ...super.getConfig(), size, interpolation };
  }
}

export function exactUpSampling2d(args: ExactUpSampling2DArgs): ExactUpSampling2D {
  return new ExactUpSampling2D(args);
}

tf.serialization.registerClass(ExactUpSampling2D);
