'use client';

import { useRef } from 'react';
import { useLineColors } from '@/components/runs/LookSample';
import { useElementSize } from '@/components/study/use-element-size';
import { measureText } from '@/components/study/study-words';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { studiesMessages } from '@/lib/messages/studies';
import { isHollow, lookOf, markPath } from '@/lib/runs/chart/line-look';
import type { Line, Scene } from '@/lib/runs/chart/scene';
import { epochScene } from '@/lib/runs/study/report/figure';
import type { CurveMeasure } from '@/lib/runs/study/results';
import styles from '@/components/study/study.module.css';

interface StudyChartProps {
  readonly measure: CurveMeasure;
  readonly lines: readonly Line[];
}

const HEIGHT = 240;

/** The variants' curves over each other: means over the seeds, with their spread as bands. */
export function StudyChart({ measure, lines }: StudyChartProps) {
  const t = useMessages(studiesMessages).results;
  const locale = useLocale();
  const area = useRef<HTMLDivElement>(null);
  const { width } = useElementSize(area);
  const scene = epochScene(lines, { width: Math.max(260, width), height: HEIGHT });
  const names = lines.map(({ key }) => key).join(', ');
  return (
    <div ref={area} className={styles.chart}>
      <svg
        width={scene.width}
        height={HEIGHT}
        viewBox={`0 0 ${scene.width} ${HEIGHT}`}
        role="img"
        aria-label={t.chartSummary(t.measures[measure], names)}
      >
        <Axes scene={scene} format={(value) => measureText(measure, value, locale)} />
        {scene.lines.map((line) => (
          <DrawnLine key={line.key} line={line} />
        ))}
      </svg>
      <p className={styles.hint}>{t.band}</p>
    </div>
  );
}

function Axes({ scene, format }: { readonly scene: Scene; readonly format: (value: number) => string }) {
  const { plot, xTicks, yTicks } = scene;
  return (
    <g className={styles.axes}>
      {yTicks.map(({ value, at }) => (
        <g key={value}>
          <path d={`M${plot.left} ${at}h${plot.width}`} />
          <text x={plot.left - 6} y={at + 4} textAnchor="end">
            {format(value)}
          </text>
        </g>
      ))}
      {xTicks.map(({ value, at }) => (
        <text key={value} x={at} y={plot.top + plot.height + 16} textAnchor="middle">
          {value}
        </text>
      ))}
    </g>
  );
}

function DrawnLine({ line: { key, look: place, band, path, marks } }: { readonly line: Scene['lines'][number] }) {
  const look = lookOf(place);
  const color = useLineColors()[look.color] ?? 'currentColor';
  return (
    <g>
      <title>{key}</title>
      {band !== '' && <path d={band} fill={color} fillOpacity="0.16" />}
      <path d={path} fill="none" stroke={color} strokeWidth="2" strokeDasharray={look.dash} />
      <path
        d={marks.map((at) => markPath(look.mark, at)).join('')}
        fill={isHollow(look.mark) ? 'var(--surface)' : color}
        stroke={color}
        strokeWidth="1.5"
      />
    </g>
  );
}
