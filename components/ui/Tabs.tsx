'use client';

import { useId, type KeyboardEvent, type ReactNode } from 'react';
import styles from '@/components/ui/Tabs.module.css';

interface TabsProps<V extends string> {
  readonly label: string;
  /** Each view with its name, in order. */
  readonly views: readonly (readonly [V, string])[];
  readonly view: V;
  readonly onView: (view: V) => void;
  /** Beside the tabs. */
  readonly tools?: ReactNode;
  readonly children: ReactNode;
}

/** One view at a time; arrow keys, Home and End go from tab to tab. */
export function Tabs<V extends string>({ label, views, view, onView, tools, children }: TabsProps<V>) {
  const id = useId();
  const onKeyDown = (event: KeyboardEvent<HTMLDivElement>) => {
    const next = viewAfter(
      views.map(([name]) => name),
      { view, key: event.key },
    );
    if (next === undefined) return;
    event.preventDefault();
    onView(next);
    document.getElementById(`${id}-${next}`)?.focus();
  };
  return (
    <div className={styles.views}>
      <div className={styles.strip}>
        <div className={styles.tabs} role="tablist" aria-label={label} onKeyDown={onKeyDown}>
          {views.map(([name, title]) => (
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
              {title}
            </button>
          ))}
        </div>
        {tools}
      </div>
      <div id={`${id}-view`} className={styles.view} role="tabpanel" aria-labelledby={`${id}-${view}`}>
        {children}
      </div>
    </div>
  );
}

interface Place<V> {
  readonly view: V;
  readonly key: string;
}

function viewAfter<V extends string>(views: readonly V[], { view, key }: Place<V>): V | undefined {
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
