import type { ProblemCode, ProblemValues } from '@/lib/core/problem';
import type { Diagnostic, Fix, Place, Severity } from '@/lib/analysis/diagnostic';

/** An error stands in the way of training and export; a warning is probably a mistake; a hint is worth knowing. */
export const SEVERITIES: Readonly<Record<ProblemCode, Severity>> = {
  'shape/window-too-large': 'error',
  'shape/rank-unsupported': 'error',
  'shape/needs-vector': 'error',
  'shape/add-unequal': 'error',
  'shape/concatenate-unequal': 'error',
  'shape/merge-unequal': 'error',
  'shape/multiply-unequal': 'error',
  'shape/permute-axes': 'error',
  'shape/reshape-mismatch': 'error',
  'shape/slice-outside': 'error',
  'shape/attention-unequal': 'error',
  'browser/gru-reset-after': 'warning',
  'layer/unknown-class': 'error',
  'shape/parts-do-not-divide': 'error',
  'shape/groups-do-not-divide': 'error',
  'shape/too-large': 'error',
  'param/not-integer': 'error',
  'param/not-odd': 'error',
  'param/not-a-number': 'error',
  'param/out-of-range': 'error',
  'param/not-text': 'error',
  'param/unknown-option': 'error',
  'param/stride-with-dilation': 'error',
  'topology/cycle': 'error',
  'topology/missing-input': 'error',
  'topology/too-few-inputs': 'error',
  'topology/extra-input': 'error',
  'topology/unreachable': 'hint',
  'topology/no-input-layer': 'error',
  'topology/several-inputs': 'error',
  'topology/several-outputs': 'error',
  'topology/unused-output': 'warning',
  'block/no-output': 'error',
  'block/repeat-needs-one-input': 'error',
  'block/too-many-layers': 'error',
  'task/input-shape': 'error',
  'task/output-units': 'error',
  'task/output-not-vector': 'error',
  'task/several-outputs': 'error',
  'task/output-shape': 'error',
  'task/unknown-target': 'error',
  'task/loss-target': 'error',
  'task/hinge-with-mixup': 'warning',
  'task/softmax-in-middle': 'warning',
  'task/no-softmax': 'hint',
  'design/empty': 'hint',
  'design/linear-stack': 'hint',
  'design/no-activation': 'hint',
  'design/saturating-stack': 'hint',
  'design/large-kernel': 'hint',
  'design/heavy-dense': 'hint',
  'design/dropout-before-batch-norm': 'hint',
  'design/bias-before-batch-norm': 'hint',
  'design/stride-over-kernel': 'hint',
  'design/small-field': 'hint',
  'design/whole-field': 'hint',
  'design/kernel-over-image': 'hint',
  'design/dropped-edge': 'hint',
};

interface Where {
  readonly place: Place;
  readonly related?: readonly Place[];
  readonly fixes?: readonly Fix[];
}

export function report<C extends ProblemCode>(
  code: C,
  values: Readonly<ProblemValues[C]>,
  { place, related = [], fixes = [] }: Where,
): Diagnostic {
  // The compiler cannot follow that code and values belong together once they are generic; the signature sees to it.
  return { code, severity: SEVERITIES[code], values, place, related, fixes } as Diagnostic;
}

export function atNode(node: string): Place {
  return { kind: 'node', node };
}
