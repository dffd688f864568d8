import type { Expression } from '@/lib/core/expression';
import type { Locale } from '@/lib/core/locale';
import { formatCount } from '@/lib/messages/figures';

/** How tightly an expression holds together: one that is looser than its place stands in brackets. */
const SUM = 0;
const PRODUCT = 1;
const ATOM = 2;

interface Written {
  readonly text: string;
  readonly tightness: number;
}

/** "(3·3·64 + 1)·128", with numbers as people of the language write them. */
export function expressionText(expression: Expression, locale: Locale): string {
  return write(expression, locale).text;
}

function write(expression: Expression, locale: Locale): Written {
  switch (expression.kind) {
    case 'number':
      return { text: formatNumber(expression.value, locale), tightness: expression.value < 0 ? SUM : ATOM };
    case 'sum':
      return { text: joinTerms(expression.terms.map((term) => write(term, locale).text)), tightness: SUM };
    case 'product': {
      const isNegative = isMinusOne(expression.factors[0]);
      const factors = isNegative ? expression.factors.slice(1) : expression.factors;
      const text = factors.map((factor) => bracketed(write(factor, locale), PRODUCT)).join('·');
      return { text: isNegative ? `−${text}` : text, tightness: isNegative ? SUM : PRODUCT };
    }
    case 'quotient': {
      const dividend = bracketed(write(expression.dividend, locale), PRODUCT);
      return { text: `${dividend}/${bracketed(write(expression.divisor, locale), ATOM)}`, tightness: PRODUCT };
    }
    case 'floor':
      return { text: `⌊${write(expression.of, locale).text}⌋`, tightness: ATOM };
    case 'ceil':
      return { text: `⌈${write(expression.of, locale).text}⌉`, tightness: ATOM };
  }
}

/** A term below zero is taken away: "3 − 1", not "3 + −1". */
function joinTerms(terms: readonly string[]): string {
  return terms.reduce((text, term, index) => {
    if (index === 0) return term;
    return term.startsWith('−') ? `${text} − ${term.slice(1)}` : `${text} + ${term}`;
  }, '');
}

function bracketed({ text, tightness }: Written, least: number): string {
  return tightness < least ? `(${text})` : text;
}

function isMinusOne(expression: Expression | undefined): boolean {
  return expression?.kind === 'number' && expression.value === -1;
}

const decimals: Partial<Record<Locale, Intl.NumberFormat>> = {};

/** Whole numbers in full, others with up to three decimals. */
export function formatNumber(value: number, locale: Locale): string {
  const size = Math.abs(value);
  const text = Number.isInteger(size) ? formatCount(locale, size) : decimalFormat(locale).format(size);
  return value < 0 ? `−${text}` : text;
}

function decimalFormat(locale: Locale): Intl.NumberFormat {
  return (decimals[locale] ??= new Intl.NumberFormat(locale === 'en' ? 'en-US' : 'vi-VN', {
    maximumFractionDigits: 3,
  }));
}
