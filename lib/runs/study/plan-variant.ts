import type { Document } from '@/lib/document/document';
import { documentFile } from '@/lib/document/save';
import type { AnalysisTask } from '@/lib/analysis/analysis';
import { applyChange } from '@/lib/runs/study/apply-change';
import { repairDesign } from '@/lib/runs/study/repair-design';
import { takes } from '@/lib/runs/study/settings';
import type { LeftOut, Repair, StudyChange, VariantPlan } from '@/lib/runs/study/study';

/**
 * A variant's design: the changes in order, each on a design that is whole again, so that the next finds its layers. A
 * variant that cannot be made whole, or in which a change finds nothing to do, is left out with the reason.
 */
export function planVariant(base: Document, changes: readonly StudyChange[], task: AnalysisTask | null): VariantPlan {
  const repairs: Repair[] = [];
  let whole = repairDesign(base, task);
  repairs.push(...whole.repairs);
  for (const [index, change] of changes.entries()) {
    if (whole.analysis.hasErrors) break;
    const changed = applyChange(whole.document, change, task);
    if (changed === whole.document && !isSettingOfBase(change))
      return leftOut({ kind: 'nothing-to-change', change: index });
    whole = repairDesign(changed, task);
    repairs.push(...whole.repairs);
  }
  const { document, analysis } = whole;
  const error = analysis.diagnostics.find(({ severity }) => severity === 'error');
  if (error !== undefined) {
    const { code, values } = error;
    return leftOut({ kind: 'errors', error: { code, values } as LeftOutError });
  }
  if (analysis.output === null) return leftOut({ kind: 'empty' });
  if (analysis.isLimited) return leftOut({ kind: 'limited' });
  const { params, macs } = analysis.totals;
  return { kind: 'ready', document: documentFile(document), params, macs, repairs };
}

/** A search comes by the base's own value too: that is a point of it as any other. */
function isSettingOfBase(change: StudyChange): boolean {
  return change.kind === 'set' && takes(change.setting, change.value);
}

type LeftOutError = Extract<LeftOut, { kind: 'errors' }>['error'];

function leftOut(reason: LeftOut): VariantPlan {
  return { kind: 'left-out', reason };
}
