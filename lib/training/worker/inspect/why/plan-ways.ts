import type { ModelPlan, PlanLayer } from '@/lib/compile/plan';

export function layerNamed({ layers }: ModelPlan, name: string): PlanLayer {
  const layer = layers.find((each) => each.name === name);
  if (layer === undefined) throw new Error(`the plan has no layer ${name}`);
  return layer;
}

/** The layers that a layer is computed from, itself included, by their names. */
export function leadingTo({ layers }: ModelPlan, name: string): ReadonlySet<string> {
  const names = new Set([name]);
  for (const layer of [...layers].reverse()) {
    if (names.has(layer.name)) for (const input of layer.inputs) names.add(input);
  }
  return names;
}

/** What lies between two layers: that come from the first and lead to the second, which is among them if it is another. */
export function between(plan: ModelPlan, from: string, to: string): readonly PlanLayer[] {
  const leading = leadingTo(plan, to);
  const behind = new Set([from]);
  return plan.layers.filter(({ name, inputs }) => {
    if (!leading.has(name) || !inputs.some((input) => behind.has(input))) return false;
    behind.add(name);
    return true;
  });
}
