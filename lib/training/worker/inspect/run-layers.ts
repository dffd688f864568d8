import * as tf from '@tensorflow/tfjs';
import type { ModelPlan, PlanLayer } from '@/lib/compile/plan';

/** Gives a layer's output; `apply` is what the layer itself does. For gradients of another kind than the layer's own. */
export type ApplyLayer = (layer: PlanLayer, inputs: readonly tf.Tensor[], apply: () => tf.Tensor) => tf.Tensor;

export interface Passage {
  /** Values that are there, by the names of the plan's layers: at least what the wanted ones cannot do without. */
  readonly given: ReadonlyMap<string, tf.Tensor>;
  /** Names of the layers whose outputs are asked for. */
  readonly wanted: readonly string[];
  readonly apply?: ApplyLayer | undefined;
}

/**
 * The outputs of the wanted layers, in their order, as the network in use gives them (nothing is dropped, kept statistics
 * count). Only what leads from the given values to the wanted ones is computed. All tensors are new; the caller disposes
 * them. It may run inside a gradient.
 */
export function runLayers(
  { plan, model }: { readonly plan: ModelPlan; readonly model: tf.LayersModel },
  { given, wanted, apply = (_layer, _inputs, own) => own() }: Passage,
): readonly tf.Tensor[] {
  const steps = stepsTo(plan, { given, wanted });
  const uses = usesOf(steps, wanted);
  return tf.tidy(() => {
    const values = new Map(given);
    for (const step of steps) {
      const inputs = step.inputs.map((name) => valueIn(values, name));
      const layer = model.getLayer(step.name);
      const own = (): tf.Tensor => layer.apply(inputs.length === 1 ? one(inputs) : inputs, IN_USE) as tf.Tensor;
      const value = apply(step, inputs, own);
      values.set(step.name, inputs.includes(value) ? tf.clone(value) : value);
      for (const name of step.inputs) {
        const left = (uses.get(name) ?? 0) - 1;
        uses.set(name, left);
        // What nothing needs any more goes at once: the maps of a batch would fill the memory.
        if (left === 0 && !given.has(name)) values.get(name)?.dispose();
      }
    }
    return wanted.map((name) => tf.clone(valueIn(values, name)));
  });
}

const IN_USE = { training: false };

/** The layers that must be computed for the wanted ones, in the plan's order. */
export function stepsTo(plan: ModelPlan, { given, wanted }: Pick<Passage, 'given' | 'wanted'>): readonly PlanLayer[] {
  const needed = new Set(wanted);
  return [...plan.layers]
    .reverse()
    .filter(({ name, inputs }) => {
      if (!needed.has(name) || given.has(name)) return false;
      for (const input of inputs) needed.add(input);
      return true;
    })
    .reverse();
}

/** How often each value is asked for yet. */
function usesOf(steps: readonly PlanLayer[], wanted: readonly string[]): Map<string, number> {
  const uses = new Map<string, number>();
  for (const name of [...steps.flatMap(({ inputs }) => inputs), ...wanted]) uses.set(name, (uses.get(name) ?? 0) + 1);
  return uses;
}

function valueIn(values: ReadonlyMap<string, tf.Tensor>, name: string): tf.Tensor {
  const value = values.get(name);
  if (value === undefined) throw new Error(`${name} is computed from nothing.`);
  return value;
}

function one<T>(items: readonly T[]): T {
  const [first] = items;
  if (first === undefined) throw new Error('a layer without an input');
  return first;
}
