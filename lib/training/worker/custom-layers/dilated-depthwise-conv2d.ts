import * as tf from '@tensorflow/tfjs';

type Initializer = ReturnType<typeof tf.initializers.zeros>;

export interface DilatedDepthwiseConv2DArgs {
  name?: string;
  kernelSize: [number, number];
  padding: 'valid' | 'same';
  depthMultiplier: number;
  dilationRate: [number, number];
  useBias: boolean;
  /** 'glorotUniform' or 'heNormal', by name or as TensorFlow.js writes it to files, with a seed. */
  depthwiseInitializer: string | { className: string; config: { seed?: number | null } };
}

function startValues(given: DilatedDepthwiseConv2DArgs['depthwiseInitializer']): Initializer {
  const name = typeof given === 'string' ? given : given.className;
  const seed = typeof given === 'string' ? null : (given.config.seed ?? null);
  const args = seed === null ? {} : { seed };
  switch (name.replace('_', '').toLowerCase()) {
    case 'glorotuniform':
      return tf.initializers.glorotUniform(args);
    case 'henormal':
      return tf.initializers.heNormal(args);
    default:
      throw new Error(`DilatedDepthwiseConv2D has no start values called ${name}.`);
  }
}

/**
 * A depthwise convolution whose kernel reads every few pixels. TensorFlow.js's own DepthwiseConv2D takes `dilationRate`
 * and ignores it. Input and output are batch × height × width × channels; the kernel is height × width × channels ×
 * multiplier, and output channel c · multiplier + m comes from input channel c.
 */
export class DilatedDepthwiseConv2D extends tf.layers.Layer {
  static className = 'DilatedDepthwiseConv2D';
  private readonly args: DilatedDepthwiseConv2DArgs;
  private kernel: tf.LayerVariable | undefined;
  private bias: tf.LayerVariable | undefined;

  constructor(args: DilatedDepthwiseConv2DArgs) {
    super({ ...args });
    this.args = args;
  }

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    const { kernelSize, depthMultiplier, depthwiseInitializer, useBias } = this.args;
    const channels = imageShape(inputShape)[3] ?? 0;
    const shape = [...kernelSize, channels, depthMultiplier];
    this.kernel = this.addWeight('depthwise_kernel', shape, 'float32', startValues(depthwiseInitializer));
    if (useBias) this.bias = this.addWeight('bias', [channels * depthMultiplier], 'float32', tf.initializers.zeros());
    this.built = true;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const input = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor4D;
      if (this.kernel === undefined) throw new Error(`${this.name} was called before it was built.`);
      const kernel = this.kernel.read() as tf.Tensor4D;
      const { padding, dilationRate } = this.args;
      const output = tf.depthwiseConv2d(input, kernel, 1, padding, 'NHWC', dilationRate);
      return this.bias === undefined ? output : tf.add(output, this.bias.read());
    });
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const { kernelSize, dilationRate, depthMultiplier, padding } = this.args;
    const shape = imageShape(inputShape);
    const [height, width] = ([0, 1] as const).map((axis) => {
      const window = (kernelSize[axis] - 1) * dilationRate[axis] + 1;
      return (shape[axis + 1] ?? 0) - (padding === 'same' ? 0 : window - 1);
    });
    return [shape[0] ?? null, height ?? 0, width ?? 0, (shape[3] ?? 0) * depthMultiplier];
  }

  override getConfig(): tf.serialization.ConfigDict {
    const { name: _name, ...config } = this.args;
    return { ...super.getConfig(), ...config } as unknown as tf.serialization.ConfigDict;
  }
}

function imageShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
  return (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as tf.Shape;
}

export function dilatedDepthwiseConv2d(args: DilatedDepthwiseConv2DArgs): DilatedDepthwiseConv2D {
  return new DilatedDepthwiseConv2D(args);
}

tf.serialization.registerClass(DilatedDepthwiseConv2D);
