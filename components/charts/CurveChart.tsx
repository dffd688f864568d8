'use client';

import { useEffect, useRef, type RefObject } from 'react';
import '@/components/charts/safe-locale';
import uPlot from 'uplot';
import 'uplot/dist/uPlot.min.css';
import { chartOptions, readColors, type ChartFace } from '@/components/charts/chart-options';
import { chartData, type ChartData, type Curves } from '@/components/charts/curve-data';
import { useFrames } from '@/components/charts/use-frames';
import { useTheme } from '@/components/charts/use-theme';
import styles from '@/components/charts/charts.module.css';

interface CurveChartProps {
  readonly title: string;
  /** What the picture shows, in words. */
  readonly summary: string;
  /** Reads the curves as they are now; called once a frame at most. */
  readonly read: () => Curves;
  readonly subscribe: (news: () => void) => () => void;
  readonly face: Pick<ChartFace, 'formatX' | 'formatY' | 'yRange' | 'xEnd'>;
  /** Names of the four lines, in the order of `chartData`. */
  readonly names: readonly string[];
  readonly formatValue: (value: number) => string;
  readonly formatPlace: (x: number) => string;
}

const EMPTY: ChartData = [[], [], [], [], []];
const SYNC_KEY = 'training-curves';

/** One quantity over the batches of a run, drawn beside React: a point more costs no rendering. */
export function CurveChart(props: CurveChartProps) {
  const plotArea = useRef<HTMLDivElement>(null);
  const current = useRef<HTMLSpanElement>(null);
  const tip = useRef<HTMLDivElement>(null);
  const plot = usePlot(plotArea, tip, props);

  useFrames(props.subscribe, () => {
    const curves = props.read();
    plot.current?.setData(chartData(curves, Math.max(100, plotArea.current?.clientWidth ?? 0)));
    const last = curves.smoothed.at(-1);
    if (current.current !== null) current.current.textContent = last === undefined ? '' : props.formatValue(last);
  });

  return (
    <figure className={styles.figure}>
      <figcaption className={styles.caption}>
        <span>{props.title}</span>
        <span ref={current} className={styles.current} />
      </figcaption>
      <div ref={plotArea} className={styles.plot} role="img" aria-label={props.summary}>
        <div ref={tip} className={styles.tip} hidden />
      </div>
    </figure>
  );
}

/** The uPlot chart in `area`, remade when the theme changes, as wide and high as its area. */
function usePlot(
  area: RefObject<HTMLDivElement | null>,
  tip: RefObject<HTMLDivElement | null>,
  props: CurveChartProps,
): RefObject<uPlot | null> {
  const plot = useRef<uPlot | null>(null);
  const latest = useRef(props);
  const theme = useTheme();
  useEffect(() => {
    latest.current = props;
  });
  useEffect(() => {
    const element = area.current;
    if (element === null) return undefined;
    const size = () => ({ width: element.clientWidth, height: Math.max(80, element.clientHeight) });
    const onPoint: ChartFace['onPoint'] = (point) => {
      if (tip.current !== null) showTip(tip.current, latest.current, { point, data: made.data, width: size().width });
    };
    const made = new uPlot(
      chartOptions({
        colors: readColors(element),
        size: size(),
        formatX: (value) => latest.current.face.formatX(value),
        formatY: (value) => latest.current.face.formatY(value),
        yRange: (low, high) => latest.current.face.yRange(low, high),
        xEnd: () => latest.current.face.xEnd(),
        onPoint,
        syncKey: SYNC_KEY,
      }),
      plot.current?.data ?? chartData(latest.current.read(), 400) ?? EMPTY,
      element,
    );
    plot.current = made;
    const observer = new ResizeObserver(() => made.setSize(size()));
    observer.observe(element);
    return () => {
      observer.disconnect();
      made.destroy();
    };
  }, [area, tip, theme]);
  return plot;
}

interface TipSite {
  readonly point: { readonly index: number; readonly left: number } | null;
  readonly data: uPlot.AlignedData;
  readonly width: number;
}

function showTip(tip: HTMLDivElement, { names, formatPlace, formatValue }: CurveChartProps, site: TipSite): void {
  const { point, data, width } = site;
  const x = point === null ? undefined : data[0][point.index];
  tip.hidden = x === undefined;
  if (point === null || x === undefined) return;
  const lines = names.flatMap((name, series) => {
    const value = data[series + 1]?.[point.index];
    return value === null || value === undefined ? [] : [`${name}: ${formatValue(value)}`];
  });
  tip.textContent = [formatPlace(x), ...lines].join('\n');
  // On the side that has room.
  tip.dataset['side'] = point.left > width / 2 ? 'left' : 'right';
}
