'use client';

import type { NodeId } from '@/lib/core/ids';
import { layerTitle } from '@/lib/document/layer-title';
import { blockMessages } from '@/lib/messages/blocks';
import { familyStyle } from '@/components/canvas/family-style';
import { LayerFigures } from '@/components/inspector/LayerFigures';
import { useWorkspace } from '@/components/state/use-workspace';
import { Icon } from '@/components/ui/Icon';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import styles from '@/components/inspector/inspector.module.css';

/** An input of a block, seen from inside: what it stands for and the shape it brings. */
export function BlockInputInspector({ id }: { readonly id: NodeId }) {
  const locale = useLocale();
  const messages = useMessages(blockMessages);
  const node = useWorkspace(({ document }) => document.nodes[id]);
  if (node === undefined) return null;
  return (
    <>
      <header className={styles.header} style={familyStyle('input')}>
        <span className={styles.headerIcon}>
          <Icon name="chevron-down" size={16} />
        </span>
        <div>
          <h2>{layerTitle(node, locale)}</h2>
          <p>{messages.addInput}</p>
        </div>
      </header>
      <p className={styles.summary}>{messages.inputHelp}</p>
      <LayerFigures id={id} />
    </>
  );
}
