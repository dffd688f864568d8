import { startTransition, useCallback, useEffect, useEffectEvent, useMemo, useRef, useState } from 'react';
import { standingOf, type Comparison } from '@/lib/analysis/compare/compare-designs';
import { FEWEST_DESIGNS } from '@/lib/analysis/compare/limits';
import type { Document } from '@/lib/document/document';
import { compareMessages } from '@/lib/messages/compare';
import { templateMessages } from '@/lib/messages/templates';
import { sourceKey, type ComparedSource } from '@/lib/state/comparing';
import {
  createCompareClient,
  type AskedSubject,
  type CompareClient,
  type Outcome,
} from '@/components/compare/compare-client';
import { reuseRows } from '@/components/compare/reuse-rows';
import { useKeptDesigns } from '@/components/compare/use-kept-designs';
import { useWorkspace } from '@/components/state/use-workspace';
import { useLocale } from '@/components/ui/use-messages';

export interface ComparisonView {
  /** Null until there is one; while a new one is made, the last. */
  readonly comparison: Comparison | null;
  readonly hasFailed: boolean;
  /** Looks for the best rows again, whatever stood side by side. */
  readonly realign: () => void;
}

/** The designs side by side, made in a worker and kept up to date while one edits. */
export function useComparison(sources: readonly ComparedSource[], batchSize: number): ComparisonView {
  const subjects = useSubjects(sources);
  const [shown, setShown] = useState<{ readonly keys: string; readonly comparison: Comparison } | null>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const client = useRef<CompareClient | null>(null);
  const keys = sources.map(sourceKey).join(' ');

  const onOutcome = useEffectEvent((outcome: Outcome) => {
    setHasFailed('failure' in outcome);
    if (!('comparison' in outcome)) return;
    const next = outcome.comparison;
    const nextKeys = next.designs.map(({ key }) => key).join(' ');
    // Typing goes before hundreds of rows.
    startTransition(() =>
      setShown((earlier) => ({ keys: nextKeys, comparison: reuseRows(earlier?.comparison ?? null, next) })),
    );
  });

  useEffect(() => {
    const worker = new Worker(new URL('./compare-worker.ts', import.meta.url), { type: 'module' });
    client.current = createCompareClient(worker, (outcome) => onOutcome(outcome));
    return () => {
      client.current?.dispose();
      client.current = null;
    };
  }, []);

  const [round, setRound] = useState(0);
  const lastRound = useRef(round);
  const ask = useEffectEvent(() => {
    if (subjects === null || subjects.length < FEWEST_DESIGNS) return;
    const stays = shown !== null && shown.keys === keys && round === lastRound.current;
    lastRound.current = round;
    client.current?.ask({ subjects, batchSize, before: stays ? standingOf(shown.comparison) : [] });
  });
  useEffect(() => ask(), [subjects, batchSize, round]);
  const realign = useCallback(() => setRound((before) => before + 1), []);

  const isCurrent = shown !== null && subjects !== null && subjects.length >= FEWEST_DESIGNS;
  return { comparison: isCurrent ? shown.comparison : null, hasFailed, realign };
}

/** What stands in each column; null while a kept design is still being read. */
function useSubjects(sources: readonly ComparedSource[]): readonly AskedSubject[] | null {
  const locale = useLocale();
  const openDesign = useWorkspace((state) => state.openDesign);
  const document = useWorkspace((state) => state.document);
  const kept = useKeptDesigns(sources);
  return useMemo(() => {
    const found = sources.map((source): AskedSubject | null => {
      const key = sourceKey(source);
      if (source.kind === 'template') {
        return { kind: 'template', key, name: templateMessages[locale][source.id].title, template: source.id };
      }
      const design: Document | undefined = source.id === openDesign ? document : kept.get(source.id);
      return design === undefined ? null : { kind: 'design', key, name: design.name, document: design };
    });
    const subjects = found.filter((subject) => subject !== null);
    if (subjects.length < found.length) return null;
    const names = subjects.map(({ name }) => name);
    const { template } = compareMessages[locale].choose;
    return subjects.map((subject) => {
      const isShared = names.indexOf(subject.name) !== names.lastIndexOf(subject.name);
      return subject.kind === 'template' && isShared ? { ...subject, name: template(subject.name) } : subject;
    });
  }, [sources, locale, openDesign, document, kept]);
}
