'use client';

import { useMemo } from 'react';
import { useStore } from 'zustand';
import { useDesigner } from '@/components/state/designer-context';
import { useKeptWeights } from '@/components/state/use-kept-weights';
import { useWorkspace } from '@/components/state/use-workspace';
import { Button } from '@/components/ui/Button';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { compile } from '@/lib/compile/compile';
import { fittingWeights } from '@/lib/interop/write/fitting-weights';
import { formatBytes } from '@/lib/messages/figures';
import { startWeightsMessages } from '@/lib/messages/start-weights';
import styles from '@/components/training/settings.module.css';

/** Whether training goes on from the weights that the design came with; nothing where it came without. */
export function StartWeightsSection() {
  const t = useMessages(startWeightsMessages);
  const locale = useLocale();
  const { startChoice } = useDesigner();
  const { document, analysis, openDesign } = useWorkspace((state) => state);
  const startsAnew = useStore(startChoice.store, (anew) => anew.has(openDesign));
  const [kept, forget] = useKeptWeights();
  const fitting = useMemo(() => {
    const plan = kept === null ? null : compile(document, analysis);
    return kept !== null && plan?.ok ? fittingWeights(plan.value, kept) : [];
  }, [kept, document, analysis]);
  if (kept === null) return null;
  const bytes = fitting.reduce((total, { values }) => total + values.byteLength, 0);
  return (
    <div>
      <label>
        <input
          type="checkbox"
          checked={!startsAnew && fitting.length > 0}
          disabled={fitting.length === 0}
          onChange={(event) => startChoice.choose(openDesign, event.target.checked)}
        />{' '}
        {t.label}
      </label>
      <p className={styles.hint}>
        {fitting.length === 0 ? t.none : t.hint(fitting.length, kept.length, formatBytes(locale, bytes))}
      </p>
      <Button onClick={forget}>{t.forget}</Button>
    </div>
  );
}
