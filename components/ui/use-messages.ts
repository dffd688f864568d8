import { usePreferences } from '@/components/state/use-preferences';
import type { Locale, Localized } from '@/lib/core/locale';

/** The catalogue in the language of the interface: `const messages = useMessages(uiMessages)`. */
export function useMessages<M>(catalogue: Localized<M>): M {
  return catalogue[useLocale()];
}

export function useLocale(): Locale {
  return usePreferences(({ locale }) => locale);
}
