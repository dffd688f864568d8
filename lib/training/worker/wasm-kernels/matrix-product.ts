import type * as tf from '@tensorflow/tfjs';
import { multiply } from '@/lib/training/worker/wasm-kernels/products';
import {
  release,
  runKernel,
  wasmKernel,
  type KernelCall,
  type WasmBackend,
} from '@/lib/training/worker/wasm-kernels/wasm-backend';

interface Attrs {
  readonly transposeA: boolean;
  readonly transposeB: boolean;
}

/** Rows and columns of what tfjs hands over as a batch of one matrix; null for real batches. */
function matrixSize({ shape }: tf.TensorInfo): readonly [number, number] | null {
  const [batch, rows, columns] = shape;
  return shape.length === 3 && batch === 1 && rows !== undefined && columns !== undefined ? [rows, columns] : null;
}

const elements = ({ shape }: tf.TensorInfo): number => shape.reduce((product, size) => product * size, 1);

function transposed(x: tf.TensorInfo, backend: WasmBackend): tf.TensorInfo {
  return runKernel('Transpose', { x }, { backend, attrs: { perm: [0, 2, 1] } });
}

/**
 * Matrix products with a transposed factor, which the gradients of dense layers are made of. tfjs's wasm backend does
 * only plain products with XNNPACK and the others in plain loops, about seven times slower: here the smaller matrices
 * are transposed and the product is a plain one.
 *   aᵀ·b = (aᵀ)·b        a·bᵀ = (b·aᵀ)ᵀ where b is the larger, a·(bᵀ) otherwise        aᵀ·bᵀ = (b·a)ᵀ
 * Where the compiled kernels run, they need no transposes.
 */
function productWith(stock: tf.KernelFunc | undefined) {
  return ({ inputs, backend, attrs }: KernelCall<'a' | 'b'>): tf.TensorInfo => {
    const { a, b } = inputs;
    const { transposeA, transposeB } = attrs as unknown as Attrs;
    const product = multiply(backend, { a, b, transposeA, transposeB });
    if (product !== null) return product;
    const plain = (left: tf.TensorInfo, right: tf.TensorInfo): tf.TensorInfo =>
      runStock({ a: left, b: right }, { transposeA: false, transposeB: false });
    const isMatrix = matrixSize(a) !== null && matrixSize(b) !== null;
    if (!isMatrix || (!transposeA && !transposeB)) return runStock(inputs, attrs);
    if (transposeA && !transposeB) return releasing(transposed(a, backend), (turned) => plain(turned, b));
    if (transposeA) return releasing(plain(b, a), (turned) => transposed(turned, backend));
    if (elements(b) <= elements(a)) return releasing(transposed(b, backend), (turned) => plain(a, turned));
    const turnedProduct = releasing(transposed(a, backend), (turned) => plain(b, turned));
    return releasing(turnedProduct, (turned) => transposed(turned, backend));

    function runStock(factors: Readonly<Record<'a' | 'b', tf.TensorInfo>>, how: tf.NamedAttrMap): tf.TensorInfo {
      if (stock === undefined) throw new Error('The wasm backend has no matrix product.');
      return stock({ inputs: factors, backend, attrs: how }) as tf.TensorInfo;
    }

    function releasing(part: tf.TensorInfo, use: (part: tf.TensorInfo) => tf.TensorInfo): tf.TensorInfo {
      const result = use(part);
      release(backend, part);
      return result;
    }
  };
}

interface FusedAttrs extends Attrs {
  readonly activation?: string;
}

type FusedCall = KernelCall<'a' | 'b'> & { readonly inputs: { readonly bias?: tf.TensorInfo | undefined } };

/** A dense layer's product and bias in one; tfjs's own kernel remains for activations. */
function fusedProductWith(stock: tf.KernelFunc | undefined) {
  return ({ inputs, backend, attrs }: FusedCall): tf.TensorInfo => {
    const { a, b, bias } = inputs;
    const { transposeA, transposeB, activation = 'linear' } = attrs as unknown as FusedAttrs;
    const isPlain = activation === 'linear' && (bias === undefined || bias.shape.length === 1);
    const product = isPlain ? multiply(backend, { a, b, transposeA, transposeB, bias }) : null;
    if (product !== null) return product;
    if (stock === undefined) throw new Error('The wasm backend has no matrix product.');
    return stock({ inputs: { ...inputs }, backend, attrs }) as tf.TensorInfo;
  };
}

export function fusedMatrixProduct(stock: tf.KernelFunc | undefined): tf.KernelConfig {
  return wasmKernel('_FusedMatMul', fusedProductWith(stock));
}

/** `stock` is tfjs's own kernel, which does the plain products. */
export function matrixProduct(stock: tf.KernelFunc | undefined): tf.KernelConfig {
  return wasmKernel('BatchMatMul', productWith(stock));
}
