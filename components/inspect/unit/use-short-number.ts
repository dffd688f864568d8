import { useMemo } from 'react';
import { useLocale } from '@/components/ui/use-messages';

/** Three digits, whatever the size, with a real minus sign. */
export function useShortNumber(): (value: number) => string {
  const locale = useLocale();
  return useMemo(() => shortNumbers(locale), [locale]);
}

/** The same, where there are no hooks. */
export function shortNumbers(locale: string): (value: number) => string {
  const plain = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3 });
  const small = new Intl.NumberFormat(locale, { maximumSignificantDigits: 3, notation: 'scientific' });
  return (value) => {
    if (!Number.isFinite(value)) return String(value).replace('-', '−');
    const size = Math.abs(value);
    const isPlain = size === 0 || (size >= 1e-4 && size < 1e6);
    return (isPlain ? plain : small).format(value === 0 ? 0 : value).replace('-', '−');
  };
}
