import type { FixLabel } from '@/lib/core/fix-label';
import type { Locale, Localized } from '@/lib/core/locale';
import type { ProblemCode, ProblemValues } from '@/lib/core/problem';
import { diagnosticsEnglish } from '@/lib/messages/diagnostics-english';
import { diagnosticsVietnamese } from '@/lib/messages/diagnostics-vietnamese';

export interface DiagnosticMessages {
  /** What is wrong, with the numbers, then the cure. */
  readonly problems: { readonly [C in ProblemCode]: (values: Readonly<ProblemValues[C]>) => string };
  readonly fixes: {
    readonly [K in FixLabel['kind']]: (label: Extract<FixLabel, { kind: K }>, words: LayerWords) => string;
  };
}

/** What the layers themselves are called: `layerWords` of lib/layers/layer-words.ts, in one language. */
export interface LayerWords {
  readonly layer: (type: string) => string;
  readonly field: (type: string, param: string) => string;
}

export const diagnosticMessages: Localized<DiagnosticMessages> = { en: diagnosticsEnglish, vi: diagnosticsVietnamese };

type CodedValues = {
  readonly [C in ProblemCode]: { readonly code: C; readonly values: Readonly<ProblemValues[C]> };
}[ProblemCode];

/** The sentence for a problem or a diagnostic. */
export function describeProblem({ code, values }: CodedValues, locale: Locale): string {
  // Code and values belong together by the type of the parameter, which the compiler cannot follow through the lookup.
  const describe = diagnosticMessages[locale].problems[code] as (of: typeof values) => string;
  return describe(values);
}

/** The words on a mend's button. */
export function describeFix(label: FixLabel, locale: Locale, words: LayerWords): string {
  const describe = diagnosticMessages[locale].fixes[label.kind] as (of: FixLabel, with_: LayerWords) => string;
  return describe(label, words);
}
