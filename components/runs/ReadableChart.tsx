'use client';

import { memo, useId, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { afterKey } from '@/components/runs/chart-keys';
import { useLineColors } from '@/components/runs/LookSample';
import { useSize } from '@/components/runs/use-size';
import { pointAt } from '@/lib/runs/chart/decimate';
import { isHollow, lookOf, markPath } from '@/lib/runs/chart/line-look';
import { shareOf, valueAt } from '@/lib/runs/chart/scale';
import type { Line, Scene } from '@/lib/runs/chart/scene';
import styles from '@/components/runs/chart.module.css';

type Window = readonly [number, number] | null;

export interface ChartTicks {
  readonly x: (value: number) => string;
  readonly y: (value: number) => string;
}

interface ReadableChartProps {
  readonly lines: readonly Line[];
  /** The lines in so many pixels. */
  readonly makeScene: (size: { readonly width: number; readonly height: number }) => Scene;
  readonly ticks: ChartTicks;
  readonly label: string;
  /** All lines at a place, in words. */
  readonly read: (place: number) => string;
  /** Where the lines are read; null: nowhere. */
  readonly place: number | null;
  readonly onPlace: (place: number | null) => void;
  /** Places that can be read lie so far apart, on multiples of it; null: anywhere. */
  readonly step: number | null;
  /** A range to be shown; null here: the chart always shows all. */
  readonly onWindow: ((window: Window) => void) | null;
}

/** A drag narrower than this is a click, in pixels. */
const LEAST_DRAG = 6;

/** Lines on one chart: pointed at or gone along with the arrow keys, a place is read; dragged over, a range is shown. */
export function ReadableChart(props: ReadableChartProps) {
  const { lines, makeScene, ticks, place, onPlace, step, onWindow } = props;
  const [box, size] = useSize();
  const [drag, setDrag] = useState<readonly [number, number] | null>(null);
  const start = useRef<number | null>(null);
  const scene = useMemo(() => makeScene(size), [makeScene, size]);
  const placeAt = (event: PointerEvent<HTMLDivElement>) => {
    const left = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const share = (left - scene.plot.left) / scene.plot.width;
    const at = valueAt(scene.x, Math.min(1, Math.max(0, share)));
    return step === null ? at : Math.round(at / step) * step;
  };
  const onPointerMove = (event: PointerEvent<HTMLDivElement>) => {
    const at = placeAt(event);
    onPlace(at);
    if (start.current !== null) setDrag([Math.min(start.current, at), Math.max(start.current, at)]);
  };
  const onPointerUp = () => {
    start.current = null;
    setDrag(null);
    if (drag === null) return;
    const pixels = (shareOf(scene.x, drag[1]) - shareOf(scene.x, drag[0])) * scene.plot.width;
    if (pixels >= LEAST_DRAG) onWindow?.(drag);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = afterKey(event, { scene, place, step });
    if (next === null || (next.window !== undefined && onWindow === null)) return;
    event.preventDefault();
    if (next.window !== undefined) onWindow?.(next.window);
    if (next.place !== undefined) onPlace(next.place);
  };
  return (
    <div
      ref={box}
      className={styles.chart}
      role="slider"
      tabIndex={0}
      aria-label={props.label}
      aria-valuemin={scene.x.low}
      aria-valuemax={scene.x.high}
      aria-valuenow={place ?? scene.x.high}
      aria-valuetext={props.read(place ?? scene.x.high)}
      onPointerDown={(event) => {
        if (event.button !== 0 || onWindow === null) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = placeAt(event);
      }}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerLeave={() => start.current === null && onPlace(null)}
      onDoubleClick={() => onWindow?.(null)}
      onKeyDown={onKeyDown}
    >
      <SceneView scene={scene} ticks={ticks} />
      <Reading scene={scene} lines={lines} place={place} drag={drag} step={step} />
    </div>
  );
}

interface SceneViewProps {
  readonly scene: Scene;
  readonly ticks: ChartTicks;
}

/** All that does not move with the pointer. */
const SceneView = memo(function SceneView({ scene, ticks }: SceneViewProps) {
  const clip = useId();
  const colors = useLineColors();
  const { plot, width, height, lines } = scene;
  const bottom = plot.top + plot.height;
  return (
    <svg width={width} height={height} aria-hidden="true" focusable="false" className={styles.scene}>
      <defs>
        <clipPath id={clip}>
          <rect x={plot.left} y={plot.top} width={plot.width} height={plot.height} />
        </clipPath>
      </defs>
      {scene.yTicks.map(({ value, at }) => (
        <g key={value}>
          <path className={styles.grid} d={`M${plot.left} ${at}h${plot.width}`} />
          <text x={plot.left - 6} y={at + 4} textAnchor="end">
            {ticks.y(value)}
          </text>
        </g>
      ))}
      {scene.xTicks.map(({ value, at }) => (
        <g key={value}>
          <path className={styles.grid} d={`M${at} ${plot.top}v${plot.height}`} />
          <text x={at} y={bottom + 15} textAnchor="middle">
            {ticks.x(value)}
          </text>
        </g>
      ))}
      <g clipPath={`url(#${clip})`} fill="none">
        {lines.map(({ key, look, band }) => (
          <path key={key} d={band} fill={colors[lookOf(look).color]} opacity="0.16" />
        ))}
        {lines.map(({ key, look, raw }) => (
          <path key={key} d={raw} stroke={colors[lookOf(look).color]} opacity="0.22" />
        ))}
        {lines.map(({ key, look, path }) => (
          <path
            key={key}
            d={path}
            stroke={colors[lookOf(look).color]}
            strokeWidth="2"
            strokeDasharray={lookOf(look).dash}
            strokeLinejoin="round"
          />
        ))}
      </g>
      {lines.map(({ key, look, marks }) => (
        <path
          key={key}
          d={marks
            .filter(([, y]) => y >= plot.top - 1 && y <= bottom + 1)
            .map((at) => markPath(lookOf(look).mark, at))
            .join('')}
          stroke={colors[lookOf(look).color]}
          strokeWidth="1.5"
          fill={isHollow(lookOf(look).mark) ? 'var(--surface)' : colors[lookOf(look).color]}
        />
      ))}
    </svg>
  );
});

interface ReadingProps {
  readonly scene: Scene;
  readonly lines: readonly Line[];
  readonly place: number | null;
  readonly drag: Window;
  readonly step: number | null;
}

/** The line at the place read, a dot on every curve, and the range being dragged. */
function Reading({ scene, lines, place, drag, step }: ReadingProps) {
  const colors = useLineColors();
  const { plot, x, y, width, height } = scene;
  const left = (value: number) => plot.left + shareOf(x, value) * plot.width;
  const isWithin = place !== null && place >= x.low && place <= x.high;
  return (
    <svg width={width} height={height} aria-hidden="true" focusable="false" className={styles.reading}>
      {drag !== null && (
        <rect
          className={styles.drag}
          x={left(drag[0])}
          y={plot.top}
          width={left(drag[1]) - left(drag[0])}
          height={plot.height}
        />
      )}
      {isWithin && <path className={styles.cursor} d={`M${left(place)} ${plot.top}v${plot.height}`} />}
      {isWithin &&
        lines.map(({ key, look, series }) => {
          const index = pointAt(series, place, step);
          const top = plot.top + (1 - shareOf(y, series.ys[index ?? -1] ?? Number.NaN)) * plot.height;
          const at = left(series.xs[index ?? -1] ?? Number.NaN);
          const isSeen =
            Number.isFinite(top) && Number.isFinite(at) && top >= plot.top && top <= plot.top + plot.height;
          if (!isSeen || at < plot.left - 1 || at > plot.left + plot.width + 1) return null;
          return <circle key={key} cx={at} cy={top} r="3" fill={colors[lookOf(look).color]} className={styles.dot} />;
        })}
    </svg>
  );
}
