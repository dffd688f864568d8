'use client';

import { useId } from 'react';
import type { NodeId } from '@/lib/core/ids';
import { blockMessages } from '@/lib/messages/blocks';
import { useWorkspace, useWorkspaceActions } from '@/components/state/use-workspace';
import { useMessages } from '@/components/ui/use-messages';
import styles from '@/components/inspector/inspector.module.css';

/** Inside a block: whether this layer's output is the block's. There is always one at most. */
export function BlockOutputToggle({ id }: { readonly id: NodeId }) {
  const messages = useMessages(blockMessages);
  const field = useId();
  const { apply } = useWorkspaceActions();
  const isReadOnly = useWorkspace(({ saveState }) => saveState === 'elsewhere');
  const isInside = useWorkspace(({ document }) => document.nodes[id]?.scope !== undefined);
  const isOutput = useWorkspace(({ document }) => document.blocks[document.nodes[id]?.scope ?? '']?.output === id);
  if (!isInside) return null;
  return (
    <p className={styles.output}>
      <input
        id={field}
        type="radio"
        checked={isOutput}
        disabled={isReadOnly}
        title={messages.outputHint}
        onChange={() => apply({ kind: 'set-block-output', node: id })}
      />
      <label htmlFor={field}>{isOutput ? messages.isOutput : messages.makeOutput}</label>
    </p>
  );
}
