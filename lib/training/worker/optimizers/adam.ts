import * as tf from '@tensorflow/tfjs';
import { registerAdamKernels } from '@/lib/training/worker/adam/adam-kernels';
import { ADAM_STEP, constantsAt, type AdamConstants } from '@/lib/training/worker/adam/adam-step';
import type { RuleResult, RuleTensors, UpdateRule } from '@/lib/training/worker/optimizers/update-rule';

interface Constants {
  readonly beta1: number;
  readonly beta2: number;
  readonly epsilon: number;
}

type Moments = 'first' | 'second';

/**
 * m ← β₁ m + (1 − β₁) g, v ← β₂ v + (1 − β₂) g², θ ← θ − α m̂ / (√v̂ + ε) with m̂ = m / (1 − β₁ᵗ) and v̂ = v / (1 − β₂ᵗ)
 * (Kingma & Ba 2015, algorithm 1). tfjs's takes fourteen operations for every weight, which is most of a small network's
 * step; here each weight's step is one kernel where there is one.
 */
export function createAdam(constants: Constants): UpdateRule<Moments> {
  registerAdamKernels();
  return {
    slots: { first: 0, second: 0 },
    update(tensors, { rate, step }) {
      const at = constantsAt(step, { ...constants, learningRate: rate });
      const hasKernel = (tf.getKernel(ADAM_STEP, tf.getBackend()) as tf.KernelConfig | undefined) !== undefined;
      return hasKernel ? stepInOne(tensors, at) : stepByOperations(tensors, at);
    },
  };
}

function stepInOne({ value, gradient, first, second }: RuleTensors<Moments>, at: AdamConstants): RuleResult<Moments> {
  const outputs = tf.engine().runKernel(ADAM_STEP, { value, gradient, first, second }, { ...at });
  const [newValue, newFirst, newSecond] = Array.isArray(outputs) ? outputs : [];
  if (newValue === undefined || newFirst === undefined || newSecond === undefined)
    throw new Error(`${ADAM_STEP} gave too little.`);
  return { value: newValue, first: newFirst, second: newSecond };
}

function stepByOperations(tensors: RuleTensors<Moments>, at: AdamConstants): RuleResult<Moments> {
  const { value, gradient } = tensors;
  const { beta1, beta2, rate, epsilon } = at;
  const first = tf.add(tensors.first, tf.mul(tf.sub(gradient, tensors.first), 1 - beta1));
  const second = tf.add(tensors.second, tf.mul(tf.sub(tf.square(gradient), tensors.second), 1 - beta2));
  const change = tf.mul(tf.div(first, tf.add(tf.sqrt(second), epsilon)), rate);
  return { value: tf.sub(value, change), first, second };
}
