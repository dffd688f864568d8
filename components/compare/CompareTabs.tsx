'use client';

import type { ReactNode } from 'react';
import { Tabs } from '@/components/ui/Tabs';
import { useMessages } from '@/components/ui/use-messages';
import { compareMessages } from '@/lib/messages/compare';

export type CompareView = 'overview' | 'layers';

interface CompareTabsProps {
  readonly view: CompareView;
  readonly onView: (view: CompareView) => void;
  readonly children: ReactNode;
}

/** The whole at a glance, or layer by layer. */
export function CompareTabs({ view, onView, children }: CompareTabsProps) {
  const words = useMessages(compareMessages).views;
  const views = [
    ['overview', words.overview],
    ['layers', words.layers],
  ] as const;
  return (
    <Tabs label={words.label} views={views} view={view} onView={onView}>
      {children}
    </Tabs>
  );
}
