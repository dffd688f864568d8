'use client';

import { useId, type KeyboardEvent, type ReactNode } from 'react';
import { canDraw, hasDigits } from '@/components/training/shown-data';
import { useMessages } from '@/components/ui/use-messages';
import type { Dataset } from '@/lib/datasets/dataset';
import { trainingMessages } from '@/lib/messages/training';
import styles from '@/components/training/training.module.css';

const VIEWS = ['settings', 'curves', 'health', 'results', 'samples', 'draw', 'picture'] as const;
export type ViewName = (typeof VIEWS)[number];

interface ViewTabsProps {
  readonly view: ViewName;
  readonly onView: (view: ViewName) => void;
  readonly hasSettings: boolean;
  /** Says what samples and drawings are of. */
  readonly dataset: Dataset | null;
  readonly children: ReactNode;
}

/** One view at a time; arrow keys, Home and End go from tab to tab. */
export function ViewTabs({ view, onView, hasSettings, dataset, children }: ViewTabsProps) {
  const t = useMessages(trainingMessages).views;
  const id = useId();
  const isOffered: Partial<Record<ViewName, boolean>> = {
    settings: hasSettings,
    // Before anything is chosen it is there, and says what it needs.
    draw: dataset === null || canDraw(dataset),
  };
  const views = VIEWS.filter((name) => isOffered[name] ?? true);
  const titles = hasDigits(dataset) ? { ...t, samples: t.digits, draw: t.drawDigit } : t;

  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const next = viewAfter(views, view, event.key);
    if (next === undefined) return;
    event.preventDefault();
    onView(next);
    document.getElementById(`${id}-${next}`)?.focus();
  };

  return (
    <div className={styles.views}>
      <div className={styles.tabs} role="tablist" aria-label={t.label} onKeyDown={onKeyDown}>
        {views.map((name) => (
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
            {titles[name]}
          </button>
        ))}
      </div>
      <div id={`${id}-view`} className={styles.view} role="tabpanel" aria-labelledby={`${id}-${view}`}>
        {children}
      </div>
    </div>
  );
}

function viewAfter(views: readonly ViewName[], view: ViewName, key: string): ViewName | undefined {
  const at = views.indexOf(view);
  switch (key) {
    case 'ArrowRight':
      return views[(at + 1) % views.length];
    case 'ArrowLeft':
      return views[(at - 1 + views.length) % views.length];
    case 'Home':
      return views[0];
    case 'End':
      return views.at(-1);
    default:
      return undefined;
  }
}
