import { histogram } from '@/lib/inspect/statistics';
import styles from '@/components/inspect/unit/unit.module.css';

interface HistogramProps {
  readonly values: ArrayLike<number>;
  readonly label: string;
  /** Writes a number for people. */
  readonly format: (value: number) => string;
}

const BINS = 32;
const HEIGHT = 40;
/** A bin with anything in it is seen. */
const LEAST = 1;

/** How the values are spread, with a line at 0. */
export function Histogram({ values, label, format }: HistogramProps) {
  const { edges, counts } = histogram(values, BINS);
  const [low, high] = [edges[0], edges.at(-1)];
  if (low === undefined || high === undefined) return null;
  const most = Math.max(...counts);
  const width = BINS / counts.length;
  const zero = low < 0 && high > 0 ? (-low / (high - low)) * BINS : null;
  return (
    <figure className={styles.histogram}>
      <svg viewBox={`0 0 ${BINS} ${HEIGHT}`} preserveAspectRatio="none" role="img" aria-label={label}>
        {counts.map((count, bin) => {
          const height = count === 0 ? 0 : Math.max(LEAST, (count / most) * HEIGHT);
          return <rect key={bin} x={bin * width} y={HEIGHT - height} width={width * 0.9} height={height} />;
        })}
        {zero !== null && <line x1={zero} x2={zero} y1={0} y2={HEIGHT} />}
      </svg>
      <figcaption aria-hidden="true">
        <span>{format(low)}</span>
        <span>{format(high)}</span>
      </figcaption>
    </figure>
  );
}
