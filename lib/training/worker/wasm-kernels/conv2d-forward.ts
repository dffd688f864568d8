import type * as tf from '@tensorflow/tfjs';
import {
  convolutionInfo,
  convolutionSite,
  convolve,
  type ConvolutionAttrs,
} from '@/lib/training/worker/wasm-kernels/convolution';
import { wasmKernel, type KernelCall } from '@/lib/training/worker/wasm-kernels/wasm-backend';

interface Attrs extends ConvolutionAttrs {
  readonly activation?: string;
}

type Stock = tf.KernelFunc | undefined;
type Shape4D = [number, number, number, number];

interface Inputs {
  readonly x: tf.TensorInfo;
  readonly filter: tf.TensorInfo;
  readonly bias?: tf.TensorInfo | undefined;
  readonly preluActivationWeights?: tf.TensorInfo | undefined;
}

function convolveWith(stock: Stock) {
  return ({ inputs, backend, attrs }: KernelCall<'x' | 'filter'>): tf.TensorInfo => {
    const given = attrs as unknown as Attrs;
    const { x, filter, bias } = inputs as Inputs;
    const info = convolutionInfo(given, x.shape as Shape4D, filter.shape as Shape4D);
    const isPlain = (given.activation ?? 'linear') === 'linear' && isOnePerFilter(bias, info.outChannels);
    const site = isPlain ? convolutionSite(backend, info, given) : null;
    if (site !== null) return convolve(site, { x, filter, bias });
    if (stock === undefined) throw new Error('The wasm backend has no convolution.');
    return stock({ inputs: { ...inputs }, backend, attrs }) as tf.TensorInfo;
  };
}

function isOnePerFilter(bias: tf.TensorInfo | undefined, filters: number): boolean {
  return bias === undefined || (bias.shape.length === 1 && bias.shape[0] === filters);
}

/** A convolution; tfjs's own kernel remains for gaps in the kernel, activations, and where there are no vectors. */
export function conv2d(stock: Stock): tf.KernelConfig {
  return wasmKernel('Conv2D', convolveWith(stock));
}

export function fusedConv2d(stock: Stock): tf.KernelConfig {
  return wasmKernel('FusedConv2D', convolveWith(stock));
}
