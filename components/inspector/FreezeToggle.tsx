'use client';

import { useId } from 'react';
import type { NodeId } from '@/lib/core/ids';
import { freezableLayers, withFrozen } from '@/lib/analysis/freezing';
import { freezingMessages } from '@/lib/messages/freezing';
import { useWorkspace, useWorkspaceActions } from '@/components/state/use-workspace';
import { useMessages } from '@/components/ui/use-messages';
import styles from '@/components/inspector/inspector.module.css';

/** Whether the weights of these layers, or of those in these blocks, stay as they are. Nothing where there are none. */
export function FreezeToggle({ nodes }: { readonly nodes: readonly NodeId[] }) {
  const t = useMessages(freezingMessages);
  const field = useId();
  const { apply } = useWorkspaceActions();
  const isReadOnly = useWorkspace(({ saveState }) => saveState === 'elsewhere');
  const layers = useWorkspace(({ analysis }) => freezableLayers(analysis, nodes));
  const frozen = useWorkspace(({ document }) => document.training.frozen);
  const isInside = useWorkspace(({ document }) => layers.some((id) => document.nodes[id]?.scope !== undefined));
  const [only] = nodes;
  const count = layers.filter((id) => frozen.includes(id)).length;
  if (layers.length === 0) return null;
  const isMixed = count > 0 && count < layers.length;
  const change = (isFrozen: boolean) =>
    apply({ kind: 'set-training', settings: { frozen: withFrozen(frozen, layers, { isFrozen }) } });
  const hints = [t.hint, ...(isInside ? [t.everywhere] : []), ...(isMixed ? [t.some(count, layers.length)] : [])];
  return (
    <div className={styles.output}>
      <input
        id={field}
        ref={(box) => {
          if (box !== null) box.indeterminate = isMixed;
        }}
        type="checkbox"
        checked={count === layers.length}
        disabled={isReadOnly}
        aria-describedby={`${field}-hint`}
        onChange={({ target }) => change(target.checked)}
      />
      <div>
        <label htmlFor={field}>{nodes.length === 1 && layers[0] === only ? t.label : t.labelOf(layers.length)}</label>
        <p id={`${field}-hint`} className={styles.hint}>
          {hints.join(' ')}
        </p>
      </div>
    </div>
  );
}
