'use client';

import { useTheme } from '@/components/charts/use-theme';
import { useShortNumber } from '@/components/inspect/unit/use-short-number';
import { useInspectView } from '@/components/inspect/view-state';
import { useMessages } from '@/components/ui/use-messages';
import { colourEnds } from '@/lib/inspect/colour-ends';
import { colourTable, LEVELS, type ColourScale, type ColourTheme } from '@/lib/inspect/colours';
import type { Span } from '@/lib/inspect/normalise';
import { inspectGridMessages } from '@/lib/messages/inspect-grid';
import styles from '@/components/inspect/grid/grid.module.css';

/** What the colours of the maps stand for. `span`: of the layer's values. */
export function ColourLegend({ span }: { readonly span: Span }) {
  const t = useMessages(inspectGridMessages);
  const format = useShortNumber();
  const theme = useTheme() === 'dark' ? 'dark' : 'light';
  const { scale, normalisation } = useInspectView((view) => view);
  const isSigned = scale === 'diverging';
  const { low, high } = colourEnds(scale, span);
  const isOne = normalisation === 'layer';
  const [least, most] = isOne ? [format(low), format(high)] : t.ends[isSigned ? 'signed' : 'full'];
  const says = t.colours({ scale, of: normalisation, low: format(low), high: format(high) });
  return (
    <span className={styles.legend} role="img" aria-label={says} title={says}>
      {!isOne && <span>{t.eachMap}</span>}
      <span>{least}</span>
      <span className={styles.ramp} style={{ backgroundImage: gradientOf(scale, theme) }}>
        {isSigned && <span>0</span>}
      </span>
      <span>{most}</span>
    </span>
  );
}

const STEPS = 16;

/** From the first to the last level; that of the signed scale which is not used is left out. */
function gradientOf(scale: ColourScale, theme: ColourTheme): string {
  const table = colourTable(scale, theme);
  const colours = Array.from({ length: STEPS + 1 }, (_, step) => {
    const at = 4 * Math.max(1, Math.round((step * (LEVELS - 1)) / STEPS));
    return `rgb(${table.slice(at, at + 3).join(' ')})`;
  });
  return `linear-gradient(to right, ${colours.join(', ')})`;
}
