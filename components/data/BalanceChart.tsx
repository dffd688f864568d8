'use client';

import type { CSSProperties } from 'react';
import { balanceText } from '@/components/data/dataset-text';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import type { Balance } from '@/lib/datasets/import/protocol';
import { datasetMessages } from '@/lib/messages/datasets';
import { formatCount } from '@/lib/messages/figures';
import styles from '@/components/data/data.module.css';

/** How many samples each class has, and how they are split; nothing for numbers. */
export function BalanceChart({ balance }: { readonly balance: Balance }) {
  const t = useMessages(datasetMessages).preview;
  const locale = useLocale();
  const { names, training, test } = balance;
  if (names.length === 0) return null;
  const most = Math.max(1, ...names.map((_, index) => (training[index] ?? 0) + (test[index] ?? 0)));
  const hint = balanceText(balance, locale);
  const share = (count: number) => `${(100 * count) / most}%`;
  return (
    <section className={styles.balance} aria-label={t.balance}>
      <h4>{t.balance}</h4>
      <p className={styles.legend} aria-hidden="true">
        <span className={styles.trainingKey} /> {t.training} <span className={styles.testKey} /> {t.test}
      </p>
      <ul>
        {names.map((name, index) => {
          const [trained, tested] = [training[index] ?? 0, test[index] ?? 0];
          const widths = { '--training': share(trained), '--test': share(tested) } as CSSProperties;
          return (
            <li key={name} style={widths}>
              <span aria-hidden="true">{name}</span>
              <span className={styles.bar} aria-hidden="true" />
              <span aria-hidden="true">
                {formatCount(locale, trained)} + {formatCount(locale, tested)}
              </span>
              <span className={styles.spoken}>
                {t.balanceOf(name, formatCount(locale, trained), formatCount(locale, tested))}
              </span>
            </li>
          );
        })}
      </ul>
      {hint !== null && <p className={styles.hint}>{hint}</p>}
    </section>
  );
}
