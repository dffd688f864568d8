'use client';

import { useMessages } from '@/components/ui/use-messages';
import { formatConstant } from '@/lib/messages/measures';
import { rateRangeMessages } from '@/lib/messages/rate-range';
import type { RangeLimits, RangePoint } from '@/lib/training/rate-range';
import styles from '@/components/training/rate-range/rate-range.module.css';

interface RateChartProps {
  readonly points: readonly RangePoint[];
  readonly smoothed: readonly number[];
  readonly limits: RangeLimits;
  /** Index of the point that is marked; null: none. */
  readonly picked: number | null;
  readonly summary: string;
}

const [WIDTH, HEIGHT] = [640, 250];
const [LEFT, RIGHT, TOP, BOTTOM] = [44, 630, 10, 206];

/** Losses over learning rates, the rates on a logarithmic axis. What is far above the beginning is cut off. */
export function RateChart({ points, smoothed, limits, picked, summary }: RateChartProps) {
  const t = useMessages(rateRangeMessages);
  const { low, high } = lossRange(points, smoothed);
  const x = (rate: number) =>
    LEFT + ((RIGHT - LEFT) * Math.log(rate / limits.from)) / Math.log(limits.to / limits.from);
  const y = (loss: number) => BOTTOM - ((BOTTOM - TOP) * (Math.min(loss, high) - low)) / (high - low);
  const line = (losses: readonly number[]) =>
    losses
      .flatMap((loss, index) => {
        const rate = points[index]?.rate;
        return rate === undefined || !Number.isFinite(loss) ? [] : [`${x(rate).toFixed(1)} ${y(loss).toFixed(1)}`];
      })
      .map((place, index) => `${index === 0 ? 'M' : 'L'}${place}`)
      .join('');
  const mark = picked === null ? undefined : points[picked];
  return (
    <svg className={styles.chart} viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={summary}>
      {decades(limits).map((rate) => (
        <g key={rate}>
          <path className={styles.grid} d={`M${x(rate)} ${TOP}V${BOTTOM}`} />
          <text x={x(rate)} y={BOTTOM + 16} textAnchor="middle">
            {formatConstant(rate)}
          </text>
        </g>
      ))}
      {[low, (low + high) / 2, high].map((loss) => (
        <g key={loss}>
          <path className={styles.grid} d={`M${LEFT} ${y(loss)}H${RIGHT}`} />
          <text x={LEFT - 6} y={y(loss) + 4} textAnchor="end">
            {Number(loss.toPrecision(3))}
          </text>
        </g>
      ))}
      <path className={styles.raw} d={line(points.map(({ loss }) => loss))} />
      <path className={styles.smoothed} d={line(smoothed)} />
      {mark !== undefined && picked !== null && (
        <g className={styles.mark}>
          <path d={`M${x(mark.rate)} ${TOP}V${BOTTOM}`} />
          <circle cx={x(mark.rate)} cy={y(smoothed[picked] ?? low)} r={5} />
        </g>
      )}
      <text x={(LEFT + RIGHT) / 2} y={HEIGHT - 6} textAnchor="middle">
        {t.rateAxis}
      </text>
    </svg>
  );
}

/** From just below the lowest loss of any batch to well above the first smoothed one. */
function lossRange(
  points: readonly RangePoint[],
  smoothed: readonly number[],
): { readonly low: number; readonly high: number } {
  const finite = smoothed.filter(Number.isFinite);
  if (finite.length === 0) return { low: 0, high: 1 };
  const low = Math.min(...[...finite, ...points.map(({ loss }) => loss)].filter(Number.isFinite));
  const high = Math.min(Math.max(...finite), 1.6 * (finite[0] ?? 1));
  return { low: Math.max(0, low - 0.05 * (high - low)), high: high > low ? high : low + 1 };
}

function decades({ from, to }: RangeLimits): readonly number[] {
  const first = Math.ceil(Math.log10(from) - 1e-9);
  const last = Math.floor(Math.log10(to) + 1e-9);
  return Array.from({ length: Math.max(0, last - first + 1) }, (_, index) => Number(`1e${first + index}`));
}
