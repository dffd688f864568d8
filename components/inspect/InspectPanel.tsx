'use client';

import dynamic from 'next/dynamic';
import { useEffect } from 'react';
import { InputColumn } from '@/components/inspect/InputColumn';
import { LayerStrip } from '@/components/inspect/LayerStrip';
import { useLessons } from '@/components/inspect/lessons/lesson-store';
import { MapsView } from '@/components/inspect/MapsView';
import { Miniatures } from '@/components/inspect/Miniatures';
import { NoSubject } from '@/components/inspect/NoSubject';
import { MAPS, PANEL_VIEWS, UNIT_VIEWS } from '@/components/inspect/parts';
import { NoUnit, UnitPane } from '@/components/inspect/UnitPane';
import { useCanvasLink } from '@/components/inspect/use-canvas-link';
import { useFileDrop } from '@/components/inspect/use-file-drop';
import { useInspect, useInspectActions } from '@/components/inspect/use-inspect';
import { setInspectView, useInspectView, useShownView } from '@/components/inspect/view-state';
import { WeightsBar } from '@/components/inspect/WeightsBar';
import { Tabs } from '@/components/ui/Tabs';
import { useIsNarrow } from '@/components/training/use-is-narrow';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { inspectMessages } from '@/lib/messages/inspect';
import styles from '@/components/inspect/inspect.module.css';

const LessonStrip = dynamic(
  () => import('@/components/inspect/lessons/LessonStrip').then(({ LessonStrip }) => LessonStrip),
  { ssr: false },
);

/** Below this width the unit is one of the views instead of standing beside the maps. */
const NARROW_PIXELS = 820;

/** What goes on inside the network: an input at the left, the layers along the top, the maps of one, and one unit. */
export function InspectPanel() {
  const t = useMessages(inspectMessages);
  const locale = useLocale();
  const actions = useInspectActions();
  const isOpen = useInspect(({ subject }) => subject !== null);
  const [root, isNarrow] = useIsNarrow(NARROW_PIXELS);
  const chosen = useInspectView(({ panelView }) => panelView);
  const hasLessons = useLessons((state) => state.isOpen);
  useEffect(() => actions.open(), [actions]);
  useCanvasLink();
  const [isOver, dropProps] = useFileDrop();

  const parts = isNarrow ? [...UNIT_VIEWS, ...PANEL_VIEWS] : PANEL_VIEWS;
  const part = parts.find(({ id }) => id === chosen);
  useShownView(part?.id ?? MAPS);
  const isUnitMissing = useInspect(({ unit }) => unit === null) && UNIT_VIEWS.some(({ id }) => id === part?.id);
  const views = [[MAPS, t.grid.maps] as const, ...parts.map(({ id, title }) => [id, title[locale]] as const)];
  return (
    <div ref={root} className={styles.panel} data-over={isOver} data-takes-files="" {...dropProps}>
      <WeightsBar />
      {isOpen ? (
        <>
          {hasLessons && <LessonStrip />}
          <LayerStrip />
          <Miniatures />
          <div className={styles.body}>
            <InputColumn />
            <Tabs
              label={t.views}
              views={views}
              view={part?.id ?? MAPS}
              onView={(panelView) => setInspectView({ panelView })}
            >
              {part === undefined ? <MapsView /> : isUnitMissing ? <NoUnit /> : <part.View key={part.id} />}
            </Tabs>
            {!isNarrow && part?.standsAlone !== true && <UnitPane />}
          </div>
        </>
      ) : (
        <NoSubject />
      )}
    </div>
  );
}
