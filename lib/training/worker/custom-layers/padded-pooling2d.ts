import * as tf from '@tensorflow/tfjs';

export interface PaddedPooling2DArgs {
  name?: string;
  poolSize: number | [number, number];
  strides: number | [number, number];
  /** 'valid', 'same', or the border: [[top, bottom], [left, right]], one number for both sides of each, or one for all. */
  padding: 'valid' | 'same' | number | [number, number] | [[number, number], [number, number]];
  /** 'ceil': a last window may hang over the end, unless it would begin beyond the image and its border. */
  rounding: 'floor' | 'ceil';
}

export interface PaddedAveragePooling2DArgs extends PaddedPooling2DArgs {
  /** Whether the border counts as zeros in the mean; what only hangs over the end never counts. */
  countPadding: boolean;
}

/** One axis: the border before and after, what the last window hangs over beyond it, and how many windows there are. */
interface Extent {
  before: number;
  after: number;
  overhang: number;
  output: number;
}

/** The lowest number that float32 has: never the largest of a window. */
const LOWEST = -3.4028234663852886e38;

/** Every argument in its long form. */
interface Windows {
  poolSize: [number, number];
  strides: [number, number];
  padding: 'valid' | 'same' | [[number, number], [number, number]];
  rounding: 'floor' | 'ceil';
}

function pair<T>(value: T | [T, T]): [T, T] {
  return Array.isArray(value) ? value : [value, value];
}

function windowsOf({ poolSize, strides, padding, rounding }: PaddedPooling2DArgs): Windows {
  if (padding === 'valid' || padding === 'same') {
    return { poolSize: pair(poolSize), strides: pair(strides), padding, rounding };
  }
  const [rows, columns] = pair<number | [number, number]>(padding as number | [[number, number], [number, number]]);
  const borders: [[number, number], [number, number]] = [pair<number>(rows), pair<number>(columns)];
  return { poolSize: pair(poolSize), strides: pair(strides), padding: borders, rounding };
}

/** Sizes as PyTorch works them out for `ceil_mode`. */
function extent(args: Windows, axis: 0 | 1, size: number): Extent {
  const [window, stride] = [args.poolSize[axis], args.strides[axis]];
  if (args.padding === 'same') {
    const output = Math.ceil(size / stride);
    const total = Math.max(0, (output - 1) * stride + window - size);
    return { before: Math.floor(total / 2), after: Math.ceil(total / 2), overhang: 0, output };
  }
  const [before, after] = args.padding === 'valid' ? [0, 0] : args.padding[axis];
  const steps = (size + before + after - window) / stride;
  const output = (args.rounding === 'ceil' ? Math.ceil(steps) : Math.floor(steps)) + 1;
  const fits = args.rounding === 'floor' || (output - 1) * stride < size + before;
  const windows = fits ? output : output - 1;
  const overhang = Math.max(0, (windows - 1) * stride + window - (size + before + after));
  return { before, after, overhang, output: windows };
}

abstract class PaddedPooling2D<Args extends PaddedPooling2DArgs> extends tf.layers.Layer {
  protected readonly args: Args;
  protected readonly windows: Windows;

  constructor(args: Args) {
    super({ ...args });
    this.args = args;
    this.windows = windowsOf(args);
  }

  protected extents(height: number, width: number): [Extent, Extent] {
    return [extent(this.windows, 0, height), extent(this.windows, 1, width)];
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    const shape = (Array.isArray(inputShape[0]) ? inputShape[0] : inputShape) as tf.Shape;
    const [rows, columns] = this.extents(shape[1] ?? 0, shape[2] ?? 0);
    return [shape[0] ?? null, rows.output, columns.output, shape[3] ?? 0];
  }

  override getConfig(): tf.serialization.ConfigDict {
    const { name: _name, ...config } = this.args;
    return { ...super.getConfig(), ...config } as tf.serialization.ConfigDict;
  }
}

function padded(image: tf.Tensor4D, borders: [[number, number], [number, number]], value: number): tf.Tensor4D {
  const isNone = borders.flat().every((size) => size === 0);
  return isNone ? image : tf.pad(image, [[0, 0], ...borders, [0, 0]], value);
}

/**
 * Max pooling with a border of its own on each side, or with the number of windows rounded up, as in PyTorch and Caffe.
 * The border never is the largest. TensorFlow.js knows 'valid' and 'same' only.
 */
export class PaddedMaxPooling2D extends PaddedPooling2D<PaddedPooling2DArgs> {
  static className = 'PaddedMaxPooling2D';

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const input = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor4D;
      const [rows, columns] = this.extents(input.shape[1], input.shape[2]);
      const borders: [[number, number], [number, number]] = [
        [rows.before, rows.after + rows.overhang],
        [columns.before, columns.after + columns.overhang],
      ];
      return tf.maxPool(padded(input, borders, LOWEST), this.windows.poolSize, this.windows.strides, 'valid');
    });
  }
}

/** Average pooling likewise, where the border may count as zeros (PyTorch's `count_include_pad`) or not at all. */
export class PaddedAveragePooling2D extends PaddedPooling2D<PaddedAveragePooling2DArgs> {
  static className = 'PaddedAveragePooling2D';

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const input = (Array.isArray(inputs) ? inputs[0] : inputs) as tf.Tensor4D;
      const extents = this.extents(input.shape[1], input.shape[2]);
      const mean = this.meanOverAll(this.withBorders(input, extents, 'all'));
      const isWhole = extents.every(
        ({ before, after, overhang }) => overhang === 0 && (this.args.countPadding || before + after === 0),
      );
      return isWhole ? mean : tf.div(mean, this.shareThatCounts(input, extents));
    });
  }

  /** Of each window, from 0 to 1: the mean over all its cells divided by this is the mean over those that count. */
  private shareThatCounts(input: tf.Tensor4D, extents: [Extent, Extent]): tf.Tensor4D {
    const ones = tf.ones([1, input.shape[1], input.shape[2], 1]) as tf.Tensor4D;
    if (!this.args.countPadding) return this.meanOverAll(this.withBorders(ones, extents, 'all'));
    const counted = tf.onesLike(this.withBorders(ones, extents, 'border'));
    return this.meanOverAll(this.withBorders(counted, extents, 'overhang'));
  }

  private withBorders(
    image: tf.Tensor4D,
    extents: [Extent, Extent],
    which: 'all' | 'border' | 'overhang',
  ): tf.Tensor4D {
    const sides = ({ before, after, overhang }: Extent): [number, number] => {
      if (which === 'overhang') return [0, overhang];
      return [before, which === 'all' ? after + overhang : after];
    };
    return padded(image, [sides(extents[0]), sides(extents[1])], 0);
  }

  private meanOverAll(image: tf.Tensor4D): tf.Tensor4D {
    return tf.avgPool(image, this.windows.poolSize, this.windows.strides, 'valid');
  }
}

export function paddedMaxPooling2d(args: PaddedPooling2DArgs): PaddedMaxPooling2D {
  return new PaddedMaxPooling2D(args);
}

export function paddedAveragePooling2d(args: PaddedAveragePooling2DArgs): PaddedAveragePooling2D {
  return new PaddedAveragePooling2D(args);
}

tf.serialization.registerClass(PaddedMaxPooling2D);
tf.serialization.registerClass(PaddedAveragePooling2D);
