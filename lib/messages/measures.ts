import type { Locale } from '@/lib/core/locale';

const LANGUAGES: Readonly<Record<Locale, string>> = { en: 'en-US', vi: 'vi-VN' };
const formats = new Map<string, Intl.NumberFormat>();

function numberFormat(locale: Locale, digits: number): Intl.NumberFormat {
  const key = `${locale} ${digits}`;
  const known = formats.get(key);
  if (known !== undefined) return known;
  const made = new Intl.NumberFormat(LANGUAGES[locale], {
    minimumFractionDigits: digits,
    maximumFractionDigits: digits,
  });
  formats.set(key, made);
  return made;
}

/** "0.1234" in English, "0,1234" in Vietnamese; what is huge or not finite is shown as such: "2.36e+31". */
export function formatDecimal(locale: Locale, value: number, digits: number): string {
  if (Number.isNaN(value)) return 'NaN';
  if (Number.isFinite(value) && Math.abs(value) >= 1e6) return value.toExponential(2);
  return numberFormat(locale, digits).format(value);
}

/** A share in [0, 1] as a percentage with two digits: accuracies differ in the second. */
export function formatAccuracy(locale: Locale, share: number): string {
  return `${formatDecimal(locale, share * 100, 2)}\u00a0%`;
}

/** Minutes and seconds, "2:05"; with hours where there are any, "1:02:05". */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const hours = Math.floor(whole / 3600);
  const minutes = Math.floor((whole % 3600) / 60);
  const rest = String(whole % 60).padStart(2, '0');
  return hours === 0 ? `${minutes}:${rest}` : `${hours}:${String(minutes).padStart(2, '0')}:${rest}`;
}

/** Learning rates and other constants as people write them: 0.001, 1e-7. */
export function formatConstant(value: number): string {
  const [digits = '', exponent = '0'] = value.toExponential().split('e');
  return Math.abs(Number(exponent)) > 4 ? `${digits}e${Number(exponent)}` : String(value);
}
