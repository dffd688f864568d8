import * as tf from '@tensorflow/tfjs';

export interface LocalResponseNormalizationArgs {
  name?: string;
  /** Channels that are summed over, an odd number. */
  size?: number;
  alpha?: number;
  beta?: number;
  bias?: number;
  /** 'sum': alpha counts for each neighbour (the paper, TensorFlow); 'mean': for their mean (Caffe, PyTorch, ONNX). */
  alphaConvention?: 'sum' | 'mean';
}

/**
 * Local response normalization across channels (Krizhevsky et al. 2012): each value is divided by
 * (bias + alpha · sum of the squares in neighbouring channels) to the power of beta. The defaults are the paper's.
 */
export class LocalResponseNormalization extends tf.layers.Layer {
  static className = 'LocalResponseNormalization';
  private readonly size: number;
  private readonly alpha: number;
  private readonly beta: number;
  private readonly bias: number;
  private readonly alphaConvention: 'sum' | 'mean';

  constructor(args: LocalResponseNormalizationArgs = {}) {
    super({ ...args });
    this.size = args.size ?? 5;
    this.alpha = args.alpha ?? 1e-4;
    this.beta = args.beta ?? 0.75;
    this.bias = args.bias ?? 2;
    this.alphaConvention = args.alphaConvention ?? 'sum';
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const input = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor4D;
      const alpha = this.alphaConvention === 'mean' ? this.alpha / this.size : this.alpha;
      return tf.localResponseNormalization(input, (this.size - 1) / 2, this.bias, alpha, this.beta);
    });
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape | tf.Shape[] {
    return inputShape;
  }

  override getConfig(): tf.serialization.ConfigDict {
    const { size, alpha, beta, bias, alphaConvention } = this;
    return { ...super.getConfig(), size, alpha, beta, bias, alphaConvention };
  }
}

export function localResponseNormalization(args: LocalResponseNormalizationArgs = {}): LocalResponseNormalization {
  return new LocalResponseNormalization(args);
}

tf.serialization.registerClass(LocalResponseNormalization);
