'use client';

import { DigitImage } from '@/components/training/DigitImage';
import { ProbabilityBars } from '@/components/training/ProbabilityBars';
import { useSamples } from '@/components/training/use-samples';
import { useMessages } from '@/components/ui/use-messages';
import { classesOf, type Dataset } from '@/lib/datasets/dataset';
import { trainingResultMessages } from '@/lib/messages/training-results';
import styles from '@/components/training/samples.module.css';

interface SampleDetailProps {
  readonly index: number | null;
  readonly dataset: Dataset;
  readonly occasion: unknown;
}

const NOTHING: readonly number[] = [];

/** One test picture, large, with the probability of every class. */
export function SampleDetail({ index, dataset, occasion }: SampleDetailProps) {
  const t = useMessages(trainingResultMessages).samples;
  const { samples } = useSamples(index === null ? NOTHING : [index], occasion);
  const sample = samples[0];
  if (sample === undefined) return <aside className={styles.detail}>{t.choose}</aside>;
  const { prediction, label } = sample;
  const name = (of: number) => classesOf(dataset)[of] ?? '';
  return (
    <aside className={styles.detail} tabIndex={0} aria-live="polite" aria-label={t.sample(String(sample.index))}>
      <div className={styles.detailHead}>
        <DigitImage pixels={sample.pixels} shape={dataset.inputShape} size={84} />
        <div>
          <strong>{t.sample(String(sample.index))}</strong>
          <p>{t.isTruth(name(label))}</p>
          {prediction === null ? (
            <p>{t.modelGone}</p>
          ) : (
            <p className={prediction.label === label ? styles.good : styles.bad}>
              {t.isPredicted(name(prediction.label))} ({prediction.label === label ? t.right : t.wrong})
            </p>
          )}
        </div>
      </div>
      <ProbabilityBars probabilities={prediction?.probabilities ?? null} classes={classesOf(dataset)} truth={label} />
    </aside>
  );
}
