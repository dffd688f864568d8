'use client';

import { classLook, HOLLOW_WIDTH } from '@/components/inspect/map/class-look';
import { useTheme } from '@/components/charts/use-theme';
import { useMessages } from '@/components/ui/use-messages';
import { inspectMapMessages } from '@/lib/messages/inspect-map';
import styles from '@/components/inspect/map/map.module.css';

interface MapLegendProps {
  readonly labels: Uint16Array;
  readonly names: readonly string[];
  /** The class that stands out; null: none. */
  readonly shown: number | null;
  readonly onShow: (label: number | null) => void;
}

/** Mark, colour and name of every class; pressed, it stands out alone. */
export function MapLegend({ labels, names, shown, onShow }: MapLegendProps) {
  const t = useMessages(inspectMapMessages);
  const theme = useTheme() === 'dark' ? 'dark' : 'light';
  const used = [...new Set(labels)].sort((a, b) => a - b);
  return (
    <div className={styles.legend} role="group" aria-label={t.legend}>
      <button type="button" aria-pressed={shown === null} onClick={() => onShow(null)}>
        {t.everyClass}
      </button>
      {used.map((label) => {
        const { color, path, isHollow } = classLook(label, theme);
        return (
          <button
            key={label}
            type="button"
            aria-pressed={shown === label}
            onClick={() => onShow(shown === label ? null : label)}
          >
            <svg width="12" height="12" viewBox="-6 -6 12 12" aria-hidden="true">
              <path
                d={path}
                fill={isHollow ? 'none' : color}
                stroke={color}
                strokeWidth={isHollow ? HOLLOW_WIDTH : 0}
              />
            </svg>
            {names[label] ?? label}
          </button>
        );
      })}
    </div>
  );
}
