import type uPlot from 'uplot';

export interface ChartColors {
  readonly training: string;
  readonly validation: string;
  readonly text: string;
  readonly grid: string;
  readonly ground: string;
  readonly font: string;
}

/** As the style sheet has them now. */
export function readColors(element: Element): ChartColors {
  const style = getComputedStyle(element);
  const value = (name: string) => style.getPropertyValue(name).trim();
  return {
    training: value('--family-convolution'),
    validation: value('--family-activation'),
    text: value('--text-2'),
    grid: value('--border'),
    ground: value('--surface'),
    font: `11px ${value('--font-text')}`,
  };
}

export interface ChartFace {
  readonly colors: ChartColors;
  readonly size: { readonly width: number; readonly height: number };
  readonly formatX: (value: number) => string;
  readonly formatY: (value: number) => string;
  /** The lowest and highest y to show, given those of the data. */
  readonly yRange: (low: number, high: number) => [number, number];
  /** The last x to show. */
  readonly xEnd: () => number;
  /** The index under the pointer, and where it lies in the plot; null when there is none. */
  readonly onPoint: (point: { readonly index: number; readonly left: number } | null) => void;
  /** Charts of the same key move their cursors together. */
  readonly syncKey: string;
}

/** There is no half a batch: 1, 2, 5, 10, 20, … */
const WHOLE_STEPS = Array.from({ length: 9 }, (_, power) => [1, 2, 5].map((step) => step * 10 ** power)).flat();

/** Lines in the order of `chartData`: each batch, batches smoothed, training per epoch, validation per epoch. */
export function chartOptions(face: ChartFace): uPlot.Options {
  const { colors, size } = face;
  return {
    ...size,
    padding: [8, 12, 0, 0],
    legend: { show: false },
    cursor: { y: false, points: { size: 7 }, drag: { x: false, y: false }, sync: { key: face.syncKey } },
    scales: {
      x: { time: false, range: (_, __, max) => [0, Math.max(1, face.xEnd(), max)] },
      y: { range: (_, min, max) => face.yRange(min ?? 0, max ?? 1) },
    },
    axes: [
      { ...axis(colors, { size: 26, values: face.formatX }), incrs: WHOLE_STEPS },
      axis(colors, { size: 44, values: face.formatY }),
    ],
    series: [
      {},
      { stroke: faint(colors.training), width: 1, points: { show: false }, spanGaps: true },
      { stroke: colors.training, width: 2, points: { show: false }, spanGaps: true },
      { ...marked(colors.training, colors.training), width: 1, dash: [2, 3] },
      { ...marked(colors.validation, colors.ground), width: 1.5, dash: [7, 4] },
    ],
    hooks: { setCursor: [(chart) => face.onPoint(pointUnder(chart))] },
  };
}

function axis(
  colors: ChartColors,
  { size, values }: { readonly size: number; readonly values: (value: number) => string },
): uPlot.Axis {
  const grid = { stroke: colors.grid, width: 1 };
  return {
    size,
    font: colors.font,
    stroke: colors.text,
    grid,
    ticks: { ...grid, size: 4 },
    values: (_, splits) => splits.map(values),
  };
}

function faint(color: string): string {
  return `color-mix(in srgb, ${color} 35%, transparent)`;
}

function marked(stroke: string, fill: string): uPlot.Series {
  return { stroke, spanGaps: true, points: { show: true, size: 8, width: 2, stroke, fill } };
}

function pointUnder({ cursor }: uPlot): { readonly index: number; readonly left: number } | null {
  const { idx, left } = cursor;
  if (idx === null || idx === undefined || left === undefined || left < 0) return null;
  return { index: idx, left };
}
