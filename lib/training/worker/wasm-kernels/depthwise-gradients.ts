import * as tf from '@tensorflow/tfjs';
import { wasmKernel, type KernelCall } from '@/lib/training/worker/wasm-kernels/wasm-backend';

interface Attrs {
  readonly strides: [number, number] | number;
  readonly dilations: [number, number] | number;
  readonly pad: 'valid' | 'same' | number;
  readonly dimRoundingMode?: 'floor' | 'round' | 'ceil';
  readonly inputShape: [number, number, number, number];
  readonly filterShape: [number, number, number, number];
}

type Shape4D = [number, number, number, number];
type Info = tf.backend_util.Conv2DInfo;

/** Where a row of one place of the kernel meets a row of the output: first cell of each, and how many pairs there are. */
interface Meeting {
  readonly kernel: number;
  readonly input: number;
  readonly output: number;
}

/** Every pair of an input pixel and an output pixel that a place of the kernel joins; cells are counted in pixels. */
function forEachMeeting(info: Info, visit: (meeting: Meeting) => void): void {
  const { batchSize, inHeight, inWidth, outHeight, outWidth, filterHeight, filterWidth, padInfo } = info;
  for (let sample = 0; sample < batchSize; sample += 1) {
    for (let row = 0; row < outHeight; row += 1) {
      for (let u = 0; u < filterHeight; u += 1) {
        const y = row * info.strideHeight + u * info.dilationHeight - padInfo.top;
        if (y < 0 || y >= inHeight) continue;
        for (let column = 0; column < outWidth; column += 1) {
          const output = (sample * outHeight + row) * outWidth + column;
          for (let v = 0; v < filterWidth; v += 1) {
            const x = column * info.strideWidth + v * info.dilationWidth - padInfo.left;
            if (x < 0 || x >= inWidth) continue;
            visit({ kernel: u * filterWidth + v, input: (sample * inHeight + y) * inWidth + x, output });
          }
        }
      }
    }
  }
}

function infoOf({ strides, dilations, pad, dimRoundingMode }: Attrs, input: Shape4D, filter: Shape4D): Info {
  return tf.backend_util.computeConv2DInfo(input, filter, strides, dilations, pad, dimRoundingMode, true);
}

/** dW[u, v, c, m] = Σ over samples and output pixels of x[pixel under u, v][c] · dy[pixel][c · multiplier + m] */
function filterGradient({ inputs, backend, attrs }: KernelCall<'x' | 'dy'>): tf.TensorInfo {
  const given = attrs as unknown as Attrs;
  const info = infoOf(given, inputs.x.shape as Shape4D, given.filterShape);
  const [, , channels, multiplier] = given.filterShape;
  const result = backend.makeOutput(given.filterShape, 'float32');
  // Views on the heap: made after the last allocation, which may move the heap.
  const [x, dy] = [backend.typedArrayFromHeap(inputs.x), backend.typedArrayFromHeap(inputs.dy)];
  const dw = backend.typedArrayFromHeap(result).fill(0);
  const maps = channels * multiplier;
  forEachMeeting(info, ({ kernel, input, output }) => {
    for (let map = 0; map < maps; map += 1) {
      const channel = multiplier === 1 ? map : Math.floor(map / multiplier);
      const at = kernel * maps + map;
      dw[at] = (dw[at] ?? 0) + (x[input * channels + channel] ?? 0) * (dy[output * maps + map] ?? 0);
    }
  });
  return result;
}

/** dx[pixel][c] = Σ over the output pixels it is read for, and m, of dy[…][c · multiplier + m] · kernel[u, v, c, m] */
function inputGradient({ inputs, backend, attrs }: KernelCall<'dy' | 'filter'>): tf.TensorInfo {
  const given = attrs as unknown as Attrs;
  const filterShape = inputs.filter.shape as Shape4D;
  const info = infoOf(given, given.inputShape, filterShape);
  const [, , channels, multiplier] = filterShape;
  const result = backend.makeOutput(given.inputShape, 'float32');
  const [dy, filter] = [backend.typedArrayFromHeap(inputs.dy), backend.typedArrayFromHeap(inputs.filter)];
  const dx = backend.typedArrayFromHeap(result).fill(0);
  const maps = channels * multiplier;
  forEachMeeting(info, ({ kernel, input, output }) => {
    for (let map = 0; map < maps; map += 1) {
      const channel = multiplier === 1 ? map : Math.floor(map / multiplier);
      const at = input * channels + channel;
      dx[at] = (dx[at] ?? 0) + (dy[output * maps + map] ?? 0) * (filter[kernel * maps + map] ?? 0);
    }
  });
  return result;
}

/** The two gradients of a depthwise convolution, which tfjs's wasm backend lacks. */
export const depthwiseFilterGradient = wasmKernel('DepthwiseConv2dNativeBackpropFilter', filterGradient);
export const depthwiseInputGradient = wasmKernel('DepthwiseConv2dNativeBackpropInput', inputGradient);
