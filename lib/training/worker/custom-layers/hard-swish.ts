import * as tf from '@tensorflow/tfjs';

/** x · min(max(x + 3, 0), 6) / 6 (Howard et al. 2019), which TensorFlow.js lacks. */
export class HardSwish extends tf.layers.Layer {
  static className = 'HardSwish';

  constructor(args: { name?: string } = {}) {
    super({ ...args });
    this.supportsMasking = true;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const input = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor;
      return tf.div(tf.mul(input, tf.relu6(tf.add(input, 3))), 6);
    });
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape | tf.Shape[] {
    return inputShape;
  }
}

export function hardSwish(args: { name?: string } = {}): HardSwish {
  return new HardSwish(args);
}

tf.serialization.registerClass(HardSwish);
