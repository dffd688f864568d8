import type { Locale } from '@/lib/core/locale';
import type { Change } from '@/lib/analysis/rewrites/prove-rewrite';
import { formatShare } from '@/lib/messages/figures';

interface Words {
  readonly locale: Locale;
  readonly unchanged: string;
  readonly format: (value: number) => string;
}

/** "−784 (−24.5 %)", "+1,200 (+8.1 %)": the difference, and how large it is beside what there was. */
export function changeText({ before, after }: Change<number>, { locale, unchanged, format }: Words): string {
  if (before === after) return unchanged;
  const sign = after > before ? '+' : '−';
  const difference = Math.abs(after - before);
  const share = before === 0 ? '' : ` (${signedShare(sign, formatShare(locale, difference / before))})`;
  return `${sign}${format(difference)}${share}`;
}

/** "+1.3 %", and "< +0.1 %": the sign belongs to the number. */
function signedShare(sign: string, share: string): string {
  return share.startsWith('<') ? share.replace('<\u00a0', `<\u00a0${sign}`) : `${sign}${share}`;
}
