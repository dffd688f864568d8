import type { Score } from '@/components/training/use-score';
import type { Locale } from '@/lib/core/locale';
import type { EvaluationMessages } from '@/lib/messages/evaluation';
import { formatAccuracy, formatDecimal } from '@/lib/messages/measures';
import type { TrainingMessages } from '@/lib/messages/training';
import type { EpochMetrics, HeadResult } from '@/lib/training/protocol';

/** A column of the table of epochs. */
export interface EpochColumn {
  readonly title: string;
  readonly cell: (metrics: EpochMetrics) => string;
}

export interface EpochWording {
  readonly t: TrainingMessages['curves'];
  readonly words: EvaluationMessages;
  readonly locale: Locale;
  readonly score: Pick<Score, 'isShare' | 'title' | 'format'>;
  /** What people call an output, by the name of its layer. */
  readonly outputTitle: (name: string) => string;
}

/** Loss and score of everything, then of each output on the validation samples where there are several. */
export function epochColumns(epochs: readonly EpochMetrics[], wording: EpochWording): readonly EpochColumn[] {
  const { t, locale, score } = wording;
  const loss = (value: number | null) => (value === null ? NOTHING : formatDecimal(locale, value, 4));
  const scored = (value: number | null) => (value === null ? NOTHING : score.format(value));
  const [training, validation] = score.isShare
    ? [t.trainingAccuracy, t.validationAccuracy]
    : [score.title, `${score.title} (${t.validation})`];
  const heads = epochs.find((epoch) => epoch.heads !== undefined)?.heads ?? [];
  return [
    { title: t.trainingLoss, cell: (metrics) => loss(metrics.loss) },
    { title: t.validationLoss, cell: (metrics) => loss(metrics.validationLoss) },
    { title: training, cell: (metrics) => scored(metrics.accuracy) },
    { title: validation, cell: (metrics) => scored(metrics.validationAccuracy) },
    ...heads.flatMap((head) => headColumns(head, wording)),
  ];
}

const NOTHING = '–';

function headColumns({ name, kind }: HeadResult, wording: EpochWording): readonly EpochColumn[] {
  const { t, words, locale, outputTitle } = wording;
  const scores = {
    classes: t.validationAccuracy,
    labels: `${words.labelAccuracy} (${t.validation})`,
    values: `${words.meanAbsoluteError} (${t.validation})`,
  };
  const of = ({ heads }: EpochMetrics, figure: (head: HeadResult) => string): string => {
    const head = heads?.find((one) => one.name === name);
    return head === undefined ? NOTHING : figure(head);
  };
  const score = (value: number) =>
    kind === 'values' ? formatDecimal(locale, value, 4) : formatAccuracy(locale, value);
  return [
    {
      title: `${outputTitle(name)}: ${t.validationLoss}`,
      cell: (metrics) => of(metrics, ({ loss }) => formatDecimal(locale, loss, 4)),
    },
    { title: `${outputTitle(name)}: ${scores[kind]}`, cell: (metrics) => of(metrics, (head) => score(head.score)) },
  ];
}
