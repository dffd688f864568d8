'use client';

import { useId, useState } from 'react';
import { workingsMessages } from '@/lib/messages/workings';
import { useMessages } from '@/components/ui/use-messages';
import type { Workings } from '@/components/workings/use-workings';
import styles from '@/components/workings/workings.module.css';

/**
 * Cross-entropy behind a softmax over a vector: L = −ln p of the true class; ∂L/∂z = p − y, with y one for the true class.
 * Goodfellow, Bengio & Courville, "Deep Learning", 2016, section 6.2.2.
 */
export function LossSection({ workings: { output, format } }: { readonly workings: Workings }) {
  const words = useMessages(workingsMessages);
  const [truth, setTruth] = useState(0);
  const field = useId();
  const share = output[truth] ?? NaN;
  return (
    <section className={styles.loss} aria-label={words.loss}>
      <h3>{words.loss}</h3>
      <p>
        <label htmlFor={field}>{words.truth}</label>{' '}
        <select id={field} value={truth} onChange={(event) => setTruth(Number(event.currentTarget.value))}>
          {output.map((_, index) => (
            <option key={index} value={index}>
              {words.probability(index + 1)}
            </option>
          ))}
        </select>
      </p>
      <p>{words.lossText}</p>
      <p className={styles.calculation}>
        −ln({format(share)}) = <strong>{format(-Math.log(share))}</strong>
      </p>
      <p>{words.slope}</p>
      <ul className={styles.slopes}>
        {output.map((value, index) => (
          <li key={index} className={styles.calculation}>
            {words.probability(index + 1)}: {format(value)}
            {index === truth ? ' − 1' : ' − 0'} = <strong>{format(value - (index === truth ? 1 : 0))}</strong>
          </li>
        ))}
      </ul>
    </section>
  );
}
