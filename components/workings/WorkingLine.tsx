'use client';

import { formatCount } from '@/lib/messages/figures';
import { workingsMessages } from '@/lib/messages/workings';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { placeText } from '@/components/workings/slices';
import type { Workings } from '@/components/workings/use-workings';
import styles from '@/components/workings/workings.module.css';

/** The calculation of the picked number, with numbers for names. */
export function WorkingLine({ workings: { working, cell, format } }: { readonly workings: Workings }) {
  const words = useMessages(workingsMessages);
  const locale = useLocale();
  const value = format(working.value);
  return (
    <section className={styles.working} aria-live="polite" aria-label={words.working(placeText(cell))}>
      <h3>{words.working(placeText(cell))}</h3>
      {working.pieces === null ? (
        <p>
          {words.tooLong(formatCount(locale, working.leaves.length), formatCount(locale, working.operations), value)}
        </p>
      ) : (
        <p className={styles.calculation}>
          {working.pieces.map(({ text, leaf }, index) => (
            <span key={index} data-from={leaf?.kind}>
              {text}
            </span>
          ))}{' '}
          = <strong>{value}</strong>
        </p>
      )}
    </section>
  );
}
