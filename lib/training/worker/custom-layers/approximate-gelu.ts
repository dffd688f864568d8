import * as tf from '@tensorflow/tfjs';

/** GELU in its tanh form (Hendrycks & Gimpel 2016), as BERT and GPT-2 use it. TensorFlow.js has it as the activation 'gelu_new', which it saves but cannot load again. */
export class ApproximateGELU extends tf.layers.Layer {
  static className = 'ApproximateGELU';

  constructor(args: { name?: string } = {}) {
    super({ ...args });
    this.supportsMasking = true;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const input = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor;
      const inner = tf.mul(input, tf.add(tf.mul(tf.square(input), 0.044715), 1));
      return tf.mul(tf.mul(input, 0.5), tf.add(tf.tanh(tf.mul(inner, Math.sqrt(2 / Math.PI))), 1));
    });
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape | tf.Shape[] {
    return inputShape;
  }
}

export function approximateGelu(args: { name?: string } = {}): ApproximateGELU {
  return new ApproximateGELU(args);
}

tf.serialization.registerClass(ApproximateGELU);
