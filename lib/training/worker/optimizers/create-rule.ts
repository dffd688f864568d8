import type { OptimizerName, OptimizerSettings } from '@/lib/core/learning';
import { createAdadelta } from '@/lib/training/worker/optimizers/adadelta';
import { createAdagrad } from '@/lib/training/worker/optimizers/adagrad';
import { createAdam } from '@/lib/training/worker/optimizers/adam';
import { createAdamax } from '@/lib/training/worker/optimizers/adamax';
import { createLion } from '@/lib/training/worker/optimizers/lion';
import { createMomentum } from '@/lib/training/worker/optimizers/momentum';
import { createNesterov } from '@/lib/training/worker/optimizers/nesterov';
import { createRmsprop } from '@/lib/training/worker/optimizers/rmsprop';
import { createSgd } from '@/lib/training/worker/optimizers/sgd';
import type { UpdateRule } from '@/lib/training/worker/optimizers/update-rule';

/**
 * How weight decay λ enters: 'decoupled' shrinks the weight by α λ apart from the step (Loshchilov & Hutter, "Decoupled
 * Weight Decay Regularization", 2019); 'gradient' adds λ θ to the gradient, as L2 regularization does.
 */
export type Decay = 'gradient' | 'decoupled';

interface Method {
  readonly create: (settings: OptimizerSettings) => UpdateRule;
  readonly decay: Decay;
}

const METHODS = {
  sgd: { create: createSgd, decay: 'gradient' },
  momentum: { create: createMomentum, decay: 'gradient' },
  nesterov: { create: createNesterov, decay: 'gradient' },
  rmsprop: { create: createRmsprop, decay: 'gradient' },
  adagrad: { create: createAdagrad, decay: 'gradient' },
  adadelta: { create: createAdadelta, decay: 'gradient' },
  adam: { create: createAdam, decay: 'gradient' },
  adamw: { create: createAdam, decay: 'decoupled' },
  adamax: { create: createAdamax, decay: 'gradient' },
  lion: { create: createLion, decay: 'decoupled' },
} satisfies Record<OptimizerName, Method>;

export function createRule(settings: OptimizerSettings): { readonly rule: UpdateRule; readonly decay: Decay } {
  const { create, decay } = METHODS[settings.name];
  return { rule: create(settings), decay };
}
