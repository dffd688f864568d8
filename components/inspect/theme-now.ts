import type { ColourTheme } from '@/lib/inspect/colours';

/** The theme on the page, for what is drawn on a canvas. */
export function themeNow(): ColourTheme {
  return document.documentElement.dataset['theme'] === 'dark' ? 'dark' : 'light';
}

/** Calls when it changes. */
export function onTheme(listener: () => void): () => void {
  const observer = new MutationObserver(listener);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}
