import * as tf from '@tensorflow/tfjs';

export interface ELUArgs {
  name?: string;
  /** The value that large negative inputs come down to, with a minus. */
  alpha?: number;
}

/**
 * The exponential linear unit (Clevert et al. 2016): x above zero, alpha · (exp(x) − 1) below. TensorFlow.js's own layer
 * takes no alpha but 1; this one stands in for it under the same name, so that files with any alpha load.
 */
export class ELU extends tf.layers.Layer {
  static className = 'ELU';
  private readonly alpha: number;

  constructor(args: ELUArgs = {}) {
    super({ ...args });
    this.alpha = args.alpha ?? 1;
    this.supportsMasking = true;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const input = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor;
      return tf.add(tf.mul(tf.elu(input), this.alpha), tf.mul(tf.relu(input), 1 - this.alpha));
    });
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape | tf.Shape[] {
    return inputShape;
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), alpha: this.alpha };
  }
}

export function elu(args: ELUArgs = {}): ELU {
  return new ELU(args);
}

tf.serialization.registerClass(ELU);
