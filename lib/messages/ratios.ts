import type { Locale } from '@/lib/core/locale';

const LANGUAGES: Readonly<Record<Locale, string>> = { en: 'en-US', vi: 'vi-VN' };

/** As many digits as a comparison can bear: 0.44, 2.27, 21, 1,234. */
export function formatRatio(locale: Locale, ratio: number): string {
  const digits = ratio < 1 ? 2 : 3;
  const options =
    ratio >= 10 ? { maximumFractionDigits: 0 } : { minimumSignificantDigits: digits, maximumSignificantDigits: digits };
  return new Intl.NumberFormat(LANGUAGES[locale], options).format(ratio);
}
