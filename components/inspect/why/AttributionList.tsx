'use client';

import { useShortNumber } from '@/components/inspect/unit/use-short-number';
import { useMessages } from '@/components/ui/use-messages';
import { largestSize } from '@/lib/inspect/attribution';
import { inspectWhyMessages } from '@/lib/messages/inspect-why';
import styles from '@/components/inspect/why/why.module.css';

interface AttributionListProps {
  readonly values: { readonly values: Float32Array };
  readonly input: Float32Array;
}

const MOST_ROWS = 24;

/** Of a row of numbers those that count most, as bars from the middle. */
export function AttributionList({ values: { values }, input }: AttributionListProps) {
  const t = useMessages(inspectWhyMessages);
  const format = useShortNumber();
  const most = largestSize(values) || 1;
  const rows = Array.from(values, (value, index) => ({ value, index }))
    .sort((a, b) => Math.abs(b.value) - Math.abs(a.value))
    .slice(0, MOST_ROWS);
  return (
    <ol className={styles.bars} aria-label={t.list}>
      {rows.map(({ value, index }) => (
        <li key={index}>
          <span>{`${t.listRow(index)} (${format(input[index] ?? Number.NaN)})`}</span>
          <span className={styles.track} data-sign={value < 0 ? 'minus' : 'plus'} aria-hidden="true">
            <i style={{ width: `${(50 * Math.abs(value)) / most}%` }} />
          </span>
          <span className={styles.figureText}>{format(value)}</span>
        </li>
      ))}
    </ol>
  );
}
