import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import '@fontsource-variable/inter/wght.css';
import '@fontsource-variable/jetbrains-mono/wght.css';
import './globals.css';

export const metadata: Metadata = {
  title: 'Shapeflow',
  description:
    'Draw a convolutional network, see every tensor shape as you draw, train it in the browser, take the code home.',
  icons: { icon: '/icon.svg' },
};

export const viewport: Viewport = { width: 'device-width', initialScale: 1, colorScheme: 'light dark' };

/**
 * Puts theme, language and the panels' widths on <html> before anything is painted, from what lib/state/preferences keeps; React takes over
 * once it runs. Whatever is unreadable leaves the light theme and English.
 */
const BEFORE_PAINT = `(function () {
  var root = document.documentElement, kept = {};
  try { kept = JSON.parse(localStorage.getItem('shapeflow.preferences')) || {}; } catch (e) {}
  var dark = kept.theme === 'dark' || (kept.theme !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
  root.dataset.theme = dark ? 'dark' : 'light';
  var languages = navigator.languages.map(function (l) { return l.slice(0, 2); });
  var first = languages.find(function (l) { return l === 'vi' || l === 'en'; });
  var sizes = (kept.layouts || {}).shell || {};
  ['palette', 'inspector'].forEach(function (side) {
    var width = kept[side + 'Open'] === false ? 0 : sizes[side];
    if (width >= 0) root.style.setProperty('--kept-' + side, width + 'px');
  });
  root.lang = kept.locale === 'vi' || kept.locale === 'en' ? kept.locale : first === 'vi' ? 'vi' : 'en';
})();`;

export default function RootLayout({ children }: { readonly children: ReactNode }) {
  return (
    <html lang="en" suppressHydrationWarning>
      <head>
        <script dangerouslySetInnerHTML={{ __html: BEFORE_PAINT }} />
      </head>
      <body>{children}</body>
    </html>
  );
}
