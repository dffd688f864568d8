'use client';

import { useId, type KeyboardEvent, type ReactNode } from 'react';
import { compareMessages } from '@/lib/messages/compare';
import { useMessages } from '@/components/ui/use-messages';
import styles from '@/components/compare/compare.module.css';

const VIEWS = ['overview', 'layers'] as const;
export type CompareView = (typeof VIEWS)[number];

interface CompareTabsProps {
  readonly view: CompareView;
  readonly onView: (view: CompareView) => void;
  readonly children: ReactNode;
}

/** One view at a time; arrow keys go from tab to tab. */
export function CompareTabs({ view, onView, children }: CompareTabsProps) {
  const words = useMessages(compareMessages).views;
  const id = useId();
  const onKeyDown = (event: KeyboardEvent) => {
    if (!['ArrowRight', 'ArrowLeft', 'Home', 'End'].includes(event.key)) return;
    event.preventDefault();
    const isFirst = event.key === 'Home' || (event.key !== 'End' && view === 'layers');
    const next = isFirst ? 'overview' : 'layers';
    onView(next);
    document.getElementById(`${id}-${next}`)?.focus();
  };
  return (
    <div className={styles.views}>
      <div className={styles.tabs} role="tablist" aria-label={words.label} onKeyDown={onKeyDown}>
        {VIEWS.map((name) => (
          <button
            key={name}
            id={`${id}-${name}`}
            type="button"
            role="tab"
            className={styles.tab}
            aria-selected={name === view}
            aria-controls={`${id}-view`}
            tabIndex={name === view ? 0 : -1}
            onClick={() => onView(name)}
          >
            {words[name]}
          </button>
        ))}
      </div>
      <div id={`${id}-view`} role="tabpanel" aria-labelledby={`${id}-${view}`} className={styles.view}>
        {children}
      </div>
    </div>
  );
}
