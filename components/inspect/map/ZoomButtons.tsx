'use client';

import { ZOOM_STEP } from '@/components/inspect/map/zoom-step';
import { IconButton } from '@/components/ui/IconButton';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { MOST_SCALE } from '@/lib/inspect/map/map-view';
import { inspectMapMessages } from '@/lib/messages/inspect-map';
import styles from '@/components/inspect/map/map.module.css';

interface ZoomButtonsProps {
  readonly scale: number;
  /** So many times nearer; 0: the whole map. */
  readonly onZoom: (factor: number) => void;
}

/** Nearer, farther, and how near it is. */
export function ZoomButtons({ scale, onZoom }: ZoomButtonsProps) {
  const t = useMessages(inspectMapMessages);
  const locale = useLocale();
  const isWhole = scale === 1;
  return (
    <div className={styles.zoom}>
      <IconButton
        icon="minus"
        label={t.zoomOut}
        keys="−"
        tip="above"
        disabled={isWhole}
        onClick={() => onZoom(1 / ZOOM_STEP)}
      />
      <span>{t.zoom(new Intl.NumberFormat(locale, { maximumFractionDigits: 1 }).format(scale))}</span>
      <IconButton
        icon="plus"
        label={t.zoomIn}
        keys="+"
        tip="above"
        disabled={scale === MOST_SCALE}
        onClick={() => onZoom(ZOOM_STEP)}
      />
      <IconButton icon="fit" label={t.zoomWhole} keys="0" tip="above" disabled={isWhole} onClick={() => onZoom(0)} />
    </div>
  );
}
