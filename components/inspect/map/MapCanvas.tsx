'use client';

import { useCallback, useId, useMemo, useState, type KeyboardEvent } from 'react';
import type { DataMap } from '@/components/inspect/map/data-map';
import { MapFiles } from '@/components/inspect/map/MapFiles';
import { MapLegend } from '@/components/inspect/map/MapLegend';
import { keyTarget, zoomOfKey } from '@/components/inspect/map/map-keys';
import { MapProgressBar } from '@/components/inspect/map/MapProgressBar';
import { PointCard } from '@/components/inspect/map/PointCard';
import { useDrawnMap } from '@/components/inspect/map/use-drawn-map';
import { useMapLayerNames } from '@/components/inspect/map/use-map-layer-names';
import { useMapGestures } from '@/components/inspect/map/use-map-gestures';
import { ZoomButtons } from '@/components/inspect/map/ZoomButtons';
import { useInspectActions } from '@/components/inspect/use-inspect';
import { useSize } from '@/components/runs/use-size';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { classesOf } from '@/lib/datasets/dataset';
import { broughtInto, placedIn, WHOLE_MAP, zoomedAbout, type MapView } from '@/lib/inspect/map/map-view';
import { fitPoints, nearestPoint, pointsWithin } from '@/lib/inspect/map/place-points';
import { formatCount } from '@/lib/messages/figures';
import { inspectMapMessages } from '@/lib/messages/inspect-map';
import type { InspectSubject } from '@/lib/state/inspect-state';
import styles from '@/components/inspect/map/map.module.css';

interface MapCanvasProps {
  readonly map: DataMap;
  readonly subject: InspectSubject;
  /** Of another layer than the chosen one. */
  readonly isOld: boolean;
}

/** Pixels within which a point is pointed at. */
const REACH = 14;
/** Pixels from the edge that a point reached by keys has around it at least. */
const AROUND = 24;

/** The points on one canvas, gone over with the pointer or keys, near or far; what is pointed at stands beside it. */
export function MapCanvas({ map, subject, isOld }: MapCanvasProps) {
  const t = useMessages(inspectMapMessages);
  const locale = useLocale();
  const id = useId();
  const nameOf = useMapLayerNames();
  const { showSample } = useInspectActions();
  const [focused, setFocused] = useState(-1);
  const [shown, setShown] = useState<number | null>(null);
  const [view, setView] = useMapView(map);
  const names = classesOf(subject.dataset);
  const [box, frame] = useSize();
  const fitted = useMemo(() => fitPoints(map.points, frame), [map.points, frame]);
  const placed = useMemo(() => placedIn(view, fitted), [view, fitted]);
  const canvas = useDrawnMap({ placed, frame, labels: map.labels, names, shown, focused });

  const look = (at: number): void => {
    const sample = map.samples[at];
    if (sample !== undefined) void showSample(map.of.split, sample);
  };
  const onPoint = useCallback(
    (place: readonly [number, number], from: MapView) => {
      const at = nearestPoint(placedIn(from, fitted), place, REACH);
      if (at >= 0) setFocused(at);
    },
    [fitted],
  );
  const onClick = (place: readonly [number, number]): void => look(nearestPoint(placed, place, REACH));
  const gestures = useMapGestures(box, { fitted, view, onView: setView, onPoint, onClick });

  const zoom = (factor: number): void => {
    const seen = pointsWithin(placed, frame).includes(focused);
    const place = seen
      ? ([placed.xs[focused] ?? 0, placed.ys[focused] ?? 0] as const)
      : ([frame.width / 2, frame.height / 2] as const);
    setView((before) => zoomedAbout(before, fitted, { place, factor }));
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const factor = zoomOfKey(event.key);
    const next = keyTarget(event.key, { fitted, placed, frame, focused, isWhole: view.scale === 1 });
    if (factor === null && next === null && event.key !== 'Enter') return;
    event.preventDefault();
    if (event.key === 'Enter') look(focused);
    if (factor !== null) zoom(factor);
    if (next === null || next < 0) return;
    setFocused(next);
    setView((before) => broughtInto(before, fitted, { point: next, margin: AROUND }));
  };
  return (
    <div className={styles.body}>
      <div className={styles.stage} data-old={isOld}>
        <div
          ref={box}
          className={styles.canvas}
          role="application"
          tabIndex={0}
          aria-label={t.label(t.methods[map.of.method], nameOf(map.of.layer), formatCount(locale, map.samples.length))}
          aria-describedby={id}
          onKeyDown={onKeyDown}
          {...gestures}
        >
          <canvas ref={canvas} aria-hidden="true" />
        </div>
        <div className={styles.notes}>
          {isOld && <p>{t.old(nameOf(map.of.layer))}</p>}
          <MapProgressBar />
        </div>
        <ZoomButtons scale={view.scale} onZoom={zoom} />
      </div>
      <div className={styles.side}>
        <PointCard id={id} map={map} subject={subject} focused={focused} onUse={() => look(focused)} />
        {names.length > 0 && map.labels.length > 0 && (
          <MapLegend labels={map.labels} names={names} shown={shown} onShow={setShown} />
        )}
        <MapFiles map={map} seen={{ view, frame, shown }} />
      </div>
    </div>
  );
}

/** Another map is seen as a whole first. */
function useMapView({ of }: DataMap) {
  const [view, setView] = useState(WHOLE_MAP);
  const [seen, setSeen] = useState(of);
  if (seen !== of) {
    setSeen(of);
    setView(WHOLE_MAP);
  }
  return [view, setView] as const;
}
