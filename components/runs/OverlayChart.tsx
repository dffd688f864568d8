'use client';

import { useCallback, useMemo } from 'react';
import { placeText, readText } from '@/components/runs/LegendTable';
import type { NamedLine } from '@/components/runs/overlay-lines';
import { ReadableChart } from '@/components/runs/ReadableChart';
import { useView } from '@/components/runs/view-state';
import { useMessages } from '@/components/ui/use-messages';
import { runsMessages } from '@/lib/messages/runs';
import { makeScene } from '@/lib/runs/chart/scene';
import { isScore } from '@/lib/runs/chart/series';

type Window = readonly [number, number] | null;

interface OverlayChartProps {
  readonly lines: readonly NamedLine[];
  readonly window: Window;
  readonly onWindow: (window: Window) => void;
  /** Where the lines are read; null: nowhere. */
  readonly place: number | null;
  readonly onPlace: (place: number | null) => void;
}

/** The lines of the chosen runs on one chart. */
export function OverlayChart({ lines, window, onWindow, place, onPlace }: OverlayChartProps) {
  const t = useMessages(runsMessages);
  const { quantity, axis, isLog } = useView((state) => state);
  const scene = useCallback(
    (size: { readonly width: number; readonly height: number }) =>
      makeScene({ lines, window, yKind: isLog ? 'log' : 'linear', ...size }),
    [lines, window, isLog],
  );
  const isShare = isScore(quantity) && lines.every(({ hasShares }) => hasShares);
  const ticks = useMemo(
    () => ({
      x: axis === 'step' ? t.count : t.constant,
      y: (value: number) => tickText(isShare, value, t.constant),
    }),
    [axis, isShare, t],
  );
  const names = t.chart.summary(t.chart.quantities[quantity], t.chart.axes[axis], lines.length);
  const read = (at: number) =>
    [placeText(at, axis, t), ...lines.map((line) => `${line.name}: ${readText(line, place, { quantity, t })}`)].join(
      '; ',
    );
  return (
    <ReadableChart
      lines={lines}
      makeScene={scene}
      ticks={ticks}
      label={`${names}. ${t.chart.help}`}
      read={read}
      place={place}
      onPlace={onPlace}
      step={null}
      onWindow={onWindow}
    />
  );
}

/** Shares in per cent, other values in as few digits as they need. */
function tickText(isShare: boolean, value: number, constant: (value: number) => string): string {
  return isShare ? `${constant(Number((value * 100).toPrecision(6)))}\u00a0%` : constant(value);
}
