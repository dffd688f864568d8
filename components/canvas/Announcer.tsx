'use client';

import { createContext, use, useCallback, useMemo, useState, type ReactNode } from 'react';
import { useLocale } from '@/components/ui/use-messages';
import styles from '@/components/canvas/canvas.module.css';

type Announce = (text: string) => void;

const AnnounceContext = createContext<Announce>(() => undefined);

/** Says to screen readers what has just happened on the canvas. */
export function useAnnounce(): Announce {
  return use(AnnounceContext);
}

/** Two regions in turn, so that the same sentence twice is read twice. */
export function Announcer({ children }: { readonly children: ReactNode }) {
  const locale = useLocale();
  const [said, setSaid] = useState({ text: '', turn: 0, locale });
  const announce = useCallback((text: string) => setSaid(({ turn }) => ({ text, turn: 1 - turn, locale })), [locale]);
  // What was said in another language is over.
  const text = said.locale === locale ? said.text : '';
  const regions = useMemo(() => [0, 1].map((turn) => (said.turn === turn ? text : '')), [said.turn, text]);
  return (
    <AnnounceContext value={announce}>
      {children}
      {regions.map((text, turn) => (
        <div key={turn} className={styles.unseen} aria-live="polite" aria-atomic="true">
          {text}
        </div>
      ))}
    </AnnounceContext>
  );
}
