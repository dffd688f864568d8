import type * as tf from '@tensorflow/tfjs';
import {
  convolutionInfo,
  convolutionSite,
  filterGradient,
  type ConvolutionAttrs,
} from '@/lib/training/worker/wasm-kernels/convolution';
import { release, runKernel, wasmKernel, type KernelCall } from '@/lib/training/worker/wasm-kernels/wasm-backend';

interface Attrs extends ConvolutionAttrs {
  readonly filterShape: [number, number, number, number];
}

/**
 * The gradient of a convolution's kernel, which tfjs's wasm backend lacks. It is itself a convolution, of the input with
 * the output's gradient, where the batch plays the channels:
 *   dW[r, c, i, o] = Σ over b, y, x of input[b, y·s + r − p, x·s + c − p, i] · dy[b, y, x, o]
 * so the fast convolution does the work: input as i × height × width × b, dy as kernel height × width × b × o, dilated by
 * the stride. The rows beyond the kernel, which an uneven stride leaves, are cut off. Where the compiled kernels run, they
 * do it directly.
 */
function computeFilterGradient({ inputs, backend, attrs }: KernelCall<'x' | 'dy'>): tf.TensorInfo {
  const given = attrs as unknown as Attrs;
  const { dataFormat, filterShape } = given;
  if (dataFormat === 'NCHW') throw new Error('Convolutions on wasm take images with channels last.');
  const { x, dy } = inputs;
  const inputShape = x.shape as [number, number, number, number];
  const info = convolutionInfo(given, inputShape, filterShape);
  const site = convolutionSite(backend, info, given);
  if (site !== null) return filterGradient(site, { x, dy });
  const { top, bottom, left, right } = info.padInfo;
  const xTurned = runKernel('Transpose', { x }, { backend, attrs: { perm: [3, 1, 2, 0] } });
  const dyTurned = runKernel('Transpose', { x: dy }, { backend, attrs: { perm: [1, 2, 0, 3] } });
  const convolution = {
    strides: [1, 1],
    pad: [
      [0, 0],
      [top, bottom],
      [left, right],
      [0, 0],
    ],
    dilations: [info.strideHeight, info.strideWidth],
    dataFormat: 'NHWC',
  };
  const product = runKernel('Conv2D', { x: xTurned, filter: dyTurned }, { backend, attrs: convolution });
  const [height, width, channels, filters] = filterShape;
  const window = { begin: [0, 0, 0, 0], size: [channels, height, width, filters] };
  const cut = runKernel('Slice', { x: product }, { backend, attrs: window });
  const gradient = runKernel('Transpose', { x: cut }, { backend, attrs: { perm: [1, 2, 0, 3] } });
  release(backend, xTurned, dyTurned, product, cut);
  return gradient;
}

export const conv2dFilterGradient = wasmKernel('Conv2DBackpropFilter', computeFilterGradient);
