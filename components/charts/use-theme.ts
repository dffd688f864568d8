import { useSyncExternalStore } from 'react';

/** The theme on the page, for what is drawn on a canvas and so cannot follow the style sheet by itself. */
export function useTheme(): string {
  return useSyncExternalStore(
    watchTheme,
    () => document.documentElement.dataset['theme'] ?? '',
    () => '',
  );
}

function watchTheme(onChange: () => void): () => void {
  const observer = new MutationObserver(onChange);
  observer.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  return () => observer.disconnect();
}
