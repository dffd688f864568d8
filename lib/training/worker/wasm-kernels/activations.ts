import * as tf from '@tensorflow/tfjs';
import { addressOf, simdOf } from '@/lib/training/worker/wasm-kernels/simd';
import { wasmKernel, type KernelCall } from '@/lib/training/worker/wasm-kernels/wasm-backend';

type Stock = tf.KernelFunc | undefined;

const elements = ({ shape }: tf.TensorInfo): number => shape.reduce((product, size) => product * size, 1);

/** tfjs's own takes the hyperbolic tangent of one number at a time. */
export function tanh(stock: Stock): tf.KernelConfig {
  return wasmKernel('Tanh', ({ inputs, backend, attrs }: KernelCall<'x'>) => {
    const simd = inputs.x.dtype === 'float32' ? simdOf(backend) : null;
    if (simd === null) {
      if (stock === undefined) throw new Error('The wasm backend has no tanh.');
      return stock({ inputs, backend, attrs }) as tf.TensorInfo;
    }
    const output = backend.makeOutput(inputs.x.shape, 'float32');
    simd.tanh(addressOf(backend, inputs.x), elements(output), addressOf(backend, output));
    return output;
  });
}

/** Activations whose gradient is one compiled kernel of dy and what tfjs has kept: the output, or relu's input. */
const GRADIENTS = { Tanh: 'tanhGradient', Sigmoid: 'sigmoidGradient', Relu: 'reluGradient' } as const;

type Activation = keyof typeof GRADIENTS;

const kernelNameOf = (activation: Activation): string => `Shapeflow${activation}Gradient`;

function gradientKernel(activation: Activation): tf.KernelConfig {
  return wasmKernel(kernelNameOf(activation), ({ inputs, backend }: KernelCall<'dy' | 'kept'>) => {
    const simd = simdOf(backend);
    if (simd === null) throw new Error('The gradient of an activation was asked for without compiled kernels.');
    const { dy, kept } = inputs;
    const output = backend.makeOutput(dy.shape, 'float32');
    const [fromDy, from, to] = [addressOf(backend, dy), addressOf(backend, kept), addressOf(backend, output)];
    simd[GRADIENTS[activation]](fromDy, from, elements(output), to);
    return output;
  });
}

function hasCompiled(): boolean {
  return tf.getBackend() === 'wasm' && simdOf(tf.backend() as unknown as Parameters<typeof simdOf>[0]) !== null;
}

/** One kernel instead of three or four, where the compiled ones run; tfjs's own formula everywhere else. */
export function registerActivationGradients(): void {
  for (const activation of Object.keys(GRADIENTS) as Activation[]) {
    const kernel = gradientKernel(activation);
    const stock = tf.getGradient(activation);
    tf.registerKernel(kernel);
    tf.registerGradient({
      ...stock,
      gradFunc: (dy, saved, attrs) => {
        const [kept] = saved;
        if (Array.isArray(dy) || kept?.dtype !== 'float32' || dy.dtype !== 'float32' || !hasCompiled()) {
          return stock.gradFunc(dy, saved, attrs);
        }
        return { x: () => tf.engine().runKernel(kernel.kernelName, { dy, kept }) as tf.Tensor };
      },
    });
  }
}
