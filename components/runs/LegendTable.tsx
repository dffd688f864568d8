'use client';

import { LookSample } from '@/components/runs/LookSample';
import type { NamedLine } from '@/components/runs/overlay-lines';
import { useView } from '@/components/runs/view-state';
import { useMessages } from '@/components/ui/use-messages';
import { runsMessages, type RunsMessages } from '@/lib/messages/runs';
import { nearest } from '@/lib/runs/chart/decimate';
import { isScore, type Axis, type Quantity } from '@/lib/runs/chart/series';
import styles from '@/components/runs/chart.module.css';

interface LegendTableProps {
  readonly lines: readonly NamedLine[];
  /** Where the lines are read; null: at their ends. */
  readonly place: number | null;
}

/** Every line with its look, what differs in it, and its value at the place that is read. */
export function LegendTable({ lines, place }: LegendTableProps) {
  const t = useMessages(runsMessages);
  const { quantity, axis } = useView((state) => state);
  return (
    <div className={styles.legend}>
      <table>
        <caption className="visually-hidden">{t.chart.lines}</caption>
        <thead>
          <tr>
            <th scope="col">{t.chart.run}</th>
            <th scope="col" className={styles.number}>
              {place === null ? t.chart.value : placeText(place, axis, t)}
            </th>
          </tr>
        </thead>
        <tbody>
          {lines.map((line) => (
            <tr key={line.key}>
              <th scope="row" aria-label={line.name}>
                <details>
                  <summary>
                    <LookSample look={line.look} />
                    <span>{line.name}</span>
                  </summary>
                  <ul aria-label={t.chart.differences}>
                    {line.details.length === 0 ? (
                      <li>{line.isBaseline ? t.chart.baseline : t.chart.same}</li>
                    ) : (
                      line.details.map((detail) => <li key={detail}>{detail}</li>)
                    )}
                  </ul>
                </details>
              </th>
              <td className={styles.number}>{readText(line, place, { quantity, t })}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
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
export function readText({ series, band, count }: NamedLine, place: number | null, { quantity, t }: Reading): string {
  const end = series.xs.length - 1;
  const index = place === null ? (end < 0 ? null : end) : nearest(series, place);
  const value = index === null ? undefined : series.ys[index];
  if (index === null || value === undefined) return t.values.none;
  const text = valueText(quantity, value, t);
  if (band === null) return text;
  const deviation = (band.high[index] ?? value) - value;
  return t.chart.spread(text, valueText(quantity, deviation, t), count);
}

export function valueText(quantity: Quantity, value: number, t: RunsMessages): string {
  return isScore(quantity) ? t.score(value) : t.loss(value);
}
