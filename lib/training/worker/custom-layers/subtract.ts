import * as tf from '@tensorflow/tfjs';

export interface SubtractArgs {
  name?: string;
}

/** The second input taken from the first, value by value; both of one shape. TensorFlow.js has no such layer. */
export class Subtract extends tf.layers.Layer {
  static className = 'Subtract';

  constructor(args: SubtractArgs = {}) {
    super({ ...args });
    this.supportsMasking = true;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    const [from, taken] = Array.isArray(inputs) ? inputs : [];
    if (from === undefined || taken === undefined) throw new Error(`${this.name} takes two inputs.`);
    return tf.tidy(() => tf.sub(from, taken));
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    return (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as tf.Shape;
  }
}

export function subtract(args: SubtractArgs = {}): Subtract {
  return new Subtract(args);
}

tf.serialization.registerClass(Subtract);
