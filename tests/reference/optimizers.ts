import type { OptimizerName, OptimizerSettings } from '@/lib/core/learning';

/** One weight's state: whatever its optimizer remembers. */
export type Memory = Record<string, number>;

/** The weight after one step, in float64; `memory` is changed. `step` counts from 1. */
export type Rule = (
  at: { readonly w: number; readonly g: number; readonly rate: number; readonly step: number },
  memory: Memory,
  constants: OptimizerSettings,
) => number;

const kept = (memory: Memory, name: string, start = 0): number => memory[name] ?? start;

/** Straight from the papers' algorithms; weight decay as `weightDecay` of the settings says it. */
export const RULES: Readonly<Record<OptimizerName, Rule>> = {
  sgd: ({ w, g, rate }) => w - rate * g,
  momentum({ w, g, rate }, memory, { momentum }) {
    const v = momentum * kept(memory, 'v') + g;
    memory['v'] = v;
    return w - rate * v;
  },
  nesterov({ w, g, rate }, memory, { momentum }) {
    const v = momentum * kept(memory, 'v') + g;
    memory['v'] = v;
    return w - rate * (g + momentum * v);
  },
  rmsprop({ w, g, rate }, memory, { decay, epsilon }) {
    const s = decay * kept(memory, 's') + (1 - decay) * g * g;
    memory['s'] = s;
    return w - (rate * g) / Math.sqrt(s + epsilon);
  },
  adagrad({ w, g, rate }, memory, { initialAccumulator, epsilon }) {
    const s = kept(memory, 's', initialAccumulator) + g * g;
    memory['s'] = s;
    return w - (rate * g) / Math.sqrt(s + epsilon);
  },
  adadelta({ w, g, rate }, memory, { rho, epsilon }) {
    const s = rho * kept(memory, 's') + (1 - rho) * g * g;
    const change = (g * Math.sqrt(kept(memory, 'd') + epsilon)) / Math.sqrt(s + epsilon);
    memory['s'] = s;
    memory['d'] = rho * kept(memory, 'd') + (1 - rho) * change * change;
    return w - rate * change;
  },
  adam: ({ w, g, rate, step }, memory, constants) => w - rate * adamDirection({ g, step }, memory, constants),
  adamw: ({ w, g, rate, step }, memory, constants) =>
    w * (1 - rate * constants.weightDecay) - rate * adamDirection({ g, step }, memory, constants),
  adamax({ w, g, rate, step }, memory, { beta1, beta2, epsilon }) {
    const m = beta1 * kept(memory, 'm') + (1 - beta1) * g;
    const u = Math.max(beta2 * kept(memory, 'u'), Math.abs(g));
    Object.assign(memory, { m, u });
    return w - ((rate / (1 - beta1 ** step)) * m) / (u + epsilon);
  },
  lion({ w, g, rate }, memory, { beta1, lionBeta2, weightDecay }) {
    const m = kept(memory, 'm');
    memory['m'] = lionBeta2 * m + (1 - lionBeta2) * g;
    return w - rate * (Math.sign(beta1 * m + (1 - beta1) * g) + weightDecay * w);
  },
};

/** These take weight decay apart from the gradient; it is in their rule. */
export const DECOUPLED: ReadonlySet<OptimizerName> = new Set(['adamw', 'lion']);

function adamDirection(
  { g, step }: { readonly g: number; readonly step: number },
  memory: Memory,
  { beta1, beta2, epsilon }: OptimizerSettings,
): number {
  const m = beta1 * kept(memory, 'm') + (1 - beta1) * g;
  const v = beta2 * kept(memory, 'v') + (1 - beta2) * g * g;
  Object.assign(memory, { m, v });
  return m / (1 - beta1 ** step) / (Math.sqrt(v / (1 - beta2 ** step)) + epsilon);
}
