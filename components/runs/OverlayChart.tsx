'use client';

import { memo, useMemo, useRef, useState, type KeyboardEvent, type PointerEvent } from 'react';
import { placeText, readText, valueText } from '@/components/runs/LegendTable';
import { useLineColors } from '@/components/runs/LookSample';
import type { NamedLine } from '@/components/runs/overlay-lines';
import { useSize } from '@/components/runs/use-size';
import { useView } from '@/components/runs/view-state';
import { useMessages } from '@/components/ui/use-messages';
import { runsMessages } from '@/lib/messages/runs';
import { nearest } from '@/lib/runs/chart/decimate';
import { isHollow, lookOf, markPath } from '@/lib/runs/chart/line-look';
import { shareOf, valueAt } from '@/lib/runs/chart/scale';
import { makeScene, type Scene } from '@/lib/runs/chart/scene';
import { isScore, type Axis, type Quantity } from '@/lib/runs/chart/series';
import styles from '@/components/runs/chart.module.css';

type Window = readonly [number, number] | null;

interface OverlayChartProps {
  readonly lines: readonly NamedLine[];
  readonly window: Window;
  readonly onWindow: (window: Window) => void;
  /** Where the lines are read; null: nowhere. */
  readonly place: number | null;
  readonly onPlace: (place: number | null) => void;
}

/** A drag narrower than this is a click, in pixels. */
const LEAST_DRAG = 6;

/** The lines on one chart: pointed at or gone along with the arrow keys, a place is read; dragged over, a range is shown. */
export function OverlayChart({ lines, window, onWindow, place, onPlace }: OverlayChartProps) {
  const t = useMessages(runsMessages);
  const { quantity, axis, isLog } = useView((state) => state);
  const [box, size] = useSize();
  const [drag, setDrag] = useState<readonly [number, number] | null>(null);
  const start = useRef<number | null>(null);
  const scene = useMemo(
    () => makeScene({ lines, window, yKind: isLog ? 'log' : 'linear', ...size }),
    [lines, window, isLog, size],
  );
  const placeAt = (event: PointerEvent<HTMLDivElement>) => {
    const left = event.clientX - event.currentTarget.getBoundingClientRect().left;
    const share = (left - scene.plot.left) / scene.plot.width;
    return valueAt(scene.x, Math.min(1, Math.max(0, share)));
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
    if (pixels >= LEAST_DRAG) onWindow(drag);
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = afterKey(event, { scene, lines, place });
    if (next === null) return;
    event.preventDefault();
    if (next.window !== undefined) onWindow(next.window);
    if (next.place !== undefined) onPlace(next.place);
  };
  const names = t.chart.summary(t.chart.quantities[quantity], t.chart.axes[axis], lines.length);
  const readings = lines.map((line) => `${line.name}: ${readText(line, place, { quantity, t })}`);
  return (
    <div
      ref={box}
      className={styles.chart}
      role="slider"
      tabIndex={0}
      aria-label={`${names}. ${t.chart.help}`}
      aria-valuemin={scene.x.low}
      aria-valuemax={scene.x.high}
      aria-valuenow={place ?? scene.x.high}
      aria-valuetext={[placeText(place ?? scene.x.high, axis, t), ...readings].join('; ')}
      onPointerDown={(event) => {
        if (event.button !== 0) return;
        event.currentTarget.setPointerCapture(event.pointerId);
        start.current = placeAt(event);
      }}
      onPointerMove={onPointerMove}
      onPointerUp={onPointerUp}
      onPointerLeave={() => start.current === null && onPlace(null)}
      onDoubleClick={() => onWindow(null)}
      onKeyDown={onKeyDown}
    >
      <SceneView scene={scene} quantity={quantity} axis={axis} />
      <Reading scene={scene} lines={lines} place={place} drag={drag} />
    </div>
  );
}

interface SceneViewProps {
  readonly scene: Scene;
  readonly quantity: Quantity;
  readonly axis: Axis;
}

/** All that does not move with the pointer. */
const SceneView = memo(function SceneView({ scene, quantity, axis }: SceneViewProps) {
  const t = useMessages(runsMessages);
  const colors = useLineColors();
  const { plot, width, height, lines } = scene;
  const bottom = plot.top + plot.height;
  return (
    <svg width={width} height={height} aria-hidden="true" focusable="false" className={styles.scene}>
      <defs>
        <clipPath id="runs-plot">
          <rect x={plot.left} y={plot.top} width={plot.width} height={plot.height} />
        </clipPath>
      </defs>
      {scene.yTicks.map(({ value, at }) => (
        <g key={value}>
          <path className={styles.grid} d={`M${plot.left} ${at}h${plot.width}`} />
          <text x={plot.left - 6} y={at + 4} textAnchor="end">
            {tickText(quantity, value, { valueText: (v) => valueText(quantity, v, t), constant: t.constant })}
          </text>
        </g>
      ))}
      {scene.xTicks.map(({ value, at }) => (
        <g key={value}>
          <path className={styles.grid} d={`M${at} ${plot.top}v${plot.height}`} />
          <text x={at} y={bottom + 15} textAnchor="middle">
            {axis === 'step' ? t.count(value) : t.constant(value)}
          </text>
        </g>
      ))}
      <g clipPath="url(#runs-plot)" fill="none">
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

/** Scores in per cent, losses in as few digits as they need. */
function tickText(
  quantity: Quantity,
  value: number,
  words: { readonly valueText: (value: number) => string; readonly constant: (value: number) => string },
): string {
  return isScore(quantity) ? `${words.constant(Number((value * 100).toPrecision(6)))} %` : words.constant(value);
}

interface ReadingProps {
  readonly scene: Scene;
  readonly lines: readonly NamedLine[];
  readonly place: number | null;
  readonly drag: Window;
}

/** The line at the place read, a dot on every curve, and the range being dragged. */
function Reading({ scene, lines, place, drag }: ReadingProps) {
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
          const index = nearest(series, place);
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

interface KeySite {
  readonly scene: Scene;
  readonly lines: readonly NamedLine[];
  readonly place: number | null;
}

interface Move {
  readonly place?: number | null;
  readonly window?: Window;
}

/** null: the key is none of the chart's. */
function afterKey({ key, shiftKey, ctrlKey, metaKey, altKey }: KeyboardEvent, site: KeySite): Move | null {
  if (ctrlKey || metaKey || altKey) return null;
  const { low, high } = site.scene.x;
  const at = site.place ?? high;
  const step = ((high - low) / 100) * (shiftKey ? 10 : 1);
  const within = (place: number) => ({ place: Math.min(high, Math.max(low, place)) });
  switch (key) {
    case 'ArrowRight':
    case 'ArrowUp':
      return within(at + step);
    case 'ArrowLeft':
    case 'ArrowDown':
      return within(at - step);
    case 'Home':
      return within(low);
    case 'End':
      return within(high);
    case '+':
    case '=':
      return { window: around(at, (high - low) / 2, [low, high]) };
    case '-': {
      const wider = around(at, (high - low) * 2, [0, site.scene.end]);
      return { window: wider[0] <= 0 && wider[1] >= site.scene.end ? null : wider };
    }
    case '0':
      return { window: null };
    default:
      return null;
  }
}

function around(at: number, width: number, [low, high]: readonly [number, number]): readonly [number, number] {
  const from = Math.max(low, Math.min(at - width / 2, high - width));
  return [from, Math.min(high, from + width)];
}
