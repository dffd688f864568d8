import * as tf from '@tensorflow/tfjs';

export interface SeededDropoutArgs {
  name?: string;
  /** Share of the values that are set to zero, in [0, 1). */
  rate: number;
  seed?: number;
}

/**
 * Dropout (Srivastava et al. 2014) with a fresh mask at every step that depends on `seed` and `step` alone: a run can be
 * repeated and resumed. TensorFlow.js's own dropout repeats one mask for ever when it is given a seed.
 */
export class SeededDropout extends tf.layers.Layer {
  static className = 'SeededDropout';
  readonly rate: number;
  seed: number;
  /** Training steps so far; set it to resume a run. */
  step = 0;

  constructor(args: SeededDropoutArgs) {
    super({ ...args });
    this.rate = args.rate;
    this.seed = args.seed ?? 0;
    this.supportsMasking = true;
  }

  override call(inputs: tf.Tensor | tf.Tensor[], kwargs: { training?: boolean }): tf.Tensor {
    const input = Array.isArray(inputs) ? inputs[0] : inputs;
    if (input === undefined) throw new Error(`${this.name} got no input.`);
    if (kwargs.training !== true || this.rate === 0) return input;
    const maskSeed = (Math.imul(this.step, 0x9e3779b1) ^ Math.imul(this.seed + 1, 0x85ebca6b)) >>> 1;
    this.step += 1;
    return tf.dropout(input, this.rate, undefined, maskSeed);
  }

  override computeOutputShape(inputShape: tf.Shape | tf.Shape[]): tf.Shape | tf.Shape[] {
    return inputShape;
  }

  override getConfig(): tf.serialization.ConfigDict {
    return { ...super.getConfig(), rate: this.rate, seed: this.seed };
  }
}

export function seededDropout(args: SeededDropoutArgs): SeededDropout {
  return new SeededDropout(args);
}

tf.serialization.registerClass(SeededDropout);
