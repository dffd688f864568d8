import type * as tf from '@tensorflow/tfjs';
import {
  convolutionInfo,
  convolutionSite,
  inputGradient,
  type ConvolutionAttrs,
} from '@/lib/training/worker/wasm-kernels/convolution';
import {
  release,
  runKernel,
  wasmKernel,
  type KernelCall,
  type WasmBackend,
} from '@/lib/training/worker/wasm-kernels/wasm-backend';

interface Attrs extends ConvolutionAttrs {
  readonly inputShape: [number, number, number, number];
}

type Info = tf.backend_util.Conv2DInfo;
type Shape4D = [number, number, number, number];

/** The kernel turned by 180° with its two channel axes exchanged: height × width × filters × channels. */
function turnedKernel(filter: tf.TensorInfo, backend: WasmBackend): tf.TensorInfo {
  const [height, width, channels, filters] = filter.shape as Shape4D;
  const output = backend.makeOutput([height, width, filters, channels], 'float32');
  // Views on the heap: made after the last allocation, which may move the heap.
  const from = backend.typedArrayFromHeap(filter);
  const to = backend.typedArrayFromHeap(output);
  const plane = channels * filters;
  const taps = height * width;
  for (let tap = 0; tap < taps; tap += 1) {
    const fromTap = tap * plane;
    const toTap = (taps - 1 - tap) * plane;
    for (let channel = 0; channel < channels; channel += 1) {
      const fromRow = fromTap + channel * filters;
      for (let f = 0; f < filters; f += 1) to[toTap + f * channels + channel] = from[fromRow + f] ?? 0;
    }
  }
  return output;
}

/** `stride - 1` zeros between the rows and between the columns of dy. */
function spread(dy: tf.TensorInfo, info: Info, backend: WasmBackend): tf.TensorInfo {
  const [batch, height, width, filters] = dy.shape as Shape4D;
  const fullHeight = (height - 1) * info.strideHeight + 1;
  const fullWidth = (width - 1) * info.strideWidth + 1;
  const output = backend.makeOutput([batch, fullHeight, fullWidth, filters], 'float32');
  const from = backend.typedArrayFromHeap(dy);
  const to = backend.typedArrayFromHeap(output).fill(0);
  for (let row = 0; row < batch * height; row += 1) {
    const sample = Math.floor(row / height);
    const toRow = (sample * fullHeight + (row - sample * height) * info.strideHeight) * fullWidth;
    for (let column = 0; column < width; column += 1) {
      const start = (row * width + column) * filters;
      to.set(from.subarray(start, start + filters), (toRow + column * info.strideWidth) * filters);
    }
  }
  return output;
}

/** Zeros around dy, so that the turned kernel slides over every input cell once; null when that would be a crop. */
function paddingOf(info: Info): [[number, number], [number, number]] | null {
  const { filterHeight, filterWidth, inHeight, inWidth, outHeight, outWidth, strideHeight, strideWidth } = info;
  const top = filterHeight - 1 - info.padInfo.top;
  const left = filterWidth - 1 - info.padInfo.left;
  const bottom = inHeight + filterHeight - 1 - top - ((outHeight - 1) * strideHeight + 1);
  const right = inWidth + filterWidth - 1 - left - ((outWidth - 1) * strideWidth + 1);
  return Math.min(top, left, bottom, right) < 0
    ? null
    : [
        [top, bottom],
        [left, right],
      ];
}

/**
 * The gradient of a convolution's input: a convolution of dy (zeros put in for the stride, and around) with the kernel
 * turned by 180°. tfjs's own wasm kernel does the same sum in plain loops, about ten times slower; it remains for
 * paddings wider than the kernel. Where the compiled kernels run, they add each pixel's share up where it belongs.
 */
function inputGradientWith(stock: tf.KernelFunc | undefined) {
  return ({ inputs, backend, attrs }: KernelCall<'dy' | 'filter'>): tf.TensorInfo => {
    const given = attrs as unknown as Attrs;
    const { dataFormat, inputShape } = given;
    if (dataFormat === 'NCHW') throw new Error('Convolutions on wasm take images with channels last.');
    const { dy, filter } = inputs;
    const filterShape = filter.shape as Shape4D;
    const info = convolutionInfo(given, inputShape, filterShape);
    const site = convolutionSite(backend, info, given);
    if (site !== null) return inputGradient(site, { dy, filter });
    const padding = paddingOf(info);
    if (padding === null && stock !== undefined) return stock({ inputs, backend, attrs }) as tf.TensorInfo;
    if (padding === null) throw new Error('The padding is wider than the kernel.');
    const turned = turnedKernel(filter, backend);
    const isStrided = info.strideHeight > 1 || info.strideWidth > 1;
    const spreadDy = isStrided ? spread(dy, info, backend) : null;
    const convolution = { strides: [1, 1], pad: [[0, 0], ...padding, [0, 0]], dilations: [1, 1], dataFormat: 'NHWC' };
    const gradient = runKernel('Conv2D', { x: spreadDy ?? dy, filter: turned }, { backend, attrs: convolution });
    release(backend, turned, ...(spreadDy === null ? [] : [spreadDy]));
    return gradient;
  };
}

/** `stock` is tfjs's own kernel, for the cases that this one leaves to it. */
export function conv2dInputGradient(stock: tf.KernelFunc | undefined): tf.KernelConfig {
  return wasmKernel('Conv2DBackpropInput', inputGradientWith(stock));
}
