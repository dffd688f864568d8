import * as tf from '@tensorflow/tfjs';
import { runKernel, release, wasmKernel, type KernelCall } from '@/lib/training/worker/wasm-kernels/wasm-backend';

interface Attrs {
  readonly strides: [number, number] | number;
  readonly pad: 'valid' | 'same' | number;
  readonly filterShape: [number, number, number, number];
}

/** The obvious way to a convolution's kernel gradient: all patches as one matrix, its transpose times dy. */
function filterGradientByPatches({ inputs, backend, attrs }: KernelCall<'x' | 'dy'>): tf.TensorInfo {
  const { strides, pad, filterShape } = attrs as unknown as Attrs;
  const { x, dy } = inputs;
  const info = tf.backend_util.computeConv2DInfo(
    x.shape as [number, number, number, number],
    filterShape,
    strides,
    1,
    pad,
  );
  const { batchSize, inHeight, inWidth, inChannels, outHeight, outWidth, outChannels } = info;
  const width = info.filterHeight * info.filterWidth * inChannels;
  const rows = batchSize * outHeight * outWidth;
  const patches = backend.makeOutput([1, rows, width], 'float32');
  const from = backend.typedArrayFromHeap(x);
  const to = backend.typedArrayFromHeap(patches).fill(0);
  for (let row = 0; row < rows; row += 1) {
    const sample = Math.floor(row / (outHeight * outWidth));
    const top = (Math.floor(row / outWidth) % outHeight) * info.strideHeight - info.padInfo.top;
    const left = (row % outWidth) * info.strideWidth - info.padInfo.left;
    for (let y = 0; y < info.filterHeight; y += 1) {
      if (top + y < 0 || top + y >= inHeight) continue;
      const first = Math.max(0, -left);
      const last = Math.min(info.filterWidth, inWidth - left);
      const start = ((sample * inHeight + top + y) * inWidth + left + first) * inChannels;
      const target = row * width + (y * info.filterWidth + first) * inChannels;
      to.set(from.subarray(start, start + (last - first) * inChannels), target);
    }
  }
  const flatDy = { ...dy, shape: [1, rows, outChannels] };
  const product = runKernel(
    'BatchMatMul',
    { a: patches, b: flatDy },
    { backend, attrs: { transposeA: true, transposeB: false } },
  );
  release(backend, patches);
  return { ...product, shape: filterShape };
}

export const im2colFilterGradient = wasmKernel('Conv2DBackpropFilter', filterGradientByPatches);
