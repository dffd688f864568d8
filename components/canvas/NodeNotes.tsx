'use client';

import { canvasMessages } from '@/lib/messages/canvas';
import { formatCount } from '@/lib/messages/figures';
import { unitNoteMessages } from '@/lib/messages/unit-notes';
import { documentId } from '@/lib/document/blocks';
import { notedUnits } from '@/lib/document/noted-units';
import { notesText } from '@/components/canvas/notes-text';
import { useWorkspace } from '@/components/state/use-workspace';
import { Icon } from '@/components/ui/Icon';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import styles from '@/components/canvas/node-notes.module.css';

/** Notes in so many lines: one of them takes all, of more than these the others are counted. */
const LINES = 2;

/** What people have named the units of a layer, or of those in a block; from far away how many they are. */
export function NodeNotes({ id }: { readonly id: string }) {
  const locale = useLocale();
  const messages = useMessages(canvasMessages);
  const t = useMessages(unitNoteMessages);
  const nodes = useWorkspace(({ document }) => document.nodes);
  const noted = notedUnits({ nodes }, id);
  if (noted.length === 0) return null;
  const text = notesText(
    messages,
    // In a block a unit's number alone says too little.
    noted.map(({ node, unit, note }) => [documentId(node) === id ? `${unit}` : `${documentId(node)} ${unit}`, note]),
  );
  const others = noted.length - LINES;
  return (
    <div className={styles.notes} title={text} data-alone={noted.length === 1 ? '' : undefined}>
      <span className="visually-hidden">{text}</span>
      <Icon name="pencil" size={10} />
      <span className={styles.words} aria-hidden="true">
        {noted.slice(0, LINES).map(({ node, unit, note }, line) => (
          <span key={`${node} ${unit}`} className={styles.line}>
            <span className={styles.name}>{t.unit(formatCount(locale, unit), note)}</span>
            {others > 0 && line === LINES - 1 && <span>{t.more(formatCount(locale, others))}</span>}
          </span>
        ))}
      </span>
      <span className={styles.count} aria-hidden="true">
        {formatCount(locale, noted.length)}
      </span>
    </div>
  );
}
