'use client';

import { useDataMap } from '@/components/inspect/map/map-store';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { formatCount } from '@/lib/messages/figures';
import { inspectMapMessages } from '@/lib/messages/inspect-map';
import styles from '@/components/inspect/map/map.module.css';

/** How far the map is that is being made; nothing while none is. */
export function MapProgressBar() {
  const t = useMessages(inspectMapMessages);
  const locale = useLocale();
  const progress = useDataMap((state) => state.progress);
  if (progress === null) return null;
  const [done, total] = progress.kind === 'reading' ? [progress.done, progress.total] : [progress.step, progress.steps];
  const word = progress.kind === 'reading' ? t.reading : t.placing;
  const text = total === 0 ? t.starting : word(formatCount(locale, done), formatCount(locale, total));
  return (
    <span className={styles.progress}>
      <progress aria-label={text} max={Math.max(1, total)} value={total === 0 ? undefined : done} />
      <span>{text}</span>
    </span>
  );
}
