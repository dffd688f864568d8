/**
 * uPlot formats numbers in `navigator.language` as soon as it is loaded, and a browser started under the POSIX locale
 * says "en-US@posix", which Intl refuses. Imported before uPlot: the page's own language stands in then.
 */
export function ensureLocale(navigator: { readonly language: string }): void {
  try {
    Intl.getCanonicalLocales(navigator.language);
  } catch {
    Object.defineProperty(navigator, 'language', { value: 'en-US', configurable: true });
  }
}

if (typeof window !== 'undefined') ensureLocale(window.navigator);
