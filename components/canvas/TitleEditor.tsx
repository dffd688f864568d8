'use client';

import { useEffect, useRef } from 'react';
import { blockOf } from '@/lib/document/blocks';
import type { DocumentNode } from '@/lib/document/document';
import { layerTitle } from '@/lib/document/layer-title';
import { canvasMessages } from '@/lib/messages/canvas';
import { useWorkspace, useWorkspaceActions } from '@/components/state/use-workspace';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { useCanvasUiStore } from '@/components/canvas/canvas-ui';
import styles from '@/components/canvas/layer-node.module.css';

/** The layer's title in place: Enter or leaving keeps it, Escape does not. */
export function TitleEditor({ node }: { readonly node: DocumentNode }) {
  const locale = useLocale();
  const messages = useMessages(canvasMessages);
  const { apply } = useWorkspaceActions();
  const ui = useCanvasUiStore();
  const blocks = useWorkspace(({ document }) => document.blocks);
  const block = blockOf(node);
  const field = useRef<HTMLInputElement>(null);
  useEffect(() => field.current?.select(), []);

  const close = (keep: boolean) => {
    const title = field.current?.value;
    if (ui.getState().renaming !== node.id) return;
    ui.setState({ renaming: null });
    if (!keep || title === undefined) return;
    // A block's name is the block's: every use has it.
    if (block === null) apply({ kind: 'set-title', node: node.id, title });
    else apply({ kind: 'rename-block', block, name: title });
  };
  return (
    <input
      ref={field}
      className={`${styles.titleField} nodrag nopan`}
      aria-label={messages.rename}
      defaultValue={layerTitle(node, locale, blocks)}
      onBlur={() => close(true)}
      onKeyDown={(event) => {
        event.stopPropagation();
        if (event.key !== 'Enter' && event.key !== 'Escape') return;
        const canvas = field.current?.closest<HTMLElement>('[data-canvas]');
        close(event.key === 'Enter');
        canvas?.focus();
      }}
    />
  );
}
