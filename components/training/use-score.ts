import { useMemo } from 'react';
import { useRun } from '@/components/training/use-run';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import type { Locale } from '@/lib/core/locale';
import type { Target } from '@/lib/datasets/dataset';
import { evaluationMessages, type EvaluationMessages } from '@/lib/messages/evaluation';
import { formatAccuracy, formatDecimal } from '@/lib/messages/measures';
import { trainingMessages, type TrainingMessages } from '@/lib/messages/training';
import { learnedKind } from '@/lib/training/learned-kind';

/** What a run counts besides its loss: a share of right answers, or how far values are off. */
export interface Score {
  readonly isShare: boolean;
  readonly title: string;
  /** Of the test samples. */
  readonly testTitle: string;
  readonly format: (value: number) => string;
}

/** The score of the run at hand; accuracy while there is none. */
export function useScore(): Score {
  const t = useMessages(trainingMessages);
  const words = useMessages(evaluationMessages);
  const locale = useLocale();
  const subject = useRun((run) => run.subject);
  const kind = subject === null ? 'classes' : learnedKind(subject.plan, subject);
  return useMemo(() => scoreOf(kind, { t, words, locale }), [kind, t, words, locale]);
}

interface Wording {
  readonly t: TrainingMessages;
  readonly words: EvaluationMessages;
  readonly locale: Locale;
}

function scoreOf(kind: Target['kind'], { t, words, locale }: Wording): Score {
  const format = (value: number): string => formatAccuracy(locale, value);
  switch (kind) {
    case 'classes':
      return { isShare: true, title: t.curves.accuracy, testTitle: t.run.testAccuracy, format };
    case 'labels':
      return { isShare: true, title: words.labelAccuracy, testTitle: words.testLabelAccuracy, format };
    case 'values':
      return {
        isShare: false,
        title: words.meanAbsoluteError,
        testTitle: words.testError,
        format: (value) => formatDecimal(locale, value, 4),
      };
  }
}
