/** @jest-environment node */
import * as tf from '@tensorflow/tfjs';
import { MathBackendWebGL } from '@tensorflow/tfjs-backend-webgl';

/** Why losses and optimizers are our own. When one of these fails with a new version, that reason is gone. */
describe('faults of TensorFlow.js that are worked around', () => {
  beforeAll(() => tf.setBackend('cpu'));

  it('the gradient of an absolute value at 0 is −1, where it should be 0', () => {
    const gradient = tf.grad((x) => tf.abs(x))(tf.tensor1d([-2, 0, 2]));
    expect(Array.from(gradient.dataSync())).toEqual([-1, -1, 1]);
  });

  it('WebGL takes 32 bits for 16, so that the usual epsilon there is a thousand times too large', () => {
    tf.env().set('WEBGL_RENDER_FLOAT32_ENABLED', true);
    const backend = Object.create(MathBackendWebGL.prototype) as MathBackendWebGL;
    expect(backend.floatPrecision()).toBe(16);
    expect(backend.epsilon()).toBe(1e-4);
    expect(tf.backend().epsilon()).toBe(1e-7);
  });

  it('Adamax does not give its state away', async () => {
    await expect(async () => tf.train.adamax(0.1).getWeights()).rejects.toThrow('not implemented');
  });

  it('Adam keeps no running products, so that a run that goes on is not the same', async () => {
    const weight = tf.variable(tf.scalar(1));
    const adam = tf.train.adam(0.1);
    for (let step = 0; step < 20; step += 1) adam.minimize(() => tf.square(weight), false, [weight]);
    const restored = tf.train.adam(0.1);
    await restored.setWeights(await adam.getWeights());
    expect(productOf(restored)).not.toBe(productOf(adam));
    expect(productOf(restored)).toBeCloseTo(productOf(adam), 6);
  });
});

/** β₂ to the power of the steps, which is private. */
function productOf(adam: tf.AdamOptimizer): number {
  const { accBeta2 } = adam as unknown as { readonly accBeta2: tf.Scalar };
  return accBeta2.dataSync()[0] ?? Number.NaN;
}
