'use client';

import type { ReactNode } from 'react';
import type { Family } from '@/lib/layers/definition';
import { panelMessages } from '@/lib/messages/panels';
import { familyStyle } from '@/components/canvas/family-style';
import { Icon } from '@/components/ui/Icon';
import { useMessages } from '@/components/ui/use-messages';
import styles from '@/components/palette/palette.module.css';

interface PaletteFamilyProps {
  readonly family: Family;
  readonly count: number;
  readonly isOpen: boolean;
  /** Null while searching: what is found is not to be hidden. */
  readonly onToggle: (() => void) | null;
  readonly isTabStop: boolean;
  readonly onFocus: (key: string) => void;
  readonly children: ReactNode;
}

/** The key of a family's heading among what the arrow keys go through. */
export function headingKey(family: Family): string {
  return `family:${family}`;
}

export function PaletteFamily({ family, count, isOpen, onToggle, isTabStop, onFocus, children }: PaletteFamilyProps) {
  const messages = useMessages(panelMessages);
  const name = messages.families[family];
  return (
    <section aria-label={name} style={familyStyle(family)}>
      <h2 className={styles.heading}>
        {onToggle === null ? (
          <span className={styles.family}>{name}</span>
        ) : (
          <button
            type="button"
            className={styles.family}
            aria-expanded={isOpen}
            aria-label={messages.palette.family(name, count)}
            data-family={family}
            tabIndex={isTabStop ? 0 : -1}
            onFocus={() => onFocus(headingKey(family))}
            onClick={onToggle}
          >
            <Icon name={isOpen ? 'chevron-down' : 'chevron-right'} size={12} />
            <span>{name}</span>
            <span className={styles.count}>{count}</span>
          </button>
        )}
      </h2>
      {isOpen && <ul>{children}</ul>}
    </section>
  );
}
