import * as tf from '@tensorflow/tfjs';
import type { OptimizerSettings } from '@/lib/core/learning';
import { createRule } from '@/lib/training/worker/optimizers/create-rule';
import type { StepAt } from '@/lib/training/worker/optimizers/update-rule';

/** A weight that is trained, with a name that stays the same from one session to the next. */
export interface TrainedWeight {
  readonly name: string;
  readonly variable: tf.Variable;
}

/** Changes weights by their gradients. Its state is one tensor per weight and slot, of the weight's shape. */
export interface Optimizer {
  /** Steps taken. */
  readonly steps: number;
  /** One step with a gradient for every weight, in the order of the weights. */
  apply(gradients: readonly tf.Tensor[], rate: number): void;
  /** The state, as it is: `${weight}/${slot}` → the optimizer's own variable, to be read and not kept. */
  readonly slots: ReadonlyMap<string, tf.Variable>;
  /** After the slots were filled from outside. */
  continueFrom(steps: number): void;
  dispose(): void;
}

type Slots = Record<string, tf.Variable>;

/**
 * For these weights. Decay goes for every weight, biases and the scales of normalization with the rest, as PyTorch and
 * Keras have it unless told otherwise.
 */
export function createOptimizer(settings: OptimizerSettings, weights: readonly TrainedWeight[]): Optimizer {
  const { rule, decay } = createRule(settings);
  const { weightDecay } = settings;
  const state = weights.map(({ variable }) => startSlots(variable, rule.slots));
  let steps = 0;

  function stepWeight(variable: tf.Variable, gradient: tf.Tensor, slots: Slots, at: StepAt): void {
    const isShrunk = weightDecay > 0 && decay === 'decoupled';
    const isPulled = weightDecay > 0 && decay === 'gradient';
    const value = isShrunk ? tf.mul(variable, 1 - at.rate * weightDecay) : variable;
    const pulled = isPulled ? tf.add(gradient, tf.mul(variable, weightDecay)) : gradient;
    const next = rule.update({ ...slots, value, gradient: pulled }, at);
    for (const [name, slot] of Object.entries(slots)) assign(slot, next[name]);
    assign(variable, next.value);
  }

  return {
    get steps() {
      return steps;
    },
    apply(gradients, rate) {
      steps += 1;
      const at = { rate, step: steps };
      weights.forEach(({ variable }, index) => {
        const [gradient, slots] = [gradients[index], state[index]];
        if (gradient !== undefined && slots !== undefined) tf.tidy(() => stepWeight(variable, gradient, slots, at));
      });
    },
    slots: new Map(
      weights.flatMap(({ name }, index) =>
        Object.entries(state[index] ?? {}).map(([slot, variable]) => [`${name}/${slot}`, variable] as const),
      ),
    ),
    continueFrom: (taken) => {
      steps = taken;
    },
    dispose: () => tf.dispose(state.flatMap((slots) => Object.values(slots))),
  };
}

function startSlots(variable: tf.Variable, slots: Readonly<Record<string, number>>): Slots {
  const entries = Object.entries(slots).map(
    ([name, start]) => [name, tf.tidy(() => tf.fill(variable.shape, start).variable(false))] as const,
  );
  return Object.fromEntries(entries);
}

function assign(variable: tf.Variable, value: tf.Tensor | undefined): void {
  if (value === undefined) throw new Error('The update rule left out a slot.');
  variable.assign(value);
}
