import { useMemo } from 'react';
import type { Diagnostic, Fix } from '@/lib/analysis/diagnostic';
import { layerWords } from '@/lib/layers/layer-words';
import { describeFix, describeProblem } from '@/lib/messages/diagnostics';
import { useLocale } from '@/components/ui/use-messages';

export interface ProblemText {
  /** What is wrong, with the numbers, and the cure. */
  readonly message: (diagnostic: Diagnostic) => string;
  /** What a fix's button says. */
  readonly fix: (fix: Fix) => string;
}

/** Diagnostics and their fixes in the language of the interface. */
export function useProblemText(): ProblemText {
  const locale = useLocale();
  return useMemo(
    () => ({
      message: (diagnostic) => describeProblem(diagnostic, locale),
      fix: ({ label }) => describeFix(label, locale, layerWords(locale)),
    }),
    [locale],
  );
}
