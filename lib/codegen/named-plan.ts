import type { NodeId } from '@/lib/core/ids';
import type { ModelPlan, PlanLayer } from '@/lib/compile/plan';
import { isCustomKerasClass, KERAS_CLASSES } from '@/lib/layers/keras-classes';
import { identifier, uniqueNames } from '@/lib/codegen/names';

/** Names that generated files use for other things. */
const TAKEN = ['tf', 'createModel', 'inputShape', 'classes'];

/**
 * The identifier of every plan layer, by plan name: from the person's own title where there is one, else from the id. A
 * helper layer (the padding before a convolution) is named after the layer it serves.
 */
export function layerNames(
  plan: ModelPlan,
  titles: Readonly<Record<NodeId, string | undefined>>,
): ReadonlyMap<string, string> {
  const own = plan.layers.filter((layer) => layer.name === layer.node);
  const helpers = plan.layers.filter((layer) => layer.name !== layer.node);
  return uniqueNames(
    [
      ...own.map(({ name, node }) => ({ key: name, texts: [titles[node] ?? '', name] })),
      ...helpers.map((layer) => ({ key: layer.name, texts: [helperName(layer, titles)] })),
    ],
    [
      ...TAKEN,
      ...plan.layers
        .map(({ callee }) => callee)
        .filter(isCustomKerasClass)
        .map((own) => KERAS_CLASSES[own].factory),
    ],
  );
}

function helperName({ name, node }: PlanLayer, titles: Readonly<Record<NodeId, string | undefined>>): string {
  const suffix = name.startsWith(node) ? name.slice(node.length) : name;
  const base = titles[node] ?? '';
  return `${identifier(base) === '' ? node : base} ${suffix}`;
}

/** The plan with every layer named as in the generated code: what its weights and its model.json go by. */
export function renamePlan(plan: ModelPlan, names: ReadonlyMap<string, string>): ModelPlan {
  const rename = (name: string) => names.get(name) ?? name;
  return {
    ...plan,
    layers: plan.layers.map((layer) => ({ ...layer, name: rename(layer.name), inputs: layer.inputs.map(rename) })),
    inputs: plan.inputs.map(rename),
    outputs: plan.outputs.map(rename),
  };
}
