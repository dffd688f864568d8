import type { ModelPlan } from '@/lib/compile/plan';
import type { Document } from '@/lib/document/document';
import { layerDefinition } from '@/lib/layers/registry';
import type { WatchedActivation } from '@/lib/training/health';

/** The outputs that are worth a look inside a run: every layer's own, and where it hardly lets a gradient through. */
export function watchedActivations(plan: ModelPlan, flat: Document): readonly WatchedActivation[] {
  const inputs = new Set(plan.inputs);
  return plan.layers.flatMap(({ name, node }): readonly WatchedActivation[] => {
    // A helper (a padding before a convolution) is no layer of the design.
    if (inputs.has(name) || name !== node) return [];
    const definition = layerDefinition(flat.nodes[node]?.type ?? '');
    if (definition === null) return [];
    const { flatOutputs, nature } = definition;
    if (flatOutputs === undefined) return [{ name, flat: null }];
    const [low, high] = flatOutputs;
    return [{ name, flat: { kind: nature === 'saturating' ? 'saturated' : 'dead', low, high } }];
  });
}
