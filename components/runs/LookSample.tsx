'use client';

import { useTheme } from '@/components/charts/use-theme';
import { isHollow, LINE_COLORS, lookOf, markPath } from '@/lib/runs/chart/line-look';

/** The colours of the theme on the page. */
export function useLineColors(): readonly string[] {
  return LINE_COLORS[useTheme() === 'dark' ? 'dark' : 'light'];
}

/** A piece of a run's line with its mark. */
export function LookSample({ look: place }: { readonly look: number }) {
  const colors = useLineColors();
  const look = lookOf(place);
  const color = colors[look.color];
  return (
    <svg width="26" height="12" viewBox="0 0 26 12" aria-hidden="true" focusable="false" style={{ flex: 'none' }}>
      <path d="M1 6h24" stroke={color} strokeWidth="2" strokeDasharray={look.dash} fill="none" />
      <path
        d={markPath(look.mark, [13, 6])}
        stroke={color}
        strokeWidth="1.6"
        fill={isHollow(look.mark) ? 'var(--surface)' : color}
      />
    </svg>
  );
}
