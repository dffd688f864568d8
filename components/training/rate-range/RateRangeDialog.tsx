'use client';

import { useState } from 'react';
import { useWorkspace } from '@/components/state/use-workspace';
import { NumberField } from '@/components/training/NumberField';
import { RateChart } from '@/components/training/rate-range/RateChart';
import { useRateRange } from '@/components/training/rate-range/use-rate-range';
import { useSettings } from '@/components/training/use-settings';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { isTrainable } from '@/lib/analysis/analysis';
import { datasetById } from '@/lib/datasets/registry';
import { TRAINING_BOUNDS, type Bounds } from '@/lib/document/training-settings';
import { formatCount } from '@/lib/messages/figures';
import { formatConstant, formatDecimal } from '@/lib/messages/measures';
import { rateRangeMessages } from '@/lib/messages/rate-range';
import { trainingMessages } from '@/lib/messages/training';
import { smoothLosses, steepestDescent, USUAL_RANGE, type RangePoint } from '@/lib/training/rate-range';
import styles from '@/components/training/rate-range/rate-range.module.css';

const STEPS: Bounds = { min: 20, max: 2000, whole: true };

/** Tries growing learning rates on the design as it is, shows the losses, and takes one of the rates over. */
export function RateRangeDialog({ onClose }: { readonly onClose: () => void }) {
  const t = useMessages(rateRangeMessages);
  const failures = useMessages(trainingMessages).problem.failures;
  const locale = useLocale();
  const [settings] = useSettings();
  const [limits, setLimits] = useState(USUAL_RANGE);
  const [used, setUsed] = useState(USUAL_RANGE);
  const canTrain = useWorkspace(({ analysis }) => isTrainable(analysis));
  const { phase, isRunning, points, ended, failure, start, stop } = useRateRange();
  const obstacle = obstacleOf(t, {
    canTrain,
    hasData: datasetById(settings.dataset) !== undefined,
    isRange: limits.to > limits.from,
  });
  const bounds = TRAINING_BOUNDS.optimizer.learningRate;
  const phaseText = phase in t.phases ? t.phases[phase as keyof typeof t.phases] : t.phases.building;
  return (
    <Dialog title={t.title} width="wide" onClose={onClose}>
      <div className={styles.body}>
        <p className={styles.intro}>{t.intro}</p>
        <div className={styles.limits}>
          {(['from', 'to'] as const).map((end) => (
            <NumberField
              key={end}
              label={t[end]}
              hint=""
              value={limits[end]}
              bounds={bounds}
              onChange={(value) => setLimits({ ...limits, [end]: value })}
            />
          ))}
          <NumberField
            label={t.steps}
            hint=""
            value={limits.steps}
            bounds={STEPS}
            onChange={(steps) => setLimits({ ...limits, steps })}
          />
          {isRunning ? (
            <Button icon="stop" onClick={stop}>
              {t.stop}
            </Button>
          ) : (
            <Button
              look={points.length === 0 ? 'primary' : 'plain'}
              icon="play"
              disabled={obstacle !== null}
              data-autofocus=""
              onClick={() => {
                setUsed(limits);
                void start(limits);
              }}
            >
              {points.length === 0 ? t.start : t.again}
            </Button>
          )}
          {isRunning && (
            <span>
              {points.length === 0
                ? phaseText
                : t.step(formatCount(locale, points.length), formatCount(locale, used.steps))}
            </span>
          )}
        </div>
        {obstacle !== null && <p className={styles.problem}>{obstacle}</p>}
        {failure !== null && (
          <p className={styles.problem} role="alert">
            {failures[failure.code]}
          </p>
        )}
        {points.length > 1 && <Result points={points} limits={used} isOver={ended !== null} onClose={onClose} />}
        <p role="status">{ended === null ? '' : t.ended[ended]}</p>
      </div>
    </Dialog>
  );
}

interface ResultProps {
  readonly points: readonly RangePoint[];
  readonly limits: typeof USUAL_RANGE;
  readonly isOver: boolean;
  readonly onClose: () => void;
}

function Result({ points, limits, isOver, onClose }: ResultProps) {
  const t = useMessages(rateRangeMessages);
  const locale = useLocale();
  const [{ optimizer }, change] = useSettings();
  const [chosen, setChosen] = useState<number | null>(null);
  const smoothed = smoothLosses(points.map(({ loss }) => loss));
  const suggestion = isOver ? steepestDescent(points) : null;
  const picked = isOver ? Math.min(chosen ?? suggestion ?? 0, points.length - 1) : null;
  const lowest = smoothed.reduce((best, loss, index) => (loss < (smoothed[best] ?? loss) ? index : best), 0);
  const rateAt = (index: number) => rounded(points[index]?.rate ?? limits.from);
  const lossAt = (index: number) => formatDecimal(locale, smoothed[index] ?? Number.NaN, 4);
  const summary = t.chart(
    formatConstant(rateAt(0)),
    formatConstant(rateAt(points.length - 1)),
    lossAt(lowest),
    formatConstant(rateAt(lowest)),
  );
  const use = (rate: number) => {
    change({ optimizer: { ...optimizer, learningRate: rate } }, 'rate-range');
    onClose();
  };
  return (
    <>
      <RateChart points={points} smoothed={smoothed} limits={limits} picked={picked} summary={summary} />
      <div className={styles.legend} aria-hidden="true">
        <Sample className={styles.raw} text={t.raw} />
        <Sample className={styles.smoothed} text={t.smoothed} />
      </div>
      {isOver && <p>{suggestion === null ? t.noRule : t.rule(formatConstant(rateAt(suggestion)))}</p>}
      {picked !== null && (
        <div className={styles.pick}>
          <label htmlFor="picked-rate">{t.pick}</label>
          <input
            id="picked-rate"
            type="range"
            min={0}
            max={points.length - 1}
            value={picked}
            aria-valuetext={t.picked(formatConstant(rateAt(picked)), lossAt(picked))}
            onChange={({ target }) => setChosen(Number(target.value))}
          />
          <Button look="primary" icon="check" onClick={() => use(rateAt(picked))}>
            {t.use(formatConstant(rateAt(picked)))}
          </Button>
        </div>
      )}
    </>
  );
}

function Sample({ className, text }: { readonly className: string | undefined; readonly text: string }) {
  return (
    <span>
      <svg width={24} height={8}>
        <path className={className} d="M0 4H24" />
      </svg>
      {text}
    </span>
  );
}

/** Nobody needs more than two digits of a learning rate. */
function rounded(rate: number): number {
  return Number(rate.toPrecision(2));
}

function obstacleOf(
  t: { readonly untrainable: string; readonly noDataset: string; readonly wrongRange: string },
  { canTrain, hasData, isRange }: { readonly canTrain: boolean; readonly hasData: boolean; readonly isRange: boolean },
): string | null {
  if (!hasData) return t.noDataset;
  if (!canTrain) return t.untrainable;
  return isRange ? null : t.wrongRange;
}
