import { epochColumns } from '@/components/training/epoch-columns';
import { evaluationMessages } from '@/lib/messages/evaluation';
import { trainingMessages } from '@/lib/messages/training';
import type { EpochMetrics, HeadResult } from '@/lib/training/protocol';

const wording = {
  t: trainingMessages.en.curves,
  words: evaluationMessages.en,
  locale: 'en',
  score: { isShare: true, title: 'Accuracy', format: (value: number) => `${100 * value} %` },
  outputTitle: (name: string) => (name === 'softmax_1' ? 'Digit' : 'Picture'),
} as const;

const plain: EpochMetrics = { epoch: 1, loss: 2, accuracy: 0.25, validationLoss: 1.5, validationAccuracy: 0.5 };
const heads: readonly HeadResult[] = [
  { name: 'softmax_1', kind: 'classes', loss: 0.5, score: 0.75 },
  { name: 'reshape_1', kind: 'values', loss: 0.125, score: 0.0625 },
];

function rowOf(epochs: readonly EpochMetrics[], at: number, changes: Partial<Parameters<typeof epochColumns>[1]> = {}) {
  const epoch = epochs[at];
  if (epoch === undefined) throw new Error('no such epoch');
  return epochColumns(epochs, { ...wording, ...changes }).map(({ title, cell }) => [title, cell(epoch)]);
}

describe('the table of epochs', () => {
  it('has loss and accuracy of training and validation', () => {
    expect(rowOf([plain], 0)).toEqual([
      ['Training loss', '2.0000'],
      ['Validation loss', '1.5000'],
      ['Training accuracy', '25 %'],
      ['Validation accuracy', '50 %'],
    ]);
  });

  it('has a loss and a score of every output under its title, where there are several', () => {
    const rows = rowOf([plain, { ...plain, heads }], 1);
    expect(rows.slice(4)).toEqual([
      ['Digit: Validation loss', '0.5000'],
      ['Digit: Validation accuracy', '75.00\u00a0%'],
      ['Picture: Validation loss', '0.1250'],
      [expect.stringMatching(/^Picture: Mean absolute error/), '0.0625'],
    ]);
  });

  it('has dashes for an epoch of which no output was measured', () => {
    const rows = rowOf([plain, { ...plain, heads }], 0);
    expect(rows.slice(4).map(([, cell]) => cell)).toEqual(['–', '–', '–', '–']);
  });

  it('speaks of no accuracy where values are learnt', () => {
    const score = { isShare: false, title: evaluationMessages.en.meanAbsoluteError, format: String };
    const titles = rowOf([plain], 0, { score }).map(([title]) => title);
    expect(titles.join()).not.toMatch(/accuracy/i);
  });
});

describe('the news of an epoch', () => {
  it.each(['en', 'vi'] as const)('names what is counted, in %s', (locale) => {
    const { run } = trainingMessages[locale];
    const { meanAbsoluteError } = evaluationMessages[locale];
    const news = run.epochNews('3', meanAbsoluteError, '0.1250');
    expect(news).toContain('3');
    expect(news).toContain(`${meanAbsoluteError} `);
    expect(news).toContain('0.1250');
    expect(news).not.toMatch(/accuracy|độ chính xác/i);
  });
});
