'use client';

import { useId } from 'react';
import type { NodeId } from '@/lib/core/ids';
import { inspectorMessages } from '@/lib/messages/inspector';
import { useWorkspace, useWorkspaceActions } from '@/components/state/use-workspace';
import { useMessages } from '@/components/ui/use-messages';
import styles from '@/components/inspector/inspector.module.css';

/**
 * Says whether a layer's output is one of the network's. Shown where there is a choice: for a layer that is one, by name
 * or as the only end, while the network has several outputs, and for a named one.
 */
export function OutputToggle({ id }: { readonly id: NodeId }) {
  const messages = useMessages(inspectorMessages);
  const field = useId();
  const { apply } = useWorkspaceActions();
  const isReadOnly = useWorkspace(({ saveState }) => saveState === 'elsewhere');
  const outputs = useWorkspace(({ analysis }) => analysis.outputs);
  const named = useWorkspace(({ document }) => document.outputs);
  const isEnd = useWorkspace(({ document }) => !Object.values(document.edges).some(({ source }) => source === id));
  const isInside = useWorkspace(({ document }) => document.nodes[id]?.scope !== undefined);
  const isOutput = outputs.includes(id);
  if (isInside || !(named.includes(id) || (isEnd && !isOutput && outputs.length > 0))) return null;
  const change = () => {
    const nodes = isOutput ? outputs.filter((other) => other !== id) : [...outputs, id];
    apply({ kind: 'set-outputs', nodes });
  };
  return (
    <p className={styles.output}>
      <input id={field} type="checkbox" checked={isOutput} disabled={isReadOnly} onChange={change} />
      <label htmlFor={field}>{messages.isOutput}</label>
    </p>
  );
}
