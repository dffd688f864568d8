'use client';

import type { ReactNode } from 'react';
import styles from '@/components/training/evaluation/evaluation.module.css';

/** Side of the plot, and the room for what stands beside it, in the drawing's units. */
export const SIDE = 180;
const LEFT = 34;
const BELOW = 30;
const TOP = 6;
const TICKS = [0, 0.5, 1];

interface UnitPlotProps {
  readonly title: string;
  /** The figure beside the title. */
  readonly figure: string;
  readonly hint: string;
  readonly axes: readonly [x: string, y: string];
  /** The values at both ends of both axes; 0 and 1 unless said. */
  readonly ends?: readonly [low: string, high: string];
  /** Drawn with the origin at the lower left, x and y from 0 to SIDE, y growing downwards from the top. */
  readonly children: ReactNode;
}

/** A square plot with axes of equal range. */
export function UnitPlot({ title, figure, hint, axes: [x, y], ends, children }: UnitPlotProps) {
  const label = (tick: number): string => (ends === undefined ? String(tick) : tick === 0 ? ends[0] : ends[1]);
  const ticks = ends === undefined ? TICKS : [0, 1];
  return (
    <figure className={styles.figure}>
      <figcaption>
        {title} <span>{figure}</span>
      </figcaption>
      <svg
        viewBox={`0 0 ${LEFT + SIDE + 6} ${TOP + SIDE + BELOW}`}
        role="img"
        aria-label={`${title}. ${figure}. ${hint}`}
      >
        <g transform={`translate(${LEFT} ${TOP})`}>
          <rect className={styles.frame} width={SIDE} height={SIDE} />
          {ticks.map((tick) => (
            <g key={tick}>
              <text x={tick * SIDE} y={SIDE + 12} textAnchor={tick === 0 ? 'start' : tick === 1 ? 'end' : 'middle'}>
                {label(tick)}
              </text>
              <text x={-4} y={(1 - tick) * SIDE + (tick === 1 ? 8 : tick === 0 ? 0 : 4)} textAnchor="end">
                {label(tick)}
              </text>
            </g>
          ))}
          <text x={SIDE / 2} y={SIDE + 25} textAnchor="middle">
            {x}
          </text>
          <text transform={`translate(-22 ${SIDE / 2}) rotate(-90)`} textAnchor="middle">
            {y}
          </text>
          {children}
        </g>
      </svg>
      <p>{hint}</p>
    </figure>
  );
}
