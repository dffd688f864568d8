import * as tf from '@tensorflow/tfjs';
import { startValues, type StartValues } from '@/lib/training/worker/start-values';

export interface MultiHeadAttentionArgs {
  name?: string;
  numHeads: number;
  /** Width of each head's queries and keys. */
  keyDim: number;
  /** Width of each head's values; as `keyDim` when left out. */
  valueDim?: number | null;
  useBias?: boolean;
  /** 'glorotUniform' when left out. */
  kernelInitializer?: StartValues;
  /** Zeros when left out. */
  biasInitializer?: StartValues;
}

interface Projection {
  readonly kernel: tf.LayerVariable;
  readonly bias: tf.LayerVariable | undefined;
}

/**
 * Attention with several heads (Vaswani et al. 2017), with the weights and the order of Keras's layer of that name: takes
 * query, value and key (batch × length × features); the key is the value and the value the query where left out.
 */
export class MultiHeadAttention extends tf.layers.Layer {
  static className = 'MultiHeadAttention';
  private readonly args: MultiHeadAttentionArgs;
  private readonly heads: number;
  private readonly keyDim: number;
  private readonly valueDim: number;
  private readonly projections = new Map<string, Projection>();

  constructor(args: MultiHeadAttentionArgs) {
    super({ ...args });
    this.args = args;
    this.heads = args.numHeads;
    this.keyDim = args.keyDim;
    this.valueDim = args.valueDim ?? args.keyDim;
  }

  override build(inputShape: tf.Shape | tf.Shape[]): void {
    const [query, value, key] = threeOf(shapesOf(inputShape));
    const { heads, keyDim, valueDim } = this;
    this.addProjection('query', [query.at(-1) ?? 0, heads, keyDim], [heads, keyDim]);
    this.addProjection('key', [key.at(-1) ?? 0, heads, keyDim], [heads, keyDim]);
    this.addProjection('value', [value.at(-1) ?? 0, heads, valueDim], [heads, valueDim]);
    this.addProjection('output', [heads, valueDim, query.at(-1) ?? 0], [query.at(-1) ?? 0]);
    this.built = true;
  }

  private addProjection(name: string, shape: number[], biasShape: number[]): void {
    const { kernelInitializer = 'glorotUniform', biasInitializer = 'zeros' } = this.args;
    // Each kernel its own numbers: with one seed, queries and keys would start alike.
    const start = startValues(kernelInitializer, this.projections.size);
    const kernel = this.addWeight(`${name}_kernel`, shape, 'float32', start);
    const hasBias = this.args.useBias ?? true;
    const bias = hasBias
      ? this.addWeight(`${name}_bias`, biasShape, 'float32', startValues(biasInitializer))
      : undefined;
    this.projections.set(name, { kernel, bias });
  }

  override call(inputs: tf.Tensor | tf.Tensor[]): tf.Tensor {
    return tf.tidy(() => {
      const [query, value, key] = threeOf(Array.isArray(inputs) ? inputs : [inputs]);
      const [batch = 0, length = 0, features = 0] = query.shape;
      const scores = tf.matMul(this.perHead(query, 'query'), this.perHead(key, 'key'), false, true);
      const shares = tf.softmax(tf.mul(scores, 1 / Math.sqrt(this.keyDim)));
      const seen = tf.matMul(shares, this.perHead(value, 'value')).reshape([batch, this.heads, length, this.valueDim]);
      const together = tf.transpose(seen, [0, 2, 1, 3]).reshape([batch * length, this.heads * this.valueDim]);
      return this.project(together, 'output', features).reshape([batch, length, features]);
    });
  }

  /** (batch · heads) × length × width. */
  private perHead(input: tf.Tensor, name: string): tf.Tensor {
    const [batch = 0, length = 0, features = 0] = input.shape;
    const width = name === 'value' ? this.valueDim : this.keyDim;
    const projected = this.project(input.reshape([batch * length, features]), name, this.heads * width);
    const split = projected.reshape([batch, length, this.heads, width]);
    return tf.transpose(split, [0, 2, 1, 3]).reshape([batch * this.heads, length, width]);
  }

  private project(rows: tf.Tensor, name: string, width: number): tf.Tensor {
    const projection = this.projections.get(name);
    if (projection === undefined) throw new Error(`${this.name} was called before it was built.`);
    const kernel = tf.reshape(projection.kernel.read(), [rows.shape[1] ?? 0, width]);
    const product = tf.matMul(rows, kernel);
    return projection.bias === undefined ? product : tf.add(product, projection.bias.read().reshape([width]));
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape {
    return threeOf(shapesOf(inputShape))[0];
  }

  override getConfig(): tf.serialization.ConfigDict {
    const { numHeads, keyDim, valueDim, useBias, kernelInitializer, biasInitializer } = this.args;
    const start = {
      ...(kernelInitializer === undefined ? {} : { kernelInitializer }),
      ...(biasInitializer === undefined ? {} : { biasInitializer }),
    };
    const config = { numHeads, keyDim, valueDim: valueDim ?? null, useBias: useBias ?? true, ...start };
    return { ...super.getConfig(), ...config } as tf.serialization.ConfigDict;
  }
}

function shapesOf(inputShape: tf.Shape | tf.Shape[]): tf.Shape[] {
  return Array.isArray(inputShape[0]) ? (inputShape as tf.Shape[]) : [inputShape as tf.Shape];
}

function threeOf<T>([query, value, key]: T[]): [T, T, T] {
  if (query === undefined) throw new Error('MultiHeadAttention got no input.');
  return [query, value ?? query, key ?? value ?? query];
}

export function multiHeadAttention(args: MultiHeadAttentionArgs): MultiHeadAttention {
  return new MultiHeadAttention(args);
}

tf.serialization.registerClass(MultiHeadAttention);
