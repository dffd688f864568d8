'use client';

import { useMemo } from 'react';
import { schedulePoints, type RatePoint } from '@/components/training/settings/schedule-points';
import { useSettings } from '@/components/training/use-settings';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { datasetById } from '@/lib/datasets/registry';
import { formatCount } from '@/lib/messages/figures';
import { formatConstant } from '@/lib/messages/measures';
import { trainingSettingsMessages } from '@/lib/messages/training-settings';
import { batchesPerEpoch } from '@/lib/training/split-counts';
import styles from '@/components/training/settings/groups.module.css';

const WIDTH = 260;
const HEIGHT = 92;
const LEFT = 4;
const [TOP, BOTTOM] = [14, 76];
/** Without a data set at hand there is no telling how many batches an epoch has. */
const SOME_BATCHES = 100;

/** The learning rate over the run, drawn to scale. */
export function ScheduleCurve() {
  const t = useMessages(trainingSettingsMessages);
  const locale = useLocale();
  const [settings] = useSettings();
  const { schedule, optimizer, epochs, dataShare, validationShare, batchSize } = settings;
  const count = datasetById(settings.dataset)?.training.count;
  const points = useMemo(() => {
    const shares = { dataShare, validationShare, batchSize };
    const batches = count === undefined ? SOME_BATCHES : batchesPerEpoch(count, shares);
    return schedulePoints({ schedule, optimizer, epochs }, batches);
  }, [schedule, optimizer, epochs, count, dataShare, validationShare, batchSize]);
  const rates = points.map(({ rate }) => rate);
  const highest = Math.max(...rates);
  const [first, top, last] = [rates[0] ?? 0, highest, rates.at(-1) ?? 0].map(short);
  const summary = t.curve.summary(first ?? '', top ?? '', last ?? '', formatCount(locale, epochs));
  return (
    <figure className={styles.curve}>
      <figcaption>{t.curve.title}</figcaption>
      <svg viewBox={`0 0 ${WIDTH} ${HEIGHT}`} role="img" aria-label={summary}>
        <path className={styles.axis} d={`M${LEFT} ${TOP}V${BOTTOM}H${WIDTH - 4}`} />
        <path className={styles.line} d={linePath(points, { epochs, highest })} />
        <text x={LEFT + 4} y={TOP - 4}>
          {top}
        </text>
        <text x={LEFT} y={HEIGHT - 4}>
          0
        </text>
        <text x={WIDTH - 4} y={HEIGHT - 4} textAnchor="end">
          {formatCount(locale, epochs)} {t.curve.epochs}
        </text>
      </svg>
      <p className={styles.hint}>{summary}</p>
      {schedule.name === 'plateau' && (
        <p className={styles.hint}>{t.curve.plateau(formatCount(locale, schedule.patience))}</p>
      )}
    </figure>
  );
}

function linePath(
  points: readonly RatePoint[],
  { epochs, highest }: { readonly epochs: number; readonly highest: number },
): string {
  const x = (at: number) => LEFT + ((WIDTH - 4 - LEFT) * at) / epochs;
  const y = (rate: number) => BOTTOM - (BOTTOM - TOP) * (highest > 0 ? rate / highest : 0);
  return points
    .map(({ epochs: at, rate }, index) => `${index === 0 ? 'M' : 'L'}${x(at).toFixed(1)} ${y(rate).toFixed(1)}`)
    .join('');
}

function short(rate: number): string {
  return formatConstant(Number(rate.toPrecision(3)));
}
