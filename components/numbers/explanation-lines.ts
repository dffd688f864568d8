import type { Locale } from '@/lib/core/locale';
import type { NodeId } from '@/lib/core/ids';
import type { Counting } from '@/lib/analysis/conventions';
import type { Explanation, Part } from '@/lib/analysis/explanation';
import { expressionText, formatNumber } from '@/lib/messages/expression-text';
import { formatBytes, formatCount } from '@/lib/messages/figures';
import type { NumbersMessages } from '@/lib/messages/numbers';

export interface ExplanationWords {
  readonly locale: Locale;
  readonly words: NumbersMessages;
  readonly work: Counting['work'];
  readonly layerName: (layer: NodeId) => string;
}

export interface ExplanationLine {
  readonly label: string;
  readonly text: string;
}

export function figureName({ figure, of }: Explanation, { words, work, layerName }: ExplanationWords): string {
  const name = figure === 'work' ? words.workFigure[work] : words.figures[figure];
  return of === undefined ? name : words.of(name, layerName(of));
}

/** "73,856", "1.2 MB", "5 × 5 px": what stands beside the name. */
export function figureValue({ unit, values, figure }: Explanation, { locale, words }: ExplanationWords): string {
  const [value = 0] = values;
  switch (unit) {
    case 'count':
      return formatCount(locale, value);
    case 'bytes':
      return formatBytes(locale, value);
    case 'ratio':
      return words.ratio(significant(value, locale));
    case 'pixels': {
      const between = figure === 'field-start' ? '; ' : ' × ';
      return words.pixels(values.map((one) => formatNumber(one, locale)).join(between));
    }
  }
}

/** "(3·3·64 + 1)·128 = 73,856", a line for each part and one for all of them together. */
export function explanationLines(explanation: Explanation, words: ExplanationWords): readonly ExplanationLine[] {
  const lines = explanation.parts().map((part) => ({
    label: partName(part, words),
    text: equation(expressionText(part.expression, words.locale), partValue(explanation, part, words)),
  }));
  const whole = wholeLine(explanation, words);
  return whole === null ? lines : [...lines, whole];
}

/** Plain text with everything that is shown, to paste into a paper or an issue. */
export function explanationText(explanation: Explanation, words: ExplanationWords): string {
  const lines = explanationLines(explanation, words).map(({ label, text }) =>
    label === '' ? text : `${label}: ${text}`,
  );
  const head = `${figureName(explanation, words)}: ${figureValue(explanation, words)}`;
  return [head, ...lines.map((line) => `  ${line}`), `  ${words.words.source}: ${sourceText(explanation, words)}`].join(
    '\n',
  );
}

export function sourceText({ source }: Explanation, { words }: ExplanationWords): string {
  return words.sources[source];
}

function wholeLine(explanation: Explanation, { locale, words }: ExplanationWords): ExplanationLine | null {
  const { combination, unit, values } = explanation;
  const parts = explanation.parts();
  const [value = 0] = values;
  const [first, second] = parts;
  if (combination === 'quotient' && first && second) {
    const terms = `${formatCount(locale, first.value)}/${formatCount(locale, second.value)}`;
    return { label: '', text: equation(terms, words.ratio(significant(value, locale))) };
  }
  if (combination !== 'sum' || parts.length < 2) return null;
  const count = formatCount(locale, value);
  return { label: words.total, text: unit === 'bytes' ? words.bytes(count) : count };
}

function partName({ label }: Part, { words, layerName }: ExplanationWords): string {
  switch (label.kind) {
    case 'whole':
      return '';
    case 'layer':
      return layerName(label.layer);
    case 'part':
      return words.parts[label.part];
  }
}

function partValue({ unit }: Explanation, { value }: Part, { locale, words }: ExplanationWords): string {
  if (unit === 'bytes') return words.bytes(formatCount(locale, value));
  return unit === 'pixels' ? words.pixels(formatNumber(value, locale)) : formatNumber(value, locale);
}

/** A number that is given as it is needs no equals sign. */
function equation(formula: string, value: string): string {
  return value === formula || value.startsWith(`${formula} `) ? value : `${formula} = ${value}`;
}

function significant(value: number, locale: Locale): string {
  return formatNumber(Number(value.toPrecision(3)), locale);
}
