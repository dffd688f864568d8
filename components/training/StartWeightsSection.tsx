'use client';

import { useStore } from 'zustand';
import { useDesigner } from '@/components/state/designer-context';
import { useWorkspace } from '@/components/state/use-workspace';
import { TestWeights } from '@/components/training/TestWeights';
import { useImportedWeights } from '@/components/training/use-imported-weights';
import { Button } from '@/components/ui/Button';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import type { Locale } from '@/lib/core/locale';
import type { WeightsFit } from '@/lib/interop/write/fitting-weights';
import { formatBytes } from '@/lib/messages/figures';
import { startWeightsMessages, type StartWeightsMessages } from '@/lib/messages/start-weights';
import styles from '@/components/training/settings.module.css';

/** Whether training goes on from the weights that the design came with; nothing where it came without. */
export function StartWeightsSection() {
  const t = useMessages(startWeightsMessages);
  const locale = useLocale();
  const { startChoice } = useDesigner();
  const openDesign = useWorkspace((state) => state.openDesign);
  const startsAnew = useStore(startChoice.store, (anew) => anew.has(openDesign));
  const imported = useImportedWeights();
  if (imported === null) return null;
  const { fit, kept, forget } = imported;
  const canStart = fit !== null && fit.fitting.length > 0;
  return (
    <div>
      <label>
        <input
          type="checkbox"
          checked={!startsAnew && canStart}
          disabled={!canStart}
          onChange={(event) => startChoice.choose(openDesign, event.target.checked)}
        />{' '}
        {t.label}
      </label>
      {describeFit(fit, t, { all: kept.length, locale }).map((line) => (
        <p key={line} className={styles.hint}>
          {line}
        </p>
      ))}
      <div className={styles.buttons}>
        <TestWeights />
        <Button look="quiet" onClick={forget}>
          {t.forget}
        </Button>
      </div>
    </div>
  );
}

/** The most layers that are named; the others are counted. */
const MOST_NAMES = 8;

function describeFit(
  fit: WeightsFit | null,
  t: StartWeightsMessages,
  { all, locale }: { readonly all: number; readonly locale: Locale },
): readonly string[] {
  if (fit === null) return [t.mistakes];
  const { fitting, without } = fit;
  if (fitting.length === 0) return [t.none];
  const bytes = fitting.reduce((total, { values }) => total + values.byteLength, 0);
  const count = t.hint(fitting.length, all, formatBytes(locale, bytes));
  if (without.length === 0) return [count];
  const names = without.slice(0, MOST_NAMES).join(', ');
  return [count, t.anew(names, Math.max(0, without.length - MOST_NAMES))];
}
