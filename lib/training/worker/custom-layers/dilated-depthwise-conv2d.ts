import * as tf from '@tensorflow/tfjs';
import { startValues, type StartValues } from '@/lib/training/worker/start-values';

export interface DilatedDepthwiseConv2DArgs {
  name?: string;
  kernelSize: number | [number, number];
  padding: 'valid' | 'same';
  depthMultiplier: number;
  dilationRate: number | [number, number];
  useBias: boolean;
  depthwiseInitializer: StartValues;
  /** Zeros when left out. */
  biasInitializer?: StartValues;
}

export interface DilatedSeparableConv2DArgs extends DilatedDepthwiseConv2DArgs {
  filters: number;
  pointwiseInitializer: StartValues;
}

function pair(value: number | [number, number]): [number, number] {
  return typeof value === 'number' ? [value, value] : value;
}

/**
 * Puts `rate - 1` zeros between neighbouring rows and columns of a kernel (height × width × channels × multiplier): a plain
 * convolution with it is the dilated one. TensorFlow.js has no gradient for dilated convolutions.
 */
function inflateKernel(kernel: tf.Tensor4D, rate: [number, number]): tf.Tensor4D {
  const [height, width, channels, multiplier] = kernel.shape;
  const [rowRate, columnRate] = rate;
  const cells = channels * multiplier;
  const after = (zeros: number): [number, number][] => [
    [0, 0],
    [0, zeros],
    [0, 0],
  ];
  const rows = tf.pad(tf.reshape(kernel, [height, 1, width * cells]), after(rowRate - 1));
  const places = tf.pad(tf.reshape(rows, [height * rowRate * width, 1, cells]), after(columnRate - 1));
  const fullHeight = (height - 1) * rowRate + 1;
  const fullWidth = (width - 1) * columnRate + 1;
  const inflated = tf.reshape(places, [height * rowRate, width * columnRate, cells]);
  const cut = tf.slice(inflated, [0, 0, 0], [fullHeight, fullWidth, cells]);
  return tf.reshape(cut, [fullHeight, fullWidth, channels, multiplier]);
}

/**
 * A depthwise convolution whose kernel reads every few pixels. TensorFlow.js's own DepthwiseConv2D takes `dilationRate`
 * and ignores it. Input and output are batch × height × width × channels; the kernel is height × width × channels ×
 * multiplier, and output channel c · multiplier + m comes from input channel c.
 */
export class DilatedDepthwiseConv2D extends tf.layers.Layer {
  static className = 'DilatedDepthwiseConv2D';
  protected readonly args: DilatedDepthwiseConv2DArgs;
  protected kernel: tf.LayerVariable | undefined;
  protected bias: tf.LayerVariable | undefined;

  constructor(args: DilatedDepthwiseConv2DArgs) {
    super({ ...args });
    this.args = args;
  }

  protected get maps(): number | null {
    return null;
  }

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    const { kernelSize, depthMultiplier, depthwiseInitializer, useBias, biasInitializer = 'zeros' } = this.args;
    const channels = imageShape(inputShape)[3] ?? 0;
    const shape = [...pair(kernelSize), channels, depthMultiplier];
    this.kernel = this.addWeight('depthwise_kernel', shape, 'float32', startValues(depthwiseInitializer));
    this.buildMixing(channels * depthMultiplier);
    const maps = this.maps ?? channels * depthMultiplier;
    if (useBias) this.bias = this.addWeight('bias', [maps], 'float32', startValues(biasInitializer));
    this.built = true;
  }

  /** For weights between the kernel and the bias. */
  protected buildMixing(_channels: number): void {}

  protected mix(maps: tf.Tensor4D): tf.Tensor4D {
    return maps;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const input = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor4D;
      if (this.kernel === undefined) throw new Error(`${this.name} was called before it was built.`);
      const kernel = inflateKernel(this.kernel.read() as tf.Tensor4D, pair(this.args.dilationRate));
      const output = this.mix(tf.depthwiseConv2d(input, kernel, 1, this.args.padding));
      return this.bias === undefined ? output : tf.add(output, this.bias.read());
    });
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const { kernelSize, dilationRate, depthMultiplier, padding } = this.args;
    const shape = imageShape(inputShape);
    const [height, width] = ([0, 1] as const).map((axis) => {
      const window = (pair(kernelSize)[axis] - 1) * pair(dilationRate)[axis] + 1;
      return (shape[axis + 1] ?? 0) - (padding === 'same' ? 0 : window - 1);
    });
    return [shape[0] ?? null, height ?? 0, width ?? 0, this.maps ?? (shape[3] ?? 0) * depthMultiplier];
  }

  override getConfig(): tf.serialization.ConfigDict {
    const { name: _name, ...config } = this.args;
    return { ...super.getConfig(), ...config } as unknown as tf.serialization.ConfigDict;
  }
}

/** A dilated depthwise convolution and a 1 × 1 convolution that mixes its channels; the bias comes last. */
export class DilatedSeparableConv2D extends DilatedDepthwiseConv2D {
  static override className = 'DilatedSeparableConv2D';
  private readonly own: DilatedSeparableConv2DArgs;
  private pointwise: tf.LayerVariable | undefined;

  constructor(args: DilatedSeparableConv2DArgs) {
    super(args);
    this.own = args;
  }

  protected override get maps(): number {
    return this.own.filters;
  }

  protected override buildMixing(channels: number): void {
    const { filters, pointwiseInitializer } = this.own;
    const start = startValues(pointwiseInitializer);
    this.pointwise = this.addWeight('pointwise_kernel', [1, 1, channels, filters], 'float32', start);
  }

  protected override mix(maps: tf.Tensor4D): tf.Tensor4D {
    if (this.pointwise === undefined) throw new Error(`${this.name} was called before it was built.`);
    return tf.conv2d(maps, this.pointwise.read() as tf.Tensor4D, 1, 'valid');
  }
}

function imageShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
  return (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as tf.Shape;
}

export function dilatedDepthwiseConv2d(args: DilatedDepthwiseConv2DArgs): DilatedDepthwiseConv2D {
  return new DilatedDepthwiseConv2D(args);
}

export function dilatedSeparableConv2d(args: DilatedSeparableConv2DArgs): DilatedSeparableConv2D {
  return new DilatedSeparableConv2D(args);
}

tf.serialization.registerClass(DilatedDepthwiseConv2D);
tf.serialization.registerClass(DilatedSeparableConv2D);
