import * as tf from '@tensorflow/tfjs';

export interface AdaptiveAveragePooling2DArgs {
  name?: string;
  /** Rows and columns of the output, whatever the image's size. */
  outputSize: [number, number];
}

/** Weights that average each bin: size × bins. Bin i is from ⌊i·size/bins⌋ to ⌈(i+1)·size/bins⌉, as in PyTorch. */
function binWeights(size: number, bins: number): tf.Tensor2D {
  const weights = new Float32Array(size * bins);
  for (let bin = 0; bin < bins; bin += 1) {
    const start = Math.floor((bin * size) / bins);
    const end = Math.ceil(((bin + 1) * size) / bins);
    for (let place = start; place < end; place += 1) weights[place * bins + bin] = 1 / (end - start);
  }
  return tf.tensor2d(weights, [size, bins]);
}

/** The last axis of a tensor averaged into bins. */
function averageLastAxis(values: tf.Tensor4D, bins: number): tf.Tensor4D {
  const [a, b, c, size] = values.shape;
  const averaged = tf.matMul(tf.reshape(values, [a * b * c, size]), binWeights(size, bins));
  return tf.reshape(averaged, [a, b, c, bins]);
}

/**
 * Averages an image (batch × height × width × channels) into a grid of given size. The bins overlap where the grid does
 * not divide the image; where it does, this is plain average pooling. TensorFlow.js has no such layer.
 */
export class AdaptiveAveragePooling2D extends tf.layers.Layer {
  static className = 'AdaptiveAveragePooling2D';
  private readonly outputSize: [number, number];

  constructor(args: AdaptiveAveragePooling2DArgs) {
    super({ ...args });
    this.outputSize = args.outputSize;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const input = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor4D;
      const [, height, width] = input.shape;
      const [rows, columns] = this.outputSize;
      if (height === rows && width === columns) return tf.clone(input);
      if (height % rows === 0 && width % columns === 0) {
        const window: [number, number] = [height / rows, width / columns];
        return tf.avgPool(input, window, window, 'valid');
      }
      const byWidth = averageLastAxis(tf.transpose(input, [0, 1, 3, 2]), columns);
      const byHeight = averageLastAxis(tf.transpose(byWidth, [0, 3, 2, 1]), rows);
      return tf.transpose(byHeight, [0, 3, 1, 2]);
    });
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const shape = (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as tf.Shape;
    return [shape[0] ?? null, ...this.outputSize, shape[3] ?? 0];
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), outputSize: this.outputSize };
  }
}

export function adaptiveAveragePooling2d(args: AdaptiveAveragePooling2DArgs): AdaptiveAveragePooling2D {
  return new AdaptiveAveragePooling2D(args);
}

tf.serialization.registerClass(AdaptiveAveragePooling2D);
