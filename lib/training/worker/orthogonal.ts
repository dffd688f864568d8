import * as tf from '@tensorflow/tfjs';
import { createRandom, type Random } from '@/lib/core/random';

interface OrthogonalArgs {
  gain?: number;
  seed?: number | null;
}

/**
 * The start values of recurrent kernels (Saxe et al. 2013): rows or columns, whichever are fewer, of length 1 and at right
 * angles. In place of TensorFlow.js's own, which takes ten seconds for 128 units; this one takes milliseconds, and the same
 * seed gives the same values on every backend.
 */
export class Orthogonal extends tf.serialization.Serializable {
  static className = 'Orthogonal';
  private readonly gain: number;
  private readonly seed: number | null;

  constructor(args: OrthogonalArgs = {}) {
    super();
    this.gain = args.gain ?? 1;
    this.seed = args.seed ?? null;
  }

  apply(shape: number[]): tf.Tensor {
    const [rows = 1, columns = 1] = shape;
    if (shape.length !== 2) throw new Error('Orthogonal start values are for matrices only.');
    const [count, length] = rows <= columns ? [rows, columns] : [columns, rows];
    const vectors = atRightAngles(count, length, createRandom(this.seed ?? Math.floor(Math.random() * 2 ** 31)));
    const values = Float32Array.from({ length: rows * columns }, (_, index) => {
      const [row, column] = [Math.floor(index / columns), index % columns];
      const value = rows <= columns ? vectors[row]?.[column] : vectors[column]?.[row];
      return this.gain * (value ?? 0);
    });
    return tf.tensor2d(values, [rows, columns]);
  }

  getConfig(): tf.serialization.ConfigDict {
    return { gain: this.gain, seed: this.seed };
  }
}

/** Normal vectors, each made orthogonal to those before it (Gram–Schmidt, as modified). */
function atRightAngles(count: number, length: number, random: Random): Float64Array[] {
  const vectors: Float64Array[] = [];
  for (let index = 0; index < count; index++) {
    const vector = Float64Array.from({ length }, () => normal(random));
    for (const other of vectors) {
      const along = dot(vector, other);
      for (let at = 0; at < length; at++) vector[at] = (vector[at] ?? 0) - along * (other[at] ?? 0);
    }
    const size = Math.sqrt(dot(vector, vector));
    vectors.push(vector.map((value) => value / size));
  }
  return vectors;
}

function dot(a: Float64Array, b: Float64Array): number {
  let sum = 0;
  for (let at = 0; at < a.length; at++) sum += (a[at] ?? 0) * (b[at] ?? 0);
  return sum;
}

/** Box & Muller 1958. */
function normal(random: Random): number {
  const radius = Math.sqrt(-2 * Math.log((random.next() + 1) / 2 ** 32));
  return radius * Math.cos(2 * Math.PI * (random.next() / 2 ** 32));
}

/** From then on every layer that asks for orthogonal start values gets these. */
export function registerOrthogonal(): void {
  tf.serialization.registerClass(Orthogonal);
}
