import { NO_DATASET } from '@/lib/document/training-settings';
import type { Locale } from '@/lib/core/locale';
import { formatBytes, formatCount } from '@/lib/messages/figures';
import { formatConstant } from '@/lib/messages/measures';
import { trainingMessages } from '@/lib/messages/training';
import type { RunProblem } from '@/lib/state/run-state';

/** Why a run failed, in one or two sentences. */
export function describeRunProblem(problem: RunProblem, locale: Locale): string {
  const t = trainingMessages[locale];
  switch (problem.kind) {
    case 'design-errors':
      return t.problem.designErrors;
    case 'unknown-dataset':
      return problem.dataset === NO_DATASET ? t.settings.chooseDataset : t.problem.unknownDataset(problem.dataset);
    case 'run-gone':
      return t.problem.runGone;
    case 'cannot-fit': {
      const [needed, limit] = [formatBytes(locale, problem.bytes), formatBytes(locale, problem.limit)];
      return t.problem.cannotFit(needed, limit, t.backend.names[problem.backend]);
    }
    case 'diverged': {
      const [rate, suggestion] = [formatConstant(problem.learningRate), formatConstant(problem.suggestion)];
      const what = t.problem.diverged[problem.outcome.reason](formatCount(locale, problem.outcome.batch));
      return `${what} ${t.problem.divergedCure(rate, suggestion)}`;
    }
    case 'failure':
      return t.problem.failures[problem.failure.code];
  }
}
