'use client';

import type { Silence } from '@/lib/document/document';
import { layerTitle } from '@/lib/document/layer-title';
import { ruleName, silenceMessages } from '@/lib/messages/silence';
import { useWorkspace, useWorkspaceActions } from '@/components/state/use-workspace';
import { Button } from '@/components/ui/Button';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import styles from '@/components/problems/problems.module.css';

/** What a person has silenced, each with a way back. */
export function SilencedList() {
  const words = useMessages(silenceMessages);
  const silenced = useWorkspace(({ document }) => document.silenced);
  if (silenced.length === 0) return null;
  return (
    <details className={styles.silenced}>
      <summary>{words.title(silenced.length)}</summary>
      <ul className={styles.list}>
        {silenced.map((silence) => (
          <SilencedRow key={`${silence.code} ${silence.node ?? ''}`} silence={silence} />
        ))}
      </ul>
    </details>
  );
}

function SilencedRow({ silence }: { readonly silence: Silence }) {
  const words = useMessages(silenceMessages);
  const locale = useLocale();
  const { apply } = useWorkspaceActions();
  const isReadOnly = useWorkspace(({ saveState }) => saveState === 'elsewhere');
  const node = useWorkspace(({ document }) => document.nodes[silence.node ?? '']);
  const place = node === undefined ? words.wholeDesign : layerTitle(node, locale);
  const name = ruleName(words, silence.code);
  return (
    <li className={styles.row}>
      <p className={styles.silencedText}>
        <span className={styles.place}>{place}</span> <span>{name}</span>
      </p>
      <Button
        disabled={isReadOnly}
        aria-label={`${words.showAgain}: ${place}, ${name}`}
        onClick={() => apply({ ...silence, kind: 'unsilence' })}
      >
        {words.showAgain}
      </Button>
    </li>
  );
}
