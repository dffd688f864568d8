import type { Diagnostic, Fix } from '@/lib/analysis/diagnostic';
import type { Workspace } from '@/lib/state/workspace';
import type { Analysis } from '@/lib/analysis/analysis';

/** What a data set asks of a design, in the order in which it is mended: what follows depends on what comes in. */
const CODES = ['task/input-shape', 'task/output-not-vector', 'task/output-units'] as const;
/** Each mend leaves fewer of them; a bound all the same. */
const MOST = 8;

/** The next mend that brings the design nearer to its data set; null where it fits, or nobody knows how. */
export function nextFit({ diagnostics }: Pick<Analysis, 'diagnostics'>): Fix | null {
  if (diagnostics.some(isOfAnotherKind)) return null;
  for (const code of CODES) {
    const fix = diagnostics.find((diagnostic) => diagnostic.code === code)?.fixes[0];
    if (fix !== undefined) return fix;
  }
  return null;
}

/** A network for pictures does not become one for rows of numbers by another input. */
function isOfAnotherKind(diagnostic: Diagnostic): boolean {
  return diagnostic.code === 'task/input-shape' && diagnostic.values.expected.length !== diagnostic.values.got.length;
}

/** Mends the input's shape and the last layer's units, as the problems panel would one by one: one step of undo. */
export function fitDesign({ store, actions }: Pick<Workspace, 'store' | 'actions'>): void {
  const gesture = `fit-dataset:${store.getState().document.training.dataset}`;
  for (let count = 0; count < MOST; count += 1) {
    const fix = nextFit(store.getState().analysis);
    if (fix === null) return;
    actions.apply(fix.command, gesture);
  }
}
