import * as tf from '@tensorflow/tfjs';
import type { BackendName } from '@/lib/training/protocol';
import { mendWebglProducts } from '@/lib/training/worker/webgl-products';
import { CASES, FEW_CASES } from '@/tests/reference/cases';
import { learnedSteps } from '@/tests/reference/learned-steps';
import { referenceSteps } from '@/tests/reference/reference-steps';

export interface StepsDifference {
  readonly name: string;
  /** The largest of a loss or a weight. */
  readonly difference: number;
}

/** How far ten steps on a backend end from the float64 reference; where steps take long, in fewer cases. */
export async function stepDifferences(backend: BackendName): Promise<readonly StepsDifference[]> {
  await tf.setBackend(backend);
  if (backend === 'webgl') mendWebglProducts(tf.backend());
  const isSlow = backend === 'webgl' || backend === 'webgpu';
  const found: StepsDifference[] = [];
  for (const settings of isSlow ? FEW_CASES : CASES) {
    const [ours, reference] = [await learnedSteps(settings), referenceSteps(settings)];
    const [some, others] = [ours, reference].map(({ losses, weights }) => [...losses, ...weights.flat()]);
    const differences = (others ?? []).map((value, at) => Math.abs(value - (some?.[at] ?? Number.NaN)));
    found.push({ name: settings.name, difference: Math.max(...differences) });
  }
  return found;
}

/** How far a product of matrices with an odd inner dimension is off on WebGL, as tfjs has it and as mended. */
export async function oddProductErrors(): Promise<{ readonly stock: number; readonly mended: number }> {
  const product = (): Promise<ArrayLike<number>> =>
    tf
      .tidy(() => {
        const [a, b] = [filled(100, 3), filled(60, 3)];
        return tf.matMul(tf.exp(a), tf.exp(b), false, true);
      })
      .data();
  await tf.setBackend('cpu');
  const right = await product();
  const errorOf = async (): Promise<number> => {
    const values = await product();
    return Math.max(...Array.from(right, (value, at) => Math.abs(value - (values[at] ?? Number.NaN))));
  };
  await tf.setBackend('webgl');
  const stock = await errorOf();
  mendWebglProducts(tf.backend());
  return { stock, mended: await errorOf() };
}

function filled(rows: number, columns: number): tf.Tensor2D {
  return tf.tensor2d(
    Array.from({ length: rows * columns }, (_, at) => Math.sin(at)),
    [rows, columns],
  );
}
