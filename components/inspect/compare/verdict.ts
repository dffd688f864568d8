import { unitNames } from '@/components/inspect/unit-names';
import type { InspectSubject } from '@/lib/state/inspect-state';
import { learnedKind } from '@/lib/training/learned-kind';

/** What a network makes of its input: a class and its share, or the first of its values. */
export type Verdict =
  | { readonly kind: 'class'; readonly name: string; readonly share: number }
  | { readonly kind: 'value'; readonly value: number };

export function verdictOf(subject: InspectSubject, output: Float32Array): Verdict | null {
  const [first] = subject.plan.outputs;
  const [value] = output;
  if (first === undefined || value === undefined) return null;
  const { plan, dataset, document } = subject;
  if (learnedKind(plan, { settings: document.training, dataset }) !== 'classes') {
    return output.length === 1 ? { kind: 'value', value } : null;
  }
  const best = output.indexOf(Math.max(...output));
  return { kind: 'class', name: unitNames(subject, first)[best] ?? String(best), share: output[best] ?? 0 };
}
