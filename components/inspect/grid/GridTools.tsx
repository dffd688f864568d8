'use client';

import { Choice } from '@/components/inspect/grid/Choice';
import { ColourChoices } from '@/components/inspect/grid/ColourChoices';
import { SaveGrid } from '@/components/inspect/unit/SaveGrid';
import { setInspectView, useInspectView } from '@/components/inspect/view-state';
import { IconButton } from '@/components/ui/IconButton';
import { useMessages } from '@/components/ui/use-messages';
import { sizesOf, type GridKind } from '@/lib/inspect/grid-layout';
import { UNIT_ORDERS } from '@/lib/inspect/grid-statistics';
import { inspectMessages } from '@/lib/messages/inspect';
import styles from '@/components/inspect/grid/grid.module.css';

/** How the units are drawn and ordered. `size`: the index of the size they have now. */
export function GridTools({ kind, size }: { readonly kind: GridKind; readonly size: number }) {
  const t = useMessages(inspectMessages).grid;
  const order = useInspectView((view) => view.order);
  const most = sizesOf(kind) - 1;
  return (
    <div className={styles.tools}>
      <Choice
        label={t.sort}
        value={order}
        options={UNIT_ORDERS}
        names={t.sorts}
        onChoose={(chosen) => setInspectView({ order: chosen })}
      />
      {kind !== 'bars' && (
        <>
          <ColourChoices />
          <span className={styles.zoom}>
            <IconButton
              icon="minus"
              label={t.zoomOut}
              disabled={size === 0}
              onClick={() => setInspectView({ size: Math.max(0, size - 1) })}
            />
            <IconButton
              icon="plus"
              label={t.zoomIn}
              disabled={size === most}
              onClick={() => setInspectView({ size: Math.min(most, size + 1) })}
            />
          </span>
        </>
      )}
      <SaveGrid />
    </div>
  );
}
