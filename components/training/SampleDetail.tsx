'use client';

import { SamplePicture } from '@/components/data/SamplePicture';
import { sampleText } from '@/components/training/sample-text';
import { ProbabilityBars } from '@/components/training/ProbabilityBars';
import { useSamples } from '@/components/training/use-samples';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { targetNames, type Dataset } from '@/lib/datasets/dataset';
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
  const locale = useLocale();
  const { samples } = useSamples(index === null ? NOTHING : [index], occasion);
  const sample = samples[0];
  if (sample === undefined) return <aside className={styles.detail}>{t.choose}</aside>;
  const { prediction, label } = sample;
  const { truth, predicted, isRight } = sampleText(dataset, sample, locale);
  const [target] = dataset.targets;
  return (
    <aside className={styles.detail} tabIndex={0} aria-live="polite" aria-label={t.sample(String(sample.index))}>
      <div className={styles.detailHead}>
        <SamplePicture values={sample.values} shape={dataset.inputShape} size={84} />
        <div>
          <strong>{t.sample(String(sample.index))}</strong>
          <p>{t.isTruth(truth)}</p>
          {predicted === null ? (
            <p>{t.modelGone}</p>
          ) : (
            <p className={isRight === null ? undefined : isRight ? styles.good : styles.bad}>
              {t.isPredicted(predicted)}
              {isRight !== null && ` (${isRight ? t.right : t.wrong})`}
            </p>
          )}
        </div>
      </div>
      {target.kind !== 'values' && (
        <ProbabilityBars
          probabilities={prediction?.probabilities ?? null}
          classes={targetNames(target)}
          truth={target.kind === 'classes' ? label : undefined}
        />
      )}
    </aside>
  );
}
