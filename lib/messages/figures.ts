import type { Locale } from '@/lib/core/locale';

/** Numbers as people of each language write them: 61,706 in English, 61.706 in Vietnamese. */
const LANGUAGES: Readonly<Record<Locale, string>> = { en: 'en-US', vi: 'vi-VN' };

const BYTE_UNITS = ['B', 'kB', 'MB', 'GB', 'TB'] as const;

const whole = formatters({ maximumFractionDigits: 0 });
const threeDigits = formatters({ maximumSignificantDigits: 3 });
const oneDecimal = formatters({ maximumFractionDigits: 1, minimumFractionDigits: 1 });

function formatters(options: Intl.NumberFormatOptions): Readonly<Record<Locale, Intl.NumberFormat>> {
  return { en: new Intl.NumberFormat(LANGUAGES.en, options), vi: new Intl.NumberFormat(LANGUAGES.vi, options) };
}

export function formatCount(locale: Locale, count: number): string {
  return whole[locale].format(count);
}

/** Three significant digits and a decimal prefix: 1.23 MB = 1,230,000 bytes. */
export function formatBytes(locale: Locale, bytes: number): string {
  let value = bytes;
  let unit = 0;
  while (value >= 999.5 && unit < BYTE_UNITS.length - 1) {
    value /= 1000;
    unit += 1;
  }
  return `${threeDigits[locale].format(value)}\u00a0${BYTE_UNITS[unit] ?? ''}`;
}

/** A share in [0, 1] as a percentage, which no line breaks; something above nothing is never shown as nothing. */
export function formatShare(locale: Locale, share: number): string {
  if (share > 0 && share < 0.001) return `<\u00a0${oneDecimal[locale].format(0.1)}\u00a0%`;
  return `${oneDecimal[locale].format(share * 100)}\u00a0%`;
}
