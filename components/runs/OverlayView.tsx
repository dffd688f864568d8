'use client';

import { useMemo, useState } from 'react';
import { LegendTable } from '@/components/runs/LegendTable';
import { OverlayChart } from '@/components/runs/OverlayChart';
import { OverlayControls } from '@/components/runs/OverlayControls';
import { overlayLines } from '@/components/runs/overlay-lines';
import type { ShownRuns } from '@/components/runs/use-shown-runs';
import { useView } from '@/components/runs/view-state';
import { useMessages } from '@/components/ui/use-messages';
import { runsMessages } from '@/lib/messages/runs';
import type { Axis } from '@/lib/runs/chart/series';
import styles from '@/components/runs/chart.module.css';

/** A stretch of one axis; on another one it means nothing. */
interface Zoom {
  readonly axis: Axis;
  readonly window: readonly [number, number];
}

/** The curves of all chosen runs on one chart, with a legend that reads them all at one place. */
export function OverlayView({ shown }: { readonly shown: ShownRuns }) {
  const t = useMessages(runsMessages).chart;
  const how = useView(({ quantity, axis, smoothing, isLog, isGrouped }) => ({
    ...{ quantity, axis, smoothing, isLog, isGrouped },
  }));
  const { quantity, axis, smoothing, isGrouped } = how;
  const lines = useMemo(
    () => overlayLines(shown, { quantity, axis, smoothing, isGrouped }),
    [shown, quantity, axis, smoothing, isGrouped],
  );
  const [zoom, setZoom] = useState<Zoom | null>(null);
  const [place, setPlace] = useState<number | null>(null);
  const window = zoom?.axis === axis ? zoom.window : null;
  const hasData = lines.some(({ series }) => series.xs.length > 0);
  const zoomTo = (next: readonly [number, number] | null) => setZoom(next === null ? null : { axis, window: next });
  return (
    <div className={styles.overlay}>
      <OverlayControls lines={lines} window={window} onWindow={zoomTo} />
      <div className={styles.body}>
        {hasData ? (
          <OverlayChart lines={lines} window={window} onWindow={zoomTo} place={place} onPlace={setPlace} />
        ) : (
          <p className={styles.notice}>{t.noData}</p>
        )}
        <LegendTable lines={lines} place={place} />
      </div>
    </div>
  );
}
