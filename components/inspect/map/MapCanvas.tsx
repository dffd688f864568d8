'use client';

import { useEffect, useId, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { useTheme } from '@/components/charts/use-theme';
import { drawMap, fitPoints, nearestPoint, pointTowards } from '@/components/inspect/map/draw-map';
import { MapFiles } from '@/components/inspect/map/MapFiles';
import { MapLegend } from '@/components/inspect/map/MapLegend';
import type { DataMap } from '@/components/inspect/map/map-store';
import { PointCard } from '@/components/inspect/map/PointCard';
import { useLayerNames } from '@/components/inspect/unit/use-layer-names';
import { useInspectActions } from '@/components/inspect/use-inspect';
import { useSize } from '@/components/runs/use-size';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { classesOf } from '@/lib/datasets/dataset';
import { formatCount } from '@/lib/messages/figures';
import { inspectMapMessages } from '@/lib/messages/inspect-map';
import type { InspectSubject } from '@/lib/state/inspect-state';
import styles from '@/components/inspect/map/map.module.css';

interface MapCanvasProps {
  readonly map: DataMap;
  readonly subject: InspectSubject;
}

/** Pixels within which a point is pointed at. */
const REACH = 14;

const DIRECTIONS: Readonly<Record<string, readonly [number, number]>> = {
  ArrowLeft: [-1, 0],
  ArrowRight: [1, 0],
  ArrowUp: [0, -1],
  ArrowDown: [0, 1],
};

/** The points on one canvas, gone over with the pointer or the arrow keys; what is pointed at stands beside it. */
export function MapCanvas({ map, subject }: MapCanvasProps) {
  const t = useMessages(inspectMapMessages);
  const locale = useLocale();
  const id = useId();
  const nameOf = useLayerNames();
  const { showSample } = useInspectActions();
  const [focused, setFocused] = useState(-1);
  const [shown, setShown] = useState<number | null>(null);
  const names = classesOf(subject.dataset);
  const [box, { width, height }] = useSize();
  const placed = useMemo(() => fitPoints(map.points, width, height), [map.points, width, height]);
  const canvas = useDrawnMap({ placed, labels: map.labels, names, shown, focused }, { width, height });
  const { split } = map.of;

  const look = (at: number): void => {
    const sample = map.samples[at];
    if (sample !== undefined) void showSample(split, sample);
  };
  const onPointer = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLElement>): number => {
    const { left, top } = currentTarget.getBoundingClientRect();
    const at = nearestPoint(placed, [clientX - left, clientY - top], REACH);
    if (at >= 0) setFocused(at);
    return at;
  };
  const onKeyDown = (event: KeyboardEvent): void => {
    const direction = DIRECTIONS[event.key];
    if (direction === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    if (direction === undefined) return look(focused);
    const next = focused < 0 ? 0 : pointTowards(placed, focused, direction);
    if (next >= 0) setFocused(next);
  };
  return (
    <div className={styles.body}>
      <div
        ref={box}
        className={styles.canvas}
        role="application"
        tabIndex={0}
        aria-label={t.label(t.methods[map.of.method], nameOf(map.of.layer), formatCount(locale, map.samples.length))}
        aria-describedby={id}
        onPointerMove={onPointer}
        onPointerDown={(event) => look(onPointer(event))}
        onKeyDown={onKeyDown}
      >
        <canvas ref={canvas} aria-hidden="true" />
      </div>
      <div className={styles.side}>
        <PointCard id={id} map={map} subject={subject} focused={focused} onUse={() => look(focused)} />
        {names.length > 0 && map.labels.length > 0 && (
          <MapLegend labels={map.labels} names={names} shown={shown} onShow={setShown} />
        )}
        <MapFiles map={map} />
      </div>
    </div>
  );
}

type Scene = Parameters<typeof drawMap>[1];

function useDrawnMap(
  { placed, labels, names, shown, focused }: Scene,
  { width, height }: { readonly width: number; readonly height: number },
) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();
  useEffect(() => {
    const element = canvas.current;
    const context = element?.getContext('2d');
    if (!element || !context || width === 0 || height === 0) return;
    const [wide, high] = [Math.round(width * devicePixelRatio), Math.round(height * devicePixelRatio)];
    if (element.width !== wide) element.width = wide;
    if (element.height !== high) element.height = high;
    context.setTransform(devicePixelRatio, 0, 0, devicePixelRatio, 0, 0);
    context.clearRect(0, 0, width, height);
    const style = getComputedStyle(element);
    const read = (name: string): string => style.getPropertyValue(name).trim();
    drawMap(
      context,
      { placed, labels, names, shown, focused },
      {
        theme: theme === 'dark' ? 'dark' : 'light',
        ground: read('--surface'),
        text: read('--text'),
        accent: read('--accent'),
      },
    );
  }, [placed, labels, names, shown, focused, width, height, theme]);
  return canvas;
}
