import type { ModelPlan } from '@/lib/compile/plan';
import type { Dataset, Target } from '@/lib/datasets/dataset';
import { headsOf, targetKind } from '@/lib/datasets/heads';
import type { TrainingSettings } from '@/lib/document/training-settings';

interface Learned {
  readonly settings: TrainingSettings;
  readonly dataset: Dataset;
}

/** What the first output of a network learns: what its score says follows from it. */
export function learnedKind(plan: ModelPlan, { settings, dataset }: Learned): Target['kind'] {
  const [first] = learnedHeads(plan, { settings, dataset });
  return first === undefined ? 'classes' : targetKind(dataset, first.target);
}

/** What each output of a network learns, in their order. */
export function learnedHeads(plan: ModelPlan, { settings, dataset }: Learned): ReturnType<typeof headsOf> {
  const outputs = plan.outputs.map((name) => {
    const layer = plan.layers.find((each) => each.name === name);
    return { node: layer?.node ?? name, shape: layer?.outputShape ?? plan.outputShape };
  });
  return headsOf(outputs, settings, dataset);
}
