'use client';

import dynamic from 'next/dynamic';
import type { NodeId } from '@/lib/core/ids';
import { inspectorMessages } from '@/lib/messages/inspector';
import { usePreferenceActions, usePreferences } from '@/components/state/use-preferences';
import { useMessages } from '@/components/ui/use-messages';
import styles from '@/components/inspector/inspector.module.css';

const NumbersSection = dynamic(() => import('@/components/numbers/NumbersSection').then((m) => m.NumbersSection), {
  ssr: false,
});

/** The figures with their formulas, fetched when they are first opened; open for one layer is open for the next. */
export function NumbersDisclosure({ nodes }: { readonly nodes: readonly NodeId[] | null }) {
  const title = useMessages(inspectorMessages).numbers;
  const isOpen = usePreferences(({ numbersOpen }) => numbersOpen);
  const { set } = usePreferenceActions();
  return (
    <details
      className={styles.details}
      open={isOpen}
      onToggle={({ currentTarget }) => currentTarget.open !== isOpen && set({ numbersOpen: currentTarget.open })}
    >
      <summary>{title}</summary>
      {isOpen ? <NumbersSection nodes={nodes} /> : null}
    </details>
  );
}
