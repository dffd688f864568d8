import * as tf from '@tensorflow/tfjs';
import { startValues, type StartValues } from '@/lib/training/worker/start-values';

export interface GroupedConv2DArgs {
  name?: string;
  filters: number;
  kernelSize: number | [number, number];
  strides?: number | [number, number];
  padding?: 'valid' | 'same';
  dilationRate?: number | [number, number];
  /** Each of the groups sees its share of the input channels and makes its share of the filters. */
  groups?: number;
  useBias?: boolean;
  /** 'glorotUniform' when left out. */
  kernelInitializer?: StartValues;
  /** Zeros when left out. */
  biasInitializer?: StartValues;
}

function pair(value: number | [number, number] | undefined): [number, number] {
  return typeof value === 'number' ? [value, value] : (value ?? [1, 1]);
}

/**
 * Puts `rate - 1` zeros between neighbouring rows and columns of a kernel (height × width × inputs × filters): a plain
 * convolution with it is the dilated convolution. TensorFlow.js has no gradient for its own dilated convolution.
 */
function inflateKernel(kernel: tf.Tensor4D, rate: [number, number]): tf.Tensor4D {
  const [height, width, inputs, filters] = kernel.shape;
  const [rowRate, columnRate] = rate;
  const cells = inputs * filters;
  const rows = tf
    .pad(tf.reshape(kernel, [height, 1, width * cells]), [
      [0, 0],
      [0, rowRate - 1],
      [0, 0],
    ])
    .reshape([height * rowRate * width, 1, cells]);
  const inflated = tf
    .pad(rows, [
      [0, 0],
      [0, columnRate - 1],
      [0, 0],
    ])
    .reshape([height * rowRate, width * columnRate, cells]);
  const fullHeight = (height - 1) * rowRate + 1;
  const fullWidth = (width - 1) * columnRate + 1;
  return tf
    .slice(inflated, [0, 0, 0], [fullHeight, fullWidth, cells])
    .reshape([fullHeight, fullWidth, inputs, filters]);
}

/**
 * A 2D convolution with groups (Krizhevsky et al. 2012) and dilation (Yu & Koltun 2016) that can be trained:
 * TensorFlow.js's own Conv2D ignores `groups` and has no gradient for `dilationRate`. Input and output are
 * batch × height × width × channels; the kernel is height × width × (input channels / groups) × filters.
 */
export class GroupedConv2D extends tf.layers.Layer {
  static className = 'GroupedConv2D';
  private readonly args: GroupedConv2DArgs;
  private readonly kernelSize: [number, number];
  private readonly strides: [number, number];
  private readonly padding: 'valid' | 'same';
  private readonly dilationRate: [number, number];
  private readonly groups: number;
  private readonly useBias: boolean;
  private kernel: tf.LayerVariable | undefined;
  private bias: tf.LayerVariable | undefined;

  constructor(args: GroupedConv2DArgs) {
    super({ ...args });
    this.args = args;
    this.kernelSize = pair(args.kernelSize);
    this.strides = pair(args.strides);
    this.padding = args.padding ?? 'valid';
    this.dilationRate = pair(args.dilationRate);
    this.groups = args.groups ?? 1;
    this.useBias = args.useBias ?? true;
  }

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    const channels = channelsOf(inputShape);
    const { filters, kernelInitializer = 'glorotUniform', biasInitializer = 'zeros' } = this.args;
    if (channels % this.groups !== 0 || filters % this.groups !== 0) {
      throw new Error(`${this.name}: ${this.groups} groups do not divide ${channels} channels and ${filters} filters.`);
    }
    const shape = [...this.kernelSize, channels / this.groups, filters];
    this.kernel = this.addWeight('kernel', shape, 'float32', startValues(kernelInitializer));
    if (this.useBias) this.bias = this.addWeight('bias', [filters], 'float32', startValues(biasInitializer));
    this.built = true;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const input = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor4D;
      if (this.kernel === undefined) throw new Error(`${this.name} was called before it was built.`);
      const isDilated = this.dilationRate[0] > 1 || this.dilationRate[1] > 1;
      const kernel = this.kernel.read() as tf.Tensor4D;
      const output = this.convolve(input, isDilated ? inflateKernel(kernel, this.dilationRate) : kernel);
      return this.bias === undefined ? output : tf.add(output, this.bias.read());
    });
  }

  private convolve(input: tf.Tensor4D, kernel: tf.Tensor4D): tf.Tensor4D {
    if (this.groups === 1) return tf.conv2d(input, kernel, this.strides, this.padding);
    const inputs: tf.Tensor4D[] = tf.split(input, this.groups, 3);
    const kernels: tf.Tensor4D[] = tf.split(kernel, this.groups, 3);
    const outputs = inputs.map((group, index) =>
      tf.conv2d(group, kernels[index] as tf.Tensor4D, this.strides, this.padding),
    );
    return tf.concat4d(outputs, 3);
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const shape = (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as tf.Shape;
    const [height, width] = ([0, 1] as const).map((axis) => this.outputSize(shape[axis + 1] ?? 0, axis));
    return [shape[0] ?? null, height ?? 0, width ?? 0, this.args.filters];
  }

  private outputSize(size: number, axis: 0 | 1): number {
    const window = (this.kernelSize[axis] - 1) * this.dilationRate[axis] + 1;
    return Math.ceil((this.padding === 'same' ? size : size - window + 1) / this.strides[axis]);
  }

  override getConfig(): tf.serialization.ConfigDict {
    const { filters, kernelInitializer, biasInitializer } = this.args;
    const { kernelSize, strides, padding, dilationRate, groups, useBias } = this;
    const start = {
      ...(kernelInitializer === undefined ? {} : { kernelInitializer }),
      ...(biasInitializer === undefined ? {} : { biasInitializer }),
    };
    const config = { filters, kernelSize, strides, padding, dilationRate, groups, useBias, ...start };
    return { ...super.getConfig(), ...config } as tf.serialization.ConfigDict;
  }
}

function channelsOf(inputShape: tf.Shape | tf.Shape[]): number {
  const shape = (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as tf.Shape;
  const channels = shape[3];
  if (typeof channels !== 'number') throw new Error('GroupedConv2D takes images: batch × height × width × channels.');
  return channels;
}

export function groupedConv2d(args: GroupedConv2DArgs): GroupedConv2D {
  return new GroupedConv2D(args);
}

tf.serialization.registerClass(GroupedConv2D);
