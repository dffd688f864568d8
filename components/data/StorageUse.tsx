'use client';

import { useStore } from 'zustand';
import { datasetLibrary } from '@/components/data/dataset-library';
import { useDesigner } from '@/components/state/designer-context';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { datasetMessages, formatRoom } from '@/lib/messages/datasets';
import styles from '@/components/data/data.module.css';

/** How much of what the browser gives this page is used; of everything it keeps, designs and runs too. */
export function StorageUse() {
  const t = useMessages(datasetMessages).room;
  const locale = useLocale();
  const room = useStore(datasetLibrary(useDesigner()).store, (state) => state.room);
  if (room === null) return null;
  const { used, quota, isPersistent } = room;
  const isKnown = used !== null && quota !== null;
  return (
    <div className={styles.room}>
      {isKnown && (
        <meter min={0} max={quota} value={used} high={quota * 0.9} aria-label={formatRoom(locale, used, quota)} />
      )}
      <p className={styles.hint}>
        {isKnown ? formatRoom(locale, used, quota) : t.unknown} {isPersistent ? t.persistent : t.mayBeCleared}
      </p>
    </div>
  );
}
