'use client';

import { ProbabilityBars } from '@/components/training/ProbabilityBars';
import { usePrediction } from '@/components/training/use-prediction';
import { useRun } from '@/components/training/use-run';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { targetNames, type Dataset } from '@/lib/datasets/dataset';
import { formatAccuracy, formatDecimal } from '@/lib/messages/measures';
import { trainingMessages } from '@/lib/messages/training';
import { tryPictureMessages } from '@/lib/messages/try-picture';
import { learnedKind } from '@/lib/training/learned-kind';
import styles from '@/components/training/picture/picture.module.css';

interface AnswerProps {
  /** Of the network's input, in [0, 1]. */
  readonly values: Float32Array | null;
  readonly dataset: Dataset;
}

/** What the network says: the surest class, every label, or the values. */
export function Answer({ values, dataset }: AnswerProps) {
  const t = useMessages(tryPictureMessages);
  const problems = useMessages(trainingMessages).problem.failures;
  const locale = useLocale();
  const { prediction, failure } = usePrediction(values);
  const subject = useRun((run) => run.subject);
  const kind = subject === null ? 'classes' : learnedKind(subject.plan, subject);
  const given = prediction?.probabilities ?? null;
  const target = dataset.targets.find((one) => one.kind === kind);
  const names = target === undefined ? (given ?? []).map((_, index) => String(index + 1)) : targetNames(target);
  const best = prediction === null ? undefined : names[prediction.label];
  const sentence =
    best === undefined || kind !== 'classes'
      ? ''
      : t.says(best, formatAccuracy(locale, given?.[prediction?.label ?? 0] ?? 0));
  return (
    <section className={styles.answer} aria-label={t.answer}>
      <h3>{t.answer}</h3>
      <p role="status" className={styles.note}>
        {failure !== null ? problems[failure.code] : given === null ? t.nothing : sentence}
      </p>
      {kind === 'values' ? (
        <table className={styles.values}>
          <tbody>
            {(given ?? []).map((value, index) => (
              <tr key={names[index]}>
                <th scope="row">{names[index]}</th>
                <td>{formatDecimal(locale, value, 4)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      ) : (
        <ProbabilityBars probabilities={given} classes={names} />
      )}
    </section>
  );
}
