'use client';

import { setWhy, useWhy } from '@/components/inspect/why/why-state';
import { useMessages } from '@/components/ui/use-messages';
import type { Window } from '@/lib/inspect/crop';
import { inspectWhyMessages } from '@/lib/messages/inspect-why';
import styles from '@/components/inspect/why/why.module.css';

/** Of a large picture a cell sees a speck: shows that alone. */
export function ZoomChoice({ window: { first, last } }: { readonly window: Window }) {
  const t = useMessages(inspectWhyMessages);
  const isZoomed = useWhy((state) => state.isZoomed);
  return (
    <label className={styles.row}>
      <input type="checkbox" checked={isZoomed} onChange={({ target }) => setWhy({ isZoomed: target.checked })} />
      {t.zoom(last[0] - first[0] + 1, last[1] - first[1] + 1)}
    </label>
  );
}
