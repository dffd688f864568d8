'use client';

import { useMessages } from '@/components/ui/use-messages';
import { healthMessages } from '@/lib/messages/health';
import { formatConstant } from '@/lib/messages/measures';
import styles from '@/components/training/health/health.module.css';

const WIDTH = 300;
const HEIGHT = 72;
const MARGIN = 4;

/** Gradient sizes over time on a logarithmic scale; zeros are left out. */
export function GradientCurve({ sizes }: { readonly sizes: readonly number[] }) {
  const t = useMessages(healthMessages);
  const points = sizes.flatMap((size, index) => (size > 0 ? [{ index, log: Math.log10(size) }] : []));
  const last = points.at(-1);
  if (last === undefined) return null;
  const low = Math.min(...points.map(({ log }) => log));
  const high = Math.max(...points.map(({ log }) => log));
  const x = (index: number): number => MARGIN + (index / Math.max(1, sizes.length - 1)) * (WIDTH - 2 * MARGIN);
  const y = (log: number): number => HEIGHT - MARGIN - ((log - low) / (high - low || 1)) * (HEIGHT - 2 * MARGIN);
  const short = (log: number): string => formatConstant(Number((10 ** log).toPrecision(2)));
  const caption = `${t.gradientCurve}: ${short(last.log)} (${short(low)} … ${short(high)})`;
  return (
    <figure className={styles.figure}>
      <figcaption>{caption}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={caption}>
        <polyline
          points={points.map(({ index, log }) => `${x(index)},${y(log)}`).join(' ')}
          fill="none"
          stroke="var(--accent)"
          strokeWidth="1.5"
          vectorEffect="non-scaling-stroke"
        />
      </svg>
    </figure>
  );
}
