import type { ModelPlan } from '@/lib/compile/plan';
import type { Dataset, Target } from '@/lib/datasets/dataset';
import { headsOf, targetKind } from '@/lib/datasets/heads';
import type { TrainingSettings } from '@/lib/document/training-settings';

/** What the first output of a network learns: what its score says follows from it. */
export function learnedKind(
  plan: ModelPlan,
  { settings, dataset }: { readonly settings: TrainingSettings; readonly dataset: Dataset },
): Target['kind'] {
  const outputs = plan.outputs.map((name) => {
    const layer = plan.layers.find((each) => each.name === name);
    return { node: layer?.node ?? name, shape: layer?.outputShape ?? plan.outputShape };
  });
  const [first] = headsOf(outputs, settings, dataset);
  return first === undefined ? 'classes' : targetKind(dataset, first.target);
}
