import { useMemo } from 'react';
import { useRun } from '@/components/training/use-run';
import { useLocale } from '@/components/ui/use-messages';
import { outputTitles } from '@/lib/training/output-titles';

/** What people call an output of the run's network, by the name of its layer. */
export function useOutputTitle(): (name: string) => string {
  const locale = useLocale();
  const subject = useRun((run) => run.subject);
  const titles = useMemo(
    () => (subject === null ? null : outputTitles(subject.plan, subject.document, locale)),
    [subject, locale],
  );
  return (name) => titles?.get(name) ?? name;
}
