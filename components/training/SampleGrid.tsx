'use client';

import { DigitImage } from '@/components/training/DigitImage';
import { useSamples, type ShownSample } from '@/components/training/use-samples';
import { Icon } from '@/components/ui/Icon';
import { useMessages } from '@/components/ui/use-messages';
import { classesOf, type Dataset } from '@/lib/datasets/dataset';
import { trainingMessages } from '@/lib/messages/training';
import { trainingResultMessages } from '@/lib/messages/training-results';
import styles from '@/components/training/samples.module.css';

interface SampleGridProps {
  readonly indices: readonly number[];
  readonly dataset: Dataset;
  /** Another network: the same samples are asked again. */
  readonly occasion: unknown;
  readonly selected: number | null;
  readonly onSelect: (index: number) => void;
}

/** One page of test pictures, each with what the network says and whether that is right. */
export function SampleGrid({ indices, dataset, occasion, selected, onSelect }: SampleGridProps) {
  const t = useMessages(trainingResultMessages).samples;
  const problems = useMessages(trainingMessages).problem.failures;
  const { samples, failure, isLoading } = useSamples(indices, occasion);
  if (failure !== null) {
    return <p className={styles.none}>{failure.code === 'training/no-model' ? t.modelGone : problems[failure.code]}</p>;
  }
  if (samples.length === 0 && isLoading) return <p className={styles.none}>{t.loading}</p>;
  return (
    <ul className={styles.grid} aria-label={t.grid} aria-busy={isLoading}>
      {samples.map((sample) => (
        <li key={sample.index}>
          <Tile sample={sample} dataset={dataset} isSelected={sample.index === selected} onSelect={onSelect} />
        </li>
      ))}
    </ul>
  );
}

interface TileProps {
  readonly sample: ShownSample;
  readonly dataset: Dataset;
  readonly isSelected: boolean;
  readonly onSelect: (index: number) => void;
}

function Tile({ sample, dataset, isSelected, onSelect }: TileProps) {
  const t = useMessages(trainingResultMessages).samples;
  const { index, label, pixels, prediction } = sample;
  const truth = classesOf(dataset)[label] ?? '';
  const predicted = prediction === null ? '–' : (classesOf(dataset)[prediction.label] ?? '');
  const isRight = prediction === null || prediction.label === label;
  return (
    <button
      type="button"
      className={styles.tile}
      data-wrong={!isRight}
      aria-pressed={isSelected}
      aria-label={`${t.describe(String(index), truth, predicted)}, ${isRight ? t.right : t.wrong}`}
      onClick={() => onSelect(index)}
    >
      <DigitImage pixels={pixels} shape={dataset.inputShape} size={48} />
      <span className={styles.tileText}>
        <Icon name={isRight ? 'check' : 'close'} size={12} />
        {isRight ? predicted : `${predicted} ≠ ${truth}`}
      </span>
    </button>
  );
}
