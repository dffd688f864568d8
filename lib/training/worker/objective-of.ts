import type * as tf from '@tensorflow/tfjs';
import { INPUT_TARGET } from '@/lib/core/learning';
import { headsOf, targetKind, targetShape, type Targets } from '@/lib/datasets/heads';
import type { TrainingSettings } from '@/lib/document/training-settings';
import type { ModelPlan } from '@/lib/compile/plan';
import { classWeightsOf } from '@/lib/training/class-weights';
import { createObjective, type Objective, type ObjectiveHead } from '@/lib/training/worker/objective';
import { WorkerFailure } from '@/lib/training/worker/failure';
import { formatShape, sameShape, type Shape } from '@/lib/core/tensor-type';
import type { TargetColumn } from '@/lib/training/worker/samples';

/** The samples that are trained on, for weights by how often each class occurs. */
export interface TrainedSamples {
  readonly targets: readonly TargetColumn[];
  readonly indices: Uint32Array;
}

/** What a plan's model is trained on with this data. The page checks the shapes too; a mismatch would train on nonsense. */
export function objectiveOf(
  { plan, model }: { readonly plan: ModelPlan; readonly model: tf.LayersModel },
  {
    settings,
    data,
    trained,
  }: {
    readonly settings: TrainingSettings;
    readonly data: Targets;
    readonly trained: TrainedSamples | null;
  },
): Objective {
  const outputs = plan.outputs.map((name) => outputOf(plan, name));
  const heads = headsOf(outputs, settings, data).map((head, index): ObjectiveHead => {
    const { target, loss, weight } = head;
    requireShape(head.node, outputs[index]?.shape ?? [], targetShape(data, target), target);
    const column = data.targets.findIndex(({ name }) => name === target);
    const weights = trained === null || column < 0 ? null : classWeightsIn(trained, column, settings);
    return {
      target: column < 0 ? 'input' : column,
      kind: targetKind(data, target),
      loss,
      weight,
      classWeights: weights,
    };
  });
  return createObjective(model, heads, settings.lossOptions);
}

function outputOf(plan: ModelPlan, name: string): { readonly node: string; readonly shape: Shape } {
  const layer = plan.layers.find((each) => each.name === name);
  return { node: layer?.node ?? name, shape: layer?.outputShape ?? plan.outputShape };
}

function requireShape(node: string, got: Shape, wanted: Shape | null, target: string): void {
  if (wanted !== null && sameShape(got, wanted)) return;
  const asked = wanted === null ? 'the data set does not have' : `takes ${formatShape(wanted)}`;
  const detail = `the output gives ${formatShape(got)}; its target ${target === INPUT_TARGET ? 'input' : `“${target}”`} ${asked}`;
  throw new WorkerFailure('training/shape-mismatch', detail, node);
}

function classWeightsIn(
  { targets, indices }: TrainedSamples,
  index: number,
  { lossOptions }: TrainingSettings,
): readonly number[] | null {
  const column = targets[index];
  if (column?.kind !== 'classes') return null;
  const counts = new Array<number>(column.width).fill(0);
  for (const sample of indices) {
    const label = column.classes[sample] ?? 0;
    counts[label] = (counts[label] ?? 0) + 1;
  }
  return classWeightsOf(lossOptions.classWeights, counts);
}
