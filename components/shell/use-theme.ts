import { useEffect } from 'react';
import { usePreferences } from '@/components/state/use-preferences';

/** Puts theme and language on <html>, where style sheets and screen readers look for them. */
export function useTheme(): void {
  const theme = usePreferences((preferences) => preferences.theme);
  const locale = usePreferences((preferences) => preferences.locale);

  useEffect(() => {
    document.documentElement.lang = locale;
  }, [locale]);

  useEffect(() => {
    const dark = window.matchMedia('(prefers-color-scheme: dark)');
    const show = () => {
      document.documentElement.dataset['theme'] = theme === 'system' ? (dark.matches ? 'dark' : 'light') : theme;
    };
    show();
    dark.addEventListener('change', show);
    return () => dark.removeEventListener('change', show);
  }, [theme]);
}
