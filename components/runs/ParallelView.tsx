'use client';

import { useMemo, useRef, useState, type PointerEvent } from 'react';
import { useLineColors } from '@/components/runs/LookSample';
import type { ShownRun, ShownRuns } from '@/components/runs/use-shown-runs';
import { useSize } from '@/components/runs/use-size';
import { figureText } from '@/components/runs/values-text';
import { showRuns } from '@/components/runs/view-state';
import { Button } from '@/components/ui/Button';
import { useMessages } from '@/components/ui/use-messages';
import { runDifferenceMessages } from '@/lib/messages/run-difference';
import { runsMessages } from '@/lib/messages/runs';
import { lookOf } from '@/lib/runs/chart/line-look';
import { fitsRanges, parallelAxes, type ParallelAxis, type Ranges } from '@/lib/runs/table/parallel';
import styles from '@/components/runs/parallel.module.css';

const MOST_AXES = 9;
const TOP = 34;
const BOTTOM = 20;
/** A drag shorter than this gives the axis its whole range back, in pixels. */
const LEAST_DRAG = 4;

/** Room for the names of two axes beside each other, in pixels. */
const LEAST_COLUMN = 124;

/** Every chosen run as one line over its numbers; ranges on the axes say which runs are meant. */
export function ParallelView({ shown }: { readonly shown: ShownRuns }) {
  const t = useMessages(runsMessages);
  const [ranges, setRanges] = useState<Ranges>({});
  const axes = useMemo(
    () =>
      parallelAxes(
        shown.runs.map(({ run, traits }) => ({ record: run.record, training: traits.training })),
        MOST_AXES,
      ),
    [shown],
  );
  const fitting = shown.runs
    .filter(({ run }) => fitsRanges(run.record.id, axes, ranges))
    .map(({ run }) => run.record.id);
  if (axes.length === 0) return <p className={styles.notice}>{t.parallel.few}</p>;
  const setRange = (axis: ParallelAxis, range: readonly [number, number] | null) => {
    const { [axis.name]: _old, ...others } = ranges;
    setRanges(range === null ? others : { ...others, [axis.name]: range });
  };
  return (
    <div className={styles.parallel}>
      <div className={styles.bar}>
        <span role="status">{t.parallel.fits(fitting.length, shown.runs.length)}</span>
        <span className={styles.space} />
        <Button disabled={Object.keys(ranges).length === 0} onClick={() => setRanges({})}>
          {t.parallel.reset}
        </Button>
        <Button
          disabled={fitting.length === 0 || fitting.length === shown.runs.length}
          onClick={() => {
            showRuns(fitting);
            setRanges({});
          }}
        >
          {t.parallel.keep}
        </Button>
      </div>
      <div className={styles.columns} style={{ minWidth: axes.length * LEAST_COLUMN }}>
        <Axes axes={axes} runs={shown.runs} fitting={new Set(fitting)} ranges={ranges} onRange={setRange} />
        <div className={styles.ranges} style={{ gridTemplateColumns: `repeat(${axes.length}, 1fr)` }}>
          {axes.map((axis) => (
            <RangeFields key={axis.name} axis={axis} range={ranges[axis.name] ?? null} onRange={setRange} />
          ))}
        </div>
      </div>
    </div>
  );
}

type OnRange = (axis: ParallelAxis, range: readonly [number, number] | null) => void;

/** `runs`: whose values are read; their scores are taken for those of the first. */
function useAxisWords(runs: readonly ShownRun[]) {
  const t = useMessages(runsMessages);
  const settings = useMessages(runDifferenceMessages).settings;
  const learns = runs[0]?.run.record.learns;
  return {
    name: (axis: ParallelAxis) => (axis.kind === 'setting' ? settings[axis.name] : t.list.columns[axis.name]),
    value: (axis: ParallelAxis, value: number) =>
      axis.kind === 'setting' ? t.constant(Number(value.toPrecision(4))) : figureText(axis.name, value, { t, learns }),
  };
}

interface AxesProps {
  readonly axes: readonly ParallelAxis[];
  readonly runs: readonly ShownRun[];
  readonly fitting: ReadonlySet<string>;
  readonly ranges: Ranges;
  readonly onRange: OnRange;
}

function Axes({ axes, runs, fitting, ranges, onRange }: AxesProps) {
  const t = useMessages(runsMessages).parallel;
  const words = useAxisWords(runs);
  const colors = useLineColors();
  const [box, { width, height }] = useSize();
  const start = useRef<number | null>(null);
  const left = (index: number) => (width / axes.length) * (index + 0.5);
  const depth = Math.max(40, height - TOP - BOTTOM);
  const top = ({ low, high }: ParallelAxis, value: number) => TOP + (1 - (value - low) / (high - low)) * depth;
  const valueUnder = (event: PointerEvent<SVGElement>, { low, high }: ParallelAxis) => {
    const y = event.clientY - (box.current?.getBoundingClientRect().top ?? 0);
    return low + (1 - Math.min(1, Math.max(0, (y - TOP) / depth))) * (high - low);
  };
  const drag = (event: PointerEvent<SVGElement>, axis: ParallelAxis) => {
    if (start.current === null) return;
    const at = valueUnder(event, axis);
    const range = [Math.min(start.current, at), Math.max(start.current, at)] as const;
    const pixels = ((range[1] - range[0]) / (axis.high - axis.low)) * depth;
    onRange(axis, pixels < LEAST_DRAG ? null : range);
  };
  return (
    <div ref={box} className={styles.picture} title={t.help}>
      <svg width={width} height={height} role="img" aria-label={t.summary(runs.length, axes.length)}>
        {runs.map(({ run, look }) => {
          const points = axes.flatMap((axis, index) => {
            const value = axis.values.get(run.record.id);
            return value === undefined ? [] : [`${left(index).toFixed(1)} ${top(axis, value).toFixed(1)}`];
          });
          return (
            <path
              key={run.record.id}
              d={`M${points.join('L')}`}
              fill="none"
              stroke={colors[lookOf(look).color]}
              strokeDasharray={lookOf(look).dash}
              strokeWidth="2"
              opacity={fitting.has(run.record.id) ? 1 : 0.12}
            />
          );
        })}
        {axes.map((axis, index) => {
          const range = ranges[axis.name];
          return (
            <g key={axis.name}>
              <path className={styles.axis} d={`M${left(index)} ${TOP}v${depth}`} />
              <text x={left(index)} y={12} textAnchor="middle" className={styles.axisName}>
                {words.name(axis)}
              </text>
              <text x={left(index)} y={TOP - 6} textAnchor="middle">
                {words.value(axis, axis.high)}
              </text>
              <text x={left(index)} y={TOP + depth + 14} textAnchor="middle">
                {words.value(axis, axis.low)}
              </text>
              {range !== undefined && (
                <rect
                  className={styles.range}
                  x={left(index) - 7}
                  y={top(axis, range[1])}
                  width="14"
                  height={Math.max(2, top(axis, range[0]) - top(axis, range[1]))}
                />
              )}
              <rect
                className={styles.handle}
                x={left(index) - 14}
                y={TOP}
                width="28"
                height={depth}
                onPointerDown={(event) => {
                  event.currentTarget.setPointerCapture(event.pointerId);
                  start.current = valueUnder(event, axis);
                }}
                onPointerMove={(event) => drag(event, axis)}
                onPointerUp={(event) => {
                  drag(event, axis);
                  start.current = null;
                }}
              />
            </g>
          );
        })}
      </svg>
    </div>
  );
}

interface RangeFieldsProps {
  readonly axis: ParallelAxis;
  readonly range: readonly [number, number] | null;
  readonly onRange: OnRange;
}

/** The same by keyboard. */
function RangeFields({ axis, range, onRange }: RangeFieldsProps) {
  const t = useMessages(runsMessages).parallel;
  const name = useAxisWords([]).name(axis);
  const [low, high] = range ?? [axis.low, axis.high];
  const set = (text: string, end: 0 | 1) => {
    const value = Number(text);
    if (text === '' || !Number.isFinite(value)) return;
    onRange(axis, end === 0 ? [value, Math.max(value, high)] : [Math.min(low, value), value]);
  };
  const short = (value: number) => Number(value.toPrecision(5));
  return (
    <div className={styles.fields}>
      <input
        type="number"
        step="any"
        aria-label={t.from(name)}
        value={short(low)}
        onChange={(event) => set(event.target.value, 0)}
      />
      <input
        type="number"
        step="any"
        aria-label={t.to(name)}
        value={short(high)}
        onChange={(event) => set(event.target.value, 1)}
      />
    </div>
  );
}
