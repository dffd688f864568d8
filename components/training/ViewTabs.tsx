'use client';

import type { ReactNode } from 'react';
import { canDraw, hasDigits } from '@/components/training/shown-data';
import { Tabs } from '@/components/ui/Tabs';
import { useMessages } from '@/components/ui/use-messages';
import type { Dataset } from '@/lib/datasets/dataset';
import { trainingMessages } from '@/lib/messages/training';

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

/** The views of a training: those that its data set has. */
export function ViewTabs({ view, onView, hasSettings, dataset, children }: ViewTabsProps) {
  const t = useMessages(trainingMessages).views;
  const isOffered: Partial<Record<ViewName, boolean>> = {
    settings: hasSettings,
    // Before anything is chosen it is there, and says what it needs.
    draw: dataset === null || canDraw(dataset),
  };
  const titles = hasDigits(dataset) ? { ...t, samples: t.digits, draw: t.drawDigit } : t;
  const views = VIEWS.filter((name) => isOffered[name] ?? true).map((name) => [name, titles[name]] as const);
  return (
    <Tabs label={t.label} views={views} view={view} onView={onView}>
      {children}
    </Tabs>
  );
}
