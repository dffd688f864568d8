import * as tf from '@tensorflow/tfjs';
import { startValues, type StartValues } from '@/lib/training/worker/start-values';

export interface GroupedConv1DArgs {
  name?: string;
  filters: number;
  kernelSize: number;
  strides: number;
  /** 'causal': zeros before the sequence only, so that no step sees what comes after it. */
  padding: 'valid' | 'same' | 'causal';
  dilationRate: number;
  /** Each of the groups sees its share of the features and makes its share of the filters. */
  groups: number;
  useBias: boolean;
  kernelInitializer: StartValues;
  /** Zeros when left out. */
  biasInitializer?: StartValues;
}

/** Puts `rate - 1` zeros between the steps of a kernel (size × features × filters): a plain convolution is then dilated. */
function inflateKernel(kernel: tf.Tensor3D, rate: number): tf.Tensor3D {
  const [size, features, filters] = kernel.shape;
  const spread = tf.pad(tf.reshape(kernel, [size, 1, features * filters]), [
    [0, 0],
    [0, rate - 1],
    [0, 0],
  ]);
  const full = (size - 1) * rate + 1;
  const flat = tf.reshape(spread, [size * rate, features * filters]);
  return tf.reshape(tf.slice(flat, [0, 0], [full, features * filters]), [full, features, filters]);
}

/**
 * A convolution along a sequence (batch × length × features) with groups, dilation or causal padding: TensorFlow.js's own
 * Conv1D ignores `groups`, has no gradient for `dilationRate` and does not know 'causal'. The kernel is size × (features /
 * groups) × filters.
 */
export class GroupedConv1D extends tf.layers.Layer {
  static className = 'GroupedConv1D';
  private readonly args: GroupedConv1DArgs;
  private kernel: tf.LayerVariable | undefined;
  private bias: tf.LayerVariable | undefined;

  constructor(args: GroupedConv1DArgs) {
    super({ ...args });
    this.args = args;
  }

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    const { filters, kernelSize, groups, useBias, kernelInitializer, biasInitializer = 'zeros' } = this.args;
    const features = sequenceShape(inputShape)[2] ?? 0;
    if (features % groups !== 0 || filters % groups !== 0) {
      throw new Error(`${this.name}: ${groups} groups do not divide ${features} features and ${filters} filters.`);
    }
    const shape = [kernelSize, features / groups, filters];
    this.kernel = this.addWeight('kernel', shape, 'float32', startValues(kernelInitializer));
    if (useBias) this.bias = this.addWeight('bias', [filters], 'float32', startValues(biasInitializer));
    this.built = true;
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const input = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor3D;
      if (this.kernel === undefined) throw new Error(`${this.name} was called before it was built.`);
      const { dilationRate } = this.args;
      const kernel = this.kernel.read() as tf.Tensor3D;
      const output = this.convolve(input, dilationRate > 1 ? inflateKernel(kernel, dilationRate) : kernel);
      return this.bias === undefined ? output : tf.add(output, this.bias.read());
    });
  }

  private convolve(input: tf.Tensor3D, kernel: tf.Tensor3D): tf.Tensor3D {
    const { padding, groups, strides } = this.args;
    const isCausal = padding === 'causal';
    const before: [number, number][] = [
      [0, 0],
      [kernel.shape[0] - 1, 0],
      [0, 0],
    ];
    const sequence = isCausal ? (tf.pad(input, before) as tf.Tensor3D) : input;
    const border = isCausal ? 'valid' : padding;
    if (groups === 1) return tf.conv1d(sequence, kernel, strides, border);
    const inputs: tf.Tensor3D[] = tf.split(sequence, groups, 2);
    const kernels: tf.Tensor3D[] = tf.split(kernel, groups, 2);
    const outputs = inputs.map((group, index) => tf.conv1d(group, kernels[index] as tf.Tensor3D, strides, border));
    return tf.concat3d(outputs, 2);
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const { filters, kernelSize, dilationRate, strides, padding } = this.args;
    const [batch, length] = sequenceShape(inputShape);
    const lost = padding === 'valid' ? (kernelSize - 1) * dilationRate : 0;
    return [batch ?? null, Math.ceil(((length ?? 0) - lost) / strides), filters];
  }

  override getConfig(): tf.serialization.ConfigDict {
    const { name: _name, ...config } = this.args;
    return { ...super.getConfig(), ...config } as unknown as tf.serialization.ConfigDict;
  }
}

function sequenceShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
  return (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as tf.Shape;
}

export function groupedConv1d(args: GroupedConv1DArgs): GroupedConv1D {
  return new GroupedConv1D(args);
}

tf.serialization.registerClass(GroupedConv1D);
