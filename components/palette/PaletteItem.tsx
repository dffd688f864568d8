'use client';

import type { LayerDefinition } from '@/lib/layers/definition';
import { LayerIcon } from '@/components/ui/LayerIcon';
import { useLocale } from '@/components/ui/use-messages';
import { familyStyle } from '@/components/canvas/family-style';
import { useDragSource } from '@/components/palette/use-drag-source';
import styles from '@/components/palette/palette.module.css';

interface PaletteItemProps {
  readonly layer: LayerDefinition;
  /** Another name of it, which it was found by. */
  readonly via: string | null;
  /** The one item that the Tab key stops at. */
  readonly isTabStop: boolean;
  readonly isDisabled: boolean;
  readonly onFocus: (type: string) => void;
  readonly onAdd: (layer: LayerDefinition) => void;
}

export function PaletteItem({ layer, via, isTabStop, isDisabled, onFocus, onAdd }: PaletteItemProps) {
  const { title, summary } = layer.text[useLocale()];
  const drag = useDragSource(layer.type);
  return (
    <button
      type="button"
      className={styles.item}
      style={familyStyle(layer.family)}
      tabIndex={isTabStop ? 0 : -1}
      disabled={isDisabled}
      title={`${title}: ${summary}`}
      onFocus={() => onFocus(layer.type)}
      onClick={() => onAdd(layer)}
      {...drag}
    >
      <span className={styles.icon}>
        <LayerIcon name={layer.icon} size={16} />
      </span>
      <span className={styles.title}>{title}</span>
      {via !== null && <span className={styles.via}>{via}</span>}
    </button>
  );
}
