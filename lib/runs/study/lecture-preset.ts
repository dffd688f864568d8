import type { Document } from '@/lib/document/document';
import { buildLectureMnist } from '@/lib/document/templates/lecture-mnist';
import { layerDefinition } from '@/lib/layers/registry';
import { plainActivation } from '@/lib/analysis/rules/activation-fix';
import type { AnalysisTask } from '@/lib/analysis/analysis';
import { applyChange } from '@/lib/runs/study/apply-change';
import { repairDesign } from '@/lib/runs/study/repair-design';
import type { StudyChange } from '@/lib/runs/study/study';

export interface Preset {
  readonly base: Document;
  /** Of each variant, in order; none: the base as it is. */
  readonly variants: readonly (readonly StudyChange[])[];
}

/**
 * The four variants of the lecture on what the parts of a convolutional network bring: the network with the activation
 * of its laboratory, the sigmoid; with ReLU; without pooling; without convolutions, the pooling kept.
 */
export function lecturePreset(design: Document | null, task: AnalysisTask | null): Preset {
  const lecture = buildLectureMnist();
  const saturating = Object.values(lecture.nodes).find(({ type }) => layerDefinition(type)?.nature === 'saturating');
  const swap = (to: string | undefined): readonly StudyChange[] =>
    to === undefined ? [] : [{ kind: 'swap-activation', from: null, to }];
  const base = design ?? lecture;
  const whole = repairDesign(base, task);
  const [toSigmoid] = swap(saturating?.type);
  return {
    base: toSigmoid === undefined || whole.analysis.hasErrors ? base : applyChange(whole.document, toSigmoid, task),
    variants: [
      [],
      swap(plainActivation()?.type),
      [{ kind: 'rewrite', rewrite: 'remove-pooling' }],
      [{ kind: 'rewrite', rewrite: 'remove-convolutions' }],
    ],
  };
}
