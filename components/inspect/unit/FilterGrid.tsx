'use client';

import {
  useCallback,
  useEffect,
  useId,
  useMemo,
  useRef,
  useState,
  type KeyboardEvent,
  type PointerEvent,
  type RefObject,
} from 'react';
import { useTheme } from '@/components/charts/use-theme';
import { putPixels } from '@/components/inspect/put-pixels';
import { themeNow } from '@/components/inspect/theme-now';
import { useShortNumber } from '@/components/inspect/unit/use-short-number';
import { useMessages } from '@/components/ui/use-messages';
import type { UnitFilter } from '@/lib/analysis/filters/unit-filter';
import type { ColourTheme } from '@/lib/inspect/colours';
import { cornerOf, gridLayout, positionAt, type GridLayout } from '@/lib/inspect/grid-layout';
import { unitFigures } from '@/lib/inspect/grid-statistics';
import { colourKernelPixels } from '@/lib/inspect/map-pixels';
import { paintGrid, type Pixels } from '@/lib/inspect/paint-grid';
import { inspectUnitMessages } from '@/lib/messages/inspect-unit';
import styles from '@/components/inspect/unit/unit.module.css';

interface FilterGridProps {
  readonly filter: UnitFilter;
  /** What it reads is the picture itself. */
  readonly isPicture: boolean;
}

/** One weight: its place in the window, and the number of its channel among those that are read. */
export interface WeightAt {
  readonly row: number;
  readonly column: number;
  readonly channel: number;
}

/** Most of the height of the part that is scrolled. */
const MOST_HEIGHT = 220;
const ROOM = { width: 260, height: 150 } as const;

/** A unit's weights, one small picture for each channel it reads, signs told apart; in colour where it reads colours. */
export function FilterGrid({ filter, isPicture }: FilterGridProps) {
  const t = useMessages(inspectUnitMessages).filter;
  const format = useShortNumber();
  const helpId = useId();
  const { taps, channels, values } = filter;
  const [rows, columns] = taps.size;
  const layout = useMemo(() => gridLayout([rows, columns, channels.length], ROOM, null), [rows, columns, channels]);
  const [at, setAt] = useState<WeightAt>({ row: 0, column: 0, channel: 0 });
  const scroll = useRef<HTMLDivElement>(null);
  const { canvas, paint } = useFilterCanvas(filter, layout, scroll);

  const onPointerMove = ({ clientX, clientY, currentTarget }: PointerEvent<HTMLElement>) => {
    const { left, top } = currentTarget.getBoundingClientRect();
    const hit = positionAt(layout, clientX - left, clientY - top);
    if (hit === null) return;
    const [row, column] = [Math.floor(hit.down * rows), Math.floor(hit.right * columns)];
    setAt({ row, column, channel: hit.position });
  };
  const onKeyDown = (event: KeyboardEvent) => {
    const next = weightAfter(event.key, at, { rows, columns, channels: channels.length, across: layout.columns });
    if (next === null || event.altKey || event.ctrlKey || event.metaKey) return;
    event.preventDefault();
    setAt(next);
    const top = cornerOf(layout, next.channel).y;
    const view = scroll.current;
    if (view !== null && (top < view.scrollTop || top + layout.cell.height > view.scrollTop + view.clientHeight))
      view.scrollTop = top;
  };
  const name = isPicture && channels.length === 3 ? t.colours[at.channel] : undefined;
  const value = values[(at.row * columns + at.column) * channels.length + at.channel] ?? Number.NaN;
  const channel = name ?? String(channels[at.channel] ?? at.channel);
  const corner = cornerOf(layout, at.channel);
  const [height, width] = [layout.cell.height / rows, layout.cell.width / columns];
  return (
    <div className={styles.filter}>
      {isPicture && channels.length === 3 && <ColourTile values={values} columns={columns} rows={rows} />}
      <div
        ref={scroll}
        className={styles.weights}
        style={{ maxHeight: MOST_HEIGHT }}
        role="application"
        tabIndex={0}
        aria-label={t.label(rows, columns, channels.length)}
        aria-describedby={helpId}
        onKeyDown={onKeyDown}
        onScroll={paint}
      >
        <div
          style={{ position: 'relative', width: 'fit-content', height: layout.height }}
          onPointerMove={onPointerMove}
        >
          <canvas ref={canvas} aria-hidden="true" />
          <span
            className={styles.mark}
            style={{ left: corner.x + at.column * width, top: corner.y + at.row * height, width, height }}
          />
        </div>
      </div>
      <p id={helpId} role="status" className={styles.weight}>
        {Number.isNaN(value)
          ? t.noWeight(at.row, at.column, channel)
          : t.weight(at.row, at.column, channel, format(value))}
      </p>
    </div>
  );
}

/** What is in view of the filter's picture, painted when it is scrolled and when its weights or the theme change. */
function useFilterCanvas(
  { taps, channels, values }: UnitFilter,
  layout: GridLayout,
  scroll: RefObject<HTMLDivElement | null>,
) {
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();
  const paint = useCallback(() => {
    const height = Math.min(MOST_HEIGHT, layout.height);
    const top = Math.min(Math.round(scroll.current?.scrollTop ?? 0), layout.height - height);
    if (canvas.current !== null)
      putPixels(canvas.current, filterPixels({ taps, channels, values }, layout, { top, height, theme: themeNow() }));
  }, [taps, channels, values, layout, scroll]);
  useEffect(paint, [paint, theme]);
  return { canvas, paint };
}

interface FilterSight {
  /** Rows of pixels that are drawn. */
  readonly top: number;
  readonly height: number;
  readonly theme: ColourTheme;
}

/** One small picture beside the other; all weights to one scale, 0 the ground's colour. */
export function filterPixels(
  { taps, channels, values }: Pick<UnitFilter, 'taps' | 'channels' | 'values'>,
  layout: GridLayout,
  { top, height, theme }: FilterSight,
): Pixels {
  const activations = { shape: [...taps.size, channels.length], values };
  const width = Math.min(layout.columns, channels.length) * (layout.cell.width + layout.gap) - layout.gap;
  const pixels = { data: new Uint32Array(width * height), width, height };
  paintGrid(pixels, {
    activations,
    figures: unitFigures(activations),
    order: channels.map((_, at) => at),
    layout,
    top,
    scale: 'diverging',
    theme,
    normalisation: 'layer',
  });
  return pixels;
}

const TILE = 96;

function ColourTile({ values, rows, columns }: { values: Float32Array; rows: number; columns: number }) {
  const t = useMessages(inspectUnitMessages).filter;
  const canvas = useRef<HTMLCanvasElement>(null);
  useEffect(() => {
    if (canvas.current !== null) putPixels(canvas.current, colourKernelPixels(values, columns));
  }, [values, columns]);
  return (
    <figure className={styles.colour}>
      <canvas ref={canvas} style={{ width: (TILE * columns) / Math.max(rows, columns) }} aria-hidden="true" />
      <figcaption>{t.inColour}</figcaption>
    </figure>
  );
}

interface Extent {
  readonly rows: number;
  readonly columns: number;
  readonly channels: number;
  /** Small pictures in a row. */
  readonly across: number;
}

/** Arrow keys go from weight to weight, over the edge into the next small picture. */
export function weightAfter(key: string, { row, column, channel }: WeightAt, extent: Extent): WeightAt | null {
  const { rows, columns, channels, across } = extent;
  const within = (next: WeightAt) => (next.channel >= 0 && next.channel < channels ? next : { row, column, channel });
  switch (key) {
    case 'ArrowRight':
      return column + 1 < columns
        ? { row, column: column + 1, channel }
        : within({ row, column: 0, channel: channel + 1 });
    case 'ArrowLeft':
      return column > 0
        ? { row, column: column - 1, channel }
        : within({ row, column: columns - 1, channel: channel - 1 });
    case 'ArrowDown':
      return row + 1 < rows ? { row: row + 1, column, channel } : within({ row: 0, column, channel: channel + across });
    case 'ArrowUp':
      return row > 0 ? { row: row - 1, column, channel } : within({ row: rows - 1, column, channel: channel - across });
    case 'PageDown':
      return { row, column, channel: Math.min(channels - 1, channel + 1) };
    case 'PageUp':
      return { row, column, channel: Math.max(0, channel - 1) };
    case 'Home':
      return { row: 0, column: 0, channel: 0 };
    case 'End':
      return { row: rows - 1, column: columns - 1, channel: channels - 1 };
    default:
      return null;
  }
}
