'use client';

import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { layerDefinition } from '@/lib/layers/registry';
import { layerTitle } from '@/lib/document/layer-title';
import { useWorkspace } from '@/components/state/use-workspace';
import { draggedLayer } from '@/components/palette/dragged-layer';
import { Icon } from '@/components/ui/Icon';
import { LayerIcon } from '@/components/ui/LayerIcon';
import { useLocale } from '@/components/ui/use-messages';
import { familyStyle } from '@/components/canvas/family-style';
import { layerDrag } from '@/components/palette/layer-drag';
import styles from '@/components/palette/palette.module.css';

/** The layer under the pointer while it is dragged; solid where it can be let go. */
export function LayerDragGhost() {
  const drag = useStore(layerDrag);
  const locale = useLocale();
  const blocks = useWorkspace(({ document }) => document.blocks);
  if (drag === null) return null;
  const layer = draggedLayer(drag.type);
  const definition = layerDefinition(layer.type);
  return createPortal(
    <div
      className={styles.ghost}
      aria-hidden="true"
      data-accepted={drag.isAccepted ? '' : undefined}
      style={{ ...familyStyle(definition?.family), left: drag.point.x, top: drag.point.y }}
    >
      <span className={styles.icon}>
        {definition === null ? <Icon name="template" /> : <LayerIcon name={definition.icon} size={16} />}
      </span>
      {layerTitle(layer, locale, blocks)}
    </div>,
    document.body,
  );
}
