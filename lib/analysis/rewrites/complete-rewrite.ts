import type { RewriteId } from '@/lib/core/design-problem';
import { applyCommand } from '@/lib/document/apply-command';
import type { Command } from '@/lib/document/command';
import { analyze } from '@/lib/analysis/analyze';
import type { Diagnostic } from '@/lib/analysis/diagnostic';
import type { RewritePlan, RewriteRequest } from '@/lib/analysis/rewrites/plan-rewrites';

/** Rewrites that leave every shape behind them as it was cannot break anything. */
const SAFE: ReadonlySet<RewriteId> = new Set<RewriteId>([
  'stack-of-3x3',
  'depthwise-separable',
  'bottleneck',
  'asymmetric',
  'strided-convolution',
  'insert-batch-norm',
  'replace-activations',
]);

/** What is not whole after as many rounds of mends is another network. */
const MOST_ROUNDS = 6;

/**
 * The plan with what it takes to leave the design without new errors: a projection where two branches differ now. Null
 * where that does not help.
 */
export function completeRewrite(
  request: Pick<RewriteRequest, 'document' | 'analysis' | 'task'>,
  plan: RewritePlan,
): RewritePlan | null {
  if (SAFE.has(plan.kind)) return plan;
  const known = new Set(errorsOf(request.analysis.diagnostics).map(textOf));
  const commands: Command[] = [...plan.commands];
  let document = commands.reduce(applyCommand, request.document);
  for (let round = 0; round <= MOST_ROUNDS; round += 1) {
    const errors = errorsOf(analyze(document, request.task).diagnostics).filter((error) => !known.has(textOf(error)));
    if (errors.length === 0) return { ...plan, commands };
    const before = document;
    for (const { fixes } of errors) {
      const mend = fixes.find(({ command }) => command.kind !== 'remove')?.command;
      const mended = mend === undefined ? document : applyCommand(document, mend);
      if (mend === undefined || mended === document) continue;
      commands.push(mend);
      document = mended;
    }
    if (document === before) return null;
  }
  return null;
}

function errorsOf(diagnostics: readonly Diagnostic[]): readonly Diagnostic[] {
  return diagnostics.filter(({ severity }) => severity === 'error');
}

function textOf({ code, place }: Diagnostic): string {
  return JSON.stringify([code, place]);
}
