'use client';

import { useCallback, useMemo, useState } from 'react';
import { ReadableChart } from '@/components/runs/ReadableChart';
import { ReadingTable } from '@/components/runs/ReadingTable';
import { measureText } from '@/components/study/study-words';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { studiesMessages } from '@/lib/messages/studies';
import { pointAt } from '@/lib/runs/chart/decimate';
import type { Line } from '@/lib/runs/chart/scene';
import { epochScene } from '@/lib/runs/study/report/figure';
import type { CurveMeasure } from '@/lib/runs/study/results';
import styles from '@/components/study/study.module.css';

interface StudyChartProps {
  readonly measure: CurveMeasure;
  readonly lines: readonly Line[];
}

/** The variants' curves over each other, means over the seeds with their spread as bands, read epoch by epoch. */
export function StudyChart({ measure, lines }: StudyChartProps) {
  const t = useMessages(studiesMessages).results;
  const locale = useLocale();
  const [place, setPlace] = useState<number | null>(null);
  const scene = useCallback(
    (size: { readonly width: number; readonly height: number }) => epochScene(lines, size),
    [lines],
  );
  const ticks = useMemo(
    () => ({ x: String, y: (value: number) => measureText(measure, value, locale) }),
    [measure, locale],
  );
  const names = lines.map(({ key }) => key).join(', ');
  const valueAt = ({ series, band }: Line, at: number | null): string => {
    const index = at === null ? series.xs.length - 1 : pointAt(series, at, 1);
    const mean = index === null ? undefined : series.ys[index];
    if (index === null || mean === undefined) return t.none;
    const deviation = band === null ? 0 : (band.high[index] ?? mean) - mean;
    const text = measureText(measure, mean, locale);
    return deviation === 0 ? text : t.spread(text, measureText(measure, deviation, locale));
  };
  const read = (at: number) =>
    [t.atEpoch(at), ...lines.map((line) => `${line.key}: ${valueAt(line, place)}`)].join('; ');
  return (
    <>
      <div className={styles.chart}>
        <ReadableChart
          lines={lines}
          makeScene={scene}
          ticks={ticks}
          label={`${t.chartSummary(t.measures[measure], names)} ${t.chartHelp}`}
          read={read}
          place={place}
          onPlace={setPlace}
          step={1}
          onWindow={null}
        />
        <ReadingTable
          caption={t.chartLines}
          head={{ name: t.variant, value: place === null ? t.lastEpoch : t.atEpoch(place) }}
          detailsLabel=""
          rows={lines.map((line) => ({
            ...{ key: line.key, look: line.look, name: line.key, details: [] },
            value: valueAt(line, place),
          }))}
        />
      </div>
      <p className={styles.hint}>{t.band}</p>
    </>
  );
}
