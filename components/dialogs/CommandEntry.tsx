'use client';

import { Command } from 'cmdk';
import type { PaletteCommand } from '@/components/dialogs/use-commands';
import { LayerIcon } from '@/components/ui/LayerIcon';
import styles from '@/components/dialogs/CommandPalette.module.css';

interface Props {
  readonly command: PaletteCommand;
  /** The heading above, which is not said again beside the command. */
  readonly heading: string;
  readonly onChoose: (run: () => void) => void;
}

export function CommandEntry({ command, heading, onChoose }: Props) {
  const { id, title, note, keys, layer, enabled, run } = command;
  return (
    <Command.Item
      value={id}
      keywords={[title, note ?? '']}
      disabled={!enabled}
      className={styles.item}
      onSelect={() => onChoose(run)}
    >
      {layer !== undefined && (
        <span className={styles.icon} style={{ color: `var(--family-${layer.family})` }}>
          <LayerIcon name={layer.icon} />
        </span>
      )}
      <span className={styles.title}>{title}</span>
      {note !== undefined && note !== heading && <span className={styles.note}>{note}</span>}
      {keys !== undefined && <kbd className={styles.keys}>{keys}</kbd>}
    </Command.Item>
  );
}
