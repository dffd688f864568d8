import type { Locale } from '@/lib/core/locale';
import { formatShape } from '@/lib/core/tensor-type';
import { targetWidth, type Dataset } from '@/lib/datasets/dataset';
import type { Balance } from '@/lib/datasets/import/protocol';
import { datasetFacts, datasetMessages } from '@/lib/messages/datasets';
import { formatCount } from '@/lib/messages/figures';
import { formatDecimal } from '@/lib/messages/measures';

/** "28 × 28 grey pictures", "rows of 13 numbers". */
export function shapeText({ inputShape }: Pick<Dataset, 'inputShape'>, locale: Locale): string {
  const t = datasetMessages[locale].facts;
  const [height = 0, width = 0, channels] = inputShape;
  if (inputShape.length === 1) return t.rows(formatCount(locale, height));
  const isPicture = inputShape.length === 3 && (channels === 1 || channels === 3);
  return isPicture ? t.pictures(String(height), String(width), channels === 3) : t.others(formatShape(inputShape));
}

/** "28 × 28 grey pictures; 60,000 training and 10,000 test samples, 10 classes". */
export function factsText(dataset: Dataset, locale: Locale): string {
  const [first] = dataset.targets;
  const facts = { training: dataset.training.count, test: dataset.test.count };
  return `${shapeText(dataset, locale)}; ${datasetFacts(locale, { ...facts, width: targetWidth(first), kind: first.kind })}`;
}

/** From here on the rarer class is easily passed over; a rule of thumb. */
const UNBALANCED = 1.5;

/** Whether some classes are much more frequent than others; null where there are none to compare. */
export function balanceText({ names, training }: Balance, locale: Locale): string | null {
  const t = datasetMessages[locale].facts;
  if (names.length < 2 || training.length !== names.length) return null;
  const [most, least] = [Math.max(...training), Math.min(...training)];
  if (least === 0 || most < UNBALANCED * least) return least === 0 ? null : t.balanced;
  const nameOf = (count: number) => names[training.indexOf(count)] ?? '';
  return t.unbalanced(nameOf(most), nameOf(least), formatDecimal(locale, most / least, 1));
}
