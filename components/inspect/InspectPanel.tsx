'use client';

import { useEffect, useState } from 'react';
import { InputColumn } from '@/components/inspect/InputColumn';
import { LayerStrip } from '@/components/inspect/LayerStrip';
import { MapsView } from '@/components/inspect/MapsView';
import { Miniatures } from '@/components/inspect/Miniatures';
import { NoSubject } from '@/components/inspect/NoSubject';
import { PANEL_VIEWS, UNIT_VIEWS } from '@/components/inspect/parts';
import { NoUnit, UnitPane } from '@/components/inspect/UnitPane';
import { useCanvasLink } from '@/components/inspect/use-canvas-link';
import { useFileDrop } from '@/components/inspect/use-file-drop';
import { useInspect, useInspectActions } from '@/components/inspect/use-inspect';
import { WeightsBar } from '@/components/inspect/WeightsBar';
import { Tabs } from '@/components/ui/Tabs';
import { useIsNarrow } from '@/components/training/use-is-narrow';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { inspectMessages } from '@/lib/messages/inspect';
import styles from '@/components/inspect/inspect.module.css';

/** Below this width the unit is one of the views instead of standing beside the maps. */
const NARROW_PIXELS = 820;
const MAPS = 'maps';

/** What goes on inside the network: an input at the left, the layers along the top, the maps of one, and one unit. */
export function InspectPanel() {
  const t = useMessages(inspectMessages);
  const locale = useLocale();
  const actions = useInspectActions();
  const isOpen = useInspect(({ subject }) => subject !== null);
  const [root, isNarrow] = useIsNarrow(NARROW_PIXELS);
  const [chosen, setView] = useState<string>(MAPS);
  useEffect(() => actions.open(), [actions]);
  useCanvasLink();
  const [isOver, dropProps] = useFileDrop();

  const parts = isNarrow ? [...UNIT_VIEWS, ...PANEL_VIEWS] : PANEL_VIEWS;
  const part = parts.find(({ id }) => id === chosen);
  const isUnitMissing = useInspect(({ unit }) => unit === null) && UNIT_VIEWS.some(({ id }) => id === part?.id);
  const views = [[MAPS, t.grid.maps] as const, ...parts.map(({ id, title }) => [id, title[locale]] as const)];
  return (
    <div ref={root} className={styles.panel} data-over={isOver} data-takes-files="" {...dropProps}>
      <WeightsBar />
      {isOpen ? (
        <>
          <LayerStrip />
          <Miniatures />
          <div className={styles.body}>
            <InputColumn />
            <Tabs label={t.views} views={views} view={part?.id ?? MAPS} onView={setView}>
              {part === undefined ? <MapsView /> : isUnitMissing ? <NoUnit /> : <part.View key={part.id} />}
            </Tabs>
            {!isNarrow && <UnitPane />}
          </div>
        </>
      ) : (
        <NoSubject />
      )}
    </div>
  );
}
