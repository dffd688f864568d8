'use client';

import { createPortal } from 'react-dom';
import { useStore } from 'zustand';
import { layerDefinition } from '@/lib/layers/registry';
import { LayerIcon } from '@/components/ui/LayerIcon';
import { useLocale } from '@/components/ui/use-messages';
import { familyStyle } from '@/components/canvas/family-style';
import { layerDrag } from '@/components/palette/layer-drag';
import styles from '@/components/palette/palette.module.css';

/** The layer under the pointer while it is dragged; solid where it can be let go. */
export function LayerDragGhost() {
  const drag = useStore(layerDrag);
  const locale = useLocale();
  const definition = layerDefinition(drag?.type ?? '');
  if (drag === null || definition === null) return null;
  return createPortal(
    <div
      className={styles.ghost}
      aria-hidden="true"
      data-accepted={drag.isAccepted ? '' : undefined}
      style={{ ...familyStyle(definition.family), left: drag.point.x, top: drag.point.y }}
    >
      <span className={styles.icon}>
        <LayerIcon name={definition.icon} size={16} />
      </span>
      {definition.text[locale].title}
    </div>,
    document.body,
  );
}
