import { useCompare } from '@/components/inspect/compare/compare-session';
import { verdictOf } from '@/components/inspect/compare/verdict';
import { useShortNumber } from '@/components/inspect/unit/use-short-number';
import { useInspect } from '@/components/inspect/use-inspect';
import { useSubjectName } from '@/components/inspect/weights-name';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { agreementOf, type Agreement } from '@/lib/inspect/compare-maps';
import { formatCount, formatShare } from '@/lib/messages/figures';
import { inspectCompareMessages } from '@/lib/messages/inspect-compare';
import type { Pair } from '@/lib/state/inspect-compare';
import type { InspectInput, InspectSubject } from '@/lib/state/inspect-state';

/** What stands in the heads: each side's name and what it makes of its input. */
export interface SideText {
  readonly name: string;
  readonly verdict: string;
}

export function useSideTexts(pair: Pair | null): { readonly a: SideText; readonly b: SideText } {
  const t = useMessages(inspectCompareMessages).heads;
  const shown = useInspect((state) => state.subject);
  const other = useCompare((state) => state.subject);
  const isOneNetwork = useCompare(({ choice }) => choice.kind === 'current');
  const subjectName = useSubjectName();
  const inputName = useInputName();
  const verdict = useVerdictText();
  const side = (letter: 'A' | 'B', subject: InspectSubject | null): SideText => {
    const at = letter === 'A' ? 0 : 1;
    const [input, output] = [pair?.inputs[at] ?? null, pair?.outputs[at] ?? null];
    const what = isOneNetwork ? (input === null ? '' : inputName(input)) : subject === null ? '' : subjectName(subject);
    return {
      name: what === '' ? letter : t.side(letter, what),
      verdict: subject === null || output === null ? '' : verdict(subject, output),
    };
  };
  return { a: side('A', shown), b: side('B', other) };
}

function useInputName(): (input: InspectInput) => string {
  const t = useMessages(inspectCompareMessages).own.held;
  const locale = useLocale();
  return ({ source }) => (source.kind === 'sample' ? t.sample(formatCount(locale, source.index)) : t[source.kind]);
}

function useVerdictText(): (subject: InspectSubject, output: Float32Array) => string {
  const t = useMessages(inspectCompareMessages).heads;
  const locale = useLocale();
  const format = useShortNumber();
  return (subject, output) => {
    const verdict = verdictOf(subject, output);
    if (verdict === null) return '';
    if (verdict.kind === 'value') return t.gives(format(verdict.value));
    return t.says(verdict.name, formatShare(locale, verdict.share));
  };
}

/** "correlation 0.87"; that of what is the same says nothing. */
export function useCorrelationText(): (agreement: Agreement) => string {
  const t = useMessages(inspectCompareMessages).heads;
  const format = useShortNumber();
  return ({ most, correlation }) => {
    if (most === 0) return t.equal;
    return correlation === null ? t.noCorrelation : t.correlation(format(correlation));
  };
}

/** Of the whole layer; null where there is no difference to take. */
export function agreementOfPair({ a, b, difference }: Pair): Agreement | null {
  return b === null || difference === null ? null : agreementOf(a.values, b.values);
}
