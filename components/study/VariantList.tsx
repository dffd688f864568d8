'use client';

import { leftOutText, repairsText } from '@/components/study/study-words';
import { Icon } from '@/components/ui/Icon';
import { IconButton } from '@/components/ui/IconButton';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { formatCount } from '@/lib/messages/figures';
import { studiesMessages } from '@/lib/messages/studies';
import type { StudyVariant } from '@/lib/runs/study/study';
import styles from '@/components/study/study.module.css';

type Listed = Omit<StudyVariant, 'plan'> & { readonly plan: StudyVariant['plan'] | null };

interface VariantListProps {
  readonly plans: readonly Listed[];
  readonly onRemove: (at: number) => void;
}

/** The variants so far, what mended them, and why one of them cannot be run. */
export function VariantList({ plans, onRemove }: VariantListProps) {
  const t = useMessages(studiesMessages);
  return (
    <section aria-label={t.form.variants}>
      <h3 className={styles.heading}>{t.form.variants}</h3>
      <ul className={styles.variants}>
        {plans.map((variant, at) => (
          <li key={variant.name} className={styles.variant}>
            <span className={styles.grow}>
              <strong>{variant.name}</strong>
              <VariantNote variant={variant} />
            </span>
            <IconButton
              icon="trash"
              label={t.form.removeVariant(variant.name)}
              tip="above-end"
              onClick={() => onRemove(at)}
            />
          </li>
        ))}
      </ul>
    </section>
  );
}

export function VariantNote({ variant: { plan, changes } }: { readonly variant: Listed }) {
  const t = useMessages(studiesMessages);
  const locale = useLocale();
  if (plan === null) return null;
  if (plan.kind === 'left-out') {
    return (
      <small className={styles.bad}>
        <Icon name="warning" size={12} /> {t.leftOut.title}: {leftOutText(plan.reason, changes, locale)}
      </small>
    );
  }
  return (
    <small>
      {t.results.params}: {formatCount(locale, plan.params)}
      {plan.repairs.length > 0 && <> · {repairsText(plan.repairs, locale)}</>}
    </small>
  );
}
