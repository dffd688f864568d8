import * as tf from '@tensorflow/tfjs';

/** min(max(x / 6 + 1/2, 0), 1), as PyTorch and Keras 3 have it; TensorFlow.js's activation 'hardSigmoid' is Keras 2's 0.2 · x + 0.5. */
export class HardSigmoid extends tf.layers.Layer {
  static className = 'HardSigmoid';

  constructor(args: { name?: string } = {}) {
    super({ ...args });
    this.supportsMasking = true;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const input = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor;
      return tf.div(tf.relu6(tf.add(input, 3)), 6);
    });
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape | tf.Shape[] {
    return inputShape;
  }
}

export function hardSigmoid(args: { name?: string } = {}): HardSigmoid {
  return new HardSigmoid(args);
}

tf.serialization.registerClass(HardSigmoid);
