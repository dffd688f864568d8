'use client';

import { useEffect, useMemo, useRef } from 'react';
import { useTheme } from '@/components/charts/use-theme';
import { spreadOf, type Spread } from '@/components/training/health/spread-image';
import { useMessages } from '@/components/ui/use-messages';
import { healthMessages } from '@/lib/messages/health';
import { formatConstant } from '@/lib/messages/measures';
import type { Histogram } from '@/lib/training/health';
import styles from '@/components/training/health/health.module.css';

interface SpreadChartProps {
  readonly title: string;
  readonly histograms: readonly Histogram[];
}

/** How values were spread over time: one column per look, darker where more of them lie. */
export function SpreadChart({ title, histograms }: SpreadChartProps) {
  const t = useMessages(healthMessages);
  const canvas = useRef<HTMLCanvasElement>(null);
  const theme = useTheme();
  const spread = useMemo(() => spreadOf(histograms), [histograms]);
  useEffect(() => {
    if (canvas.current !== null && spread !== null) paint(canvas.current, spread);
  }, [spread, theme]);
  const last = histograms.at(-1);
  if (spread === null || last === undefined) return null;
  const short = (value: number): string => formatConstant(Number(value.toPrecision(2)));
  return (
    <figure className={styles.figure}>
      <figcaption>
        {title}: {short(last.low)} … {short(last.high)}
      </figcaption>
      <canvas
        ref={canvas}
        width={spread.columns}
        height={spread.rows}
        role="img"
        aria-label={`${title}. ${t.histogramSummary(short(last.low), short(last.high), String(histograms.length))}`}
      />
    </figure>
  );
}

const PROBE_SIZE = 1;

/** The accent colour, as opaque as there are values. */
function paint(canvas: HTMLCanvasElement, { columns, rows, cells }: Spread): void {
  const context = canvas.getContext('2d');
  if (context === null) return;
  const [red, green, blue] = accentOf(context, canvas);
  const image = new ImageData(columns, rows);
  cells.forEach((share, at) => {
    image.data.set([red, green, blue, Math.round(255 * Math.sqrt(share))], at * 4);
  });
  context.putImageData(image, 0, 0);
}

function accentOf(context: CanvasRenderingContext2D, canvas: HTMLCanvasElement): readonly [number, number, number] {
  context.fillStyle = getComputedStyle(canvas).getPropertyValue('--accent').trim();
  context.fillRect(0, 0, PROBE_SIZE, PROBE_SIZE);
  const [red = 0, green = 0, blue = 0] = context.getImageData(0, 0, PROBE_SIZE, PROBE_SIZE).data;
  context.clearRect(0, 0, PROBE_SIZE, PROBE_SIZE);
  return [red, green, blue];
}
