'use client';

import type { NamedLine } from '@/components/runs/overlay-lines';
import { ReadingTable } from '@/components/runs/ReadingTable';
import { useView } from '@/components/runs/view-state';
import { useMessages } from '@/components/ui/use-messages';
import { runsMessages, type RunsMessages } from '@/lib/messages/runs';
import { nearest } from '@/lib/runs/chart/decimate';
import { isScore, type Axis, type Quantity } from '@/lib/runs/chart/series';

interface LegendTableProps {
  readonly lines: readonly NamedLine[];
  /** Where the lines are read; null: at their ends. */
  readonly place: number | null;
}

/** Every line with its look, what differs in it, and its value at the place that is read. */
export function LegendTable({ lines, place }: LegendTableProps) {
  const t = useMessages(runsMessages);
  const { quantity, axis } = useView((state) => state);
  const detailsOf = ({ details, isBaseline }: NamedLine) =>
    details.length > 0 ? details : [isBaseline ? t.chart.baseline : t.chart.same];
  const rows = lines.map((line) => ({
    ...{ key: line.key, look: line.look, name: line.name },
    details: detailsOf(line),
    value: readText(line, place, { quantity, t }),
  }));
  return (
    <ReadingTable
      caption={t.chart.lines}
      head={{ name: t.chart.run, value: place === null ? t.chart.value : placeText(place, axis, t) }}
      detailsLabel={t.chart.differences}
      rows={rows}
    />
  );
}

export function placeText(place: number, axis: Axis, t: RunsMessages): string {
  return t.chart.at[axis](axis === 'step' ? t.count(Math.round(place)) : t.decimal(place, 2));
}

interface Reading {
  readonly quantity: Quantity;
  readonly t: RunsMessages;
}

/** The value of a line at a place, or at its end. */
export function readText(
  { series, band, count, hasShares }: NamedLine,
  place: number | null,
  { quantity, t }: Reading,
): string {
  const end = series.xs.length - 1;
  const index = place === null ? (end < 0 ? null : end) : nearest(series, place);
  const value = index === null ? undefined : series.ys[index];
  if (index === null || value === undefined) return t.values.none;
  const isShare = hasShares && isScore(quantity);
  const text = valueText(isShare, value, t);
  if (band === null) return text;
  const deviation = (band.high[index] ?? value) - value;
  return t.chart.spread(text, valueText(isShare, deviation, t), count);
}

function valueText(isShare: boolean, value: number, t: RunsMessages): string {
  return isShare ? t.score(value) : t.loss(value);
}
