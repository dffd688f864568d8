'use client';

import { SamplePicture } from '@/components/data/SamplePicture';
import { sampleText } from '@/components/training/sample-text';
import { useSamples, type ShownSample } from '@/components/training/use-samples';
import { Icon } from '@/components/ui/Icon';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import type { Dataset } from '@/lib/datasets/dataset';
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
  const { index, values } = sample;
  const { truth, predicted, isRight } = sampleText(dataset, sample, useLocale());
  const isWrong = isRight === false;
  const verdict = isRight === null ? '' : `, ${isWrong ? t.wrong : t.right}`;
  const isRow = dataset.inputShape.length === 1;
  return (
    <button
      type="button"
      className={styles.tile}
      data-wrong={isWrong}
      aria-pressed={isSelected}
      aria-label={`${t.describe(String(index), truth, predicted ?? '–')}${verdict}`}
      onClick={() => onSelect(index)}
    >
      <SamplePicture values={values} shape={dataset.inputShape} size={isRow ? 120 : 48} />
      <span className={styles.tileText}>
        {isRight !== null && <Icon name={isWrong ? 'close' : 'check'} size={12} />}
        {isRight === true ? predicted : tileText({ truth, predicted, isWrong })}
      </span>
    </button>
  );
}

interface TileText {
  readonly truth: string;
  readonly predicted: string | null;
  readonly isWrong: boolean;
}

/** Numbers come near each other, and are compared by those who look. */
function tileText({ truth, predicted, isWrong }: TileText): string {
  if (predicted === null) return truth;
  return `${predicted} ${isWrong ? '≠' : '/'} ${truth}`;
}
