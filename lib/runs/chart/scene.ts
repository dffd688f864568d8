import { decimate } from '@/lib/runs/chart/decimate';
import type { Band } from '@/lib/runs/chart/mean-band';
import { shareOf, ticksOf, type Scale } from '@/lib/runs/chart/scale';
import type { Series } from '@/lib/runs/chart/series';

export interface Line {
  readonly key: string;
  /** Of a table of strokes and marks: line-look.ts. */
  readonly look: number;
  readonly series: Series;
  /** Drawn faintly beneath; null where it is the line itself. */
  readonly raw: Series | null;
  readonly band: Band | null;
}

export interface SceneOrder {
  readonly lines: readonly Line[];
  /** null: from 0 to the end of the longest. */
  readonly window: readonly [number, number] | null;
  readonly yKind: Scale['kind'];
  readonly width: number;
  readonly height: number;
}

export interface Tick {
  readonly value: number;
  /** Pixels from the left, or from the top. */
  readonly at: number;
}

export interface DrawnLine {
  readonly key: string;
  readonly look: number;
  readonly path: string;
  readonly raw: string;
  readonly band: string;
  readonly marks: readonly (readonly [number, number])[];
}

/** A chart in pixels: what a component draws and a file holds. */
export interface Scene {
  readonly width: number;
  readonly height: number;
  readonly plot: { readonly left: number; readonly top: number; readonly width: number; readonly height: number };
  readonly x: Scale;
  readonly y: Scale;
  readonly xTicks: readonly Tick[];
  readonly yTicks: readonly Tick[];
  readonly lines: readonly DrawnLine[];
  /** The last x of all lines. */
  readonly end: number;
}

const MARGIN = { left: 50, right: 12, top: 8, bottom: 24 };

export function makeScene({ lines, window, yKind, width, height }: SceneOrder): Scene {
  const plot = {
    left: MARGIN.left,
    top: MARGIN.top,
    width: Math.max(20, width - MARGIN.left - MARGIN.right),
    height: Math.max(20, height - MARGIN.top - MARGIN.bottom),
  };
  const end = Math.max(0, ...lines.flatMap(({ series, raw }) => [series.xs.at(-1) ?? 0, raw?.xs.at(-1) ?? 0]));
  const [low, high] = window ?? [0, end > 0 ? end : 1];
  const x: Scale = { kind: 'linear', low, high };
  const y = yScale(lines, { from: low, to: high, kind: yKind });
  const place: Place = {
    left: (value) => plot.left + shareOf(x, value) * plot.width,
    top: (value) => plot.top + (1 - shareOf(y, value)) * plot.height,
    bottom: plot.top + plot.height,
    window: { from: low, to: high, columns: Math.round(plot.width) },
  };
  return {
    ...{ width, height, plot, x, y, end },
    xTicks: ticksOf(x, plot.width / 90).map((value) => ({ value, at: place.left(value) })),
    yTicks: ticksOf(y, plot.height / 36).map((value) => ({ value, at: place.top(value) })),
    lines: lines.map((line) => drawLine(line, place)),
  };
}

interface Place {
  readonly left: (x: number) => number;
  readonly top: (y: number) => number;
  /** Where an edge lies that a logarithm has no place for. */
  readonly bottom: number;
  readonly window: { readonly from: number; readonly to: number; readonly columns: number };
}

function drawLine({ key, look, series, raw, band }: Line, place: Place): DrawnLine {
  const indices = decimate(series, place.window);
  return {
    ...{ key, look },
    path: pathOf(series, indices, place),
    raw: raw === null ? '' : pathOf(raw, decimate(raw, place.window), place),
    band: band === null ? '' : bandPath(band, place),
    marks: marksOf(series, look, place),
  };
}

/** Broken where a value is missing. */
function pathOf({ xs, ys }: Series, indices: readonly number[], { left, top }: Place): string {
  let path = '';
  let isOpen = false;
  for (const index of indices) {
    const [x, y] = [left(xs[index] ?? Number.NaN), top(ys[index] ?? Number.NaN)];
    if (Number.isFinite(x) && Number.isFinite(y)) path += `${isOpen ? 'L' : 'M'}${tenth(x)} ${tenth(y)}`;
    isOpen = Number.isFinite(x) && Number.isFinite(y);
  }
  return path;
}

function bandPath({ mean, low, high }: Band, { left, top, window, bottom }: Place): string {
  const indices = decimate(mean, window);
  const edge = (ys: Float64Array, index: number) => {
    const y = top(ys[index] ?? Number.NaN);
    return `${tenth(left(mean.xs[index] ?? 0))} ${tenth(Number.isFinite(y) ? y : bottom)}`;
  };
  const there = indices.map((index) => edge(high, index));
  const back = [...indices].reverse().map((index) => edge(low, index));
  return indices.length < 2 ? '' : `M${[...there, ...back].join('L')}Z`;
}

/** Pixels between two marks of a line; lines with few points are marked at each. */
const MARK_EVERY = 110;
const FEW_POINTS = 14;

function marksOf({ xs, ys }: Series, look: number, { left, top, window }: Place): DrawnLine['marks'] {
  const within = Array.from(xs.keys()).filter((index) => inWindow(xs[index] ?? 0, window));
  const at = (index: number) => [tenth(left(xs[index] ?? 0)), tenth(top(ys[index] ?? Number.NaN))] as const;
  if (within.length <= FEW_POINTS) return within.map(at).filter(([, y]) => Number.isFinite(y));
  // Each line's marks stand elsewhere, so that lines that run together are still told apart.
  let next = (look * 31) % MARK_EVERY;
  return within.flatMap((index) => {
    const [x, y] = at(index);
    if (x - left(window.from) < next || !Number.isFinite(y)) return [];
    next = x - left(window.from) + MARK_EVERY;
    return [[x, y] as const];
  });
}

function inWindow(x: number, { from, to }: Place['window']): boolean {
  return x >= from && x <= to;
}

interface Shown {
  readonly from: number;
  readonly to: number;
  readonly kind: Scale['kind'];
}

/** From the lines, not from what lies faintly beneath: single batches would flatten them. */
function yScale(lines: readonly Line[], { from, to, kind }: Shown): Scale {
  let [low, high] = [Infinity, -Infinity];
  const take = (value: number) => {
    if (!Number.isFinite(value) || (kind === 'log' && value <= 0)) return;
    low = Math.min(low, value);
    high = Math.max(high, value);
  };
  for (const { series, band } of lines) {
    for (const { xs, ys } of [series, ...(band === null ? [] : edgesOf(band))]) {
      xs.forEach((x, index) => {
        if (x >= from && x <= to) take(ys[index] ?? Number.NaN);
      });
    }
  }
  if (low > high) return { kind, low: kind === 'log' ? 0.1 : 0, high: 1 };
  if (kind === 'log') return { kind, low: low / 1.1, high: high * 1.1 };
  const pad = high === low ? Math.abs(high) * 0.1 + 1e-6 : (high - low) * 0.05;
  // Losses and scores do not go below 0: an axis that does would say that they might.
  return { kind, low: low >= 0 ? Math.max(0, low - pad) : low - pad, high: high + pad };
}

function edgesOf({ mean, low, high }: Band): readonly Series[] {
  return [low, high].map((ys) => ({ xs: mean.xs, ys }));
}

function tenth(value: number): number {
  return Math.round(value * 10) / 10;
}
