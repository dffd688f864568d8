'use client';

import { isOfSubject } from '@/components/inspect/map/create-maps';
import type { DataMap } from '@/components/inspect/map/data-map';
import { MapCanvas } from '@/components/inspect/map/MapCanvas';
import { useDataMap } from '@/components/inspect/map/map-store';
import { MapTools } from '@/components/inspect/map/MapTools';
import { useFollowedLayer } from '@/components/inspect/map/use-followed-layer';
import { useMapLayerNames } from '@/components/inspect/map/use-map-layer-names';
import { useInspect } from '@/components/inspect/use-inspect';
import { EmptyView } from '@/components/training/EmptyView';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { formatCount, formatShare } from '@/lib/messages/figures';
import { inspectMapMessages } from '@/lib/messages/inspect-map';
import styles from '@/components/inspect/map/map.module.css';

/** The samples as points, close together where a layer makes alike of them. */
export function MapView() {
  const t = useMessages(inspectMapMessages);
  const subject = useInspect((state) => state.subject);
  const map = useDataMap((state) => state.map);
  const layer = useInspect((state) => state.layer);
  useFollowedLayer();
  if (subject === null) return null;
  if (!subject.takesSamples) return <EmptyView title={t.none} text={t.noSamples} icon="map" />;
  const shown = map !== null && isOfSubject(map.of, subject) && map.points.length > 0 ? map : null;
  return (
    <div className={styles.view}>
      <MapTools subject={subject} hasMap={shown !== null} />
      {shown === null ? (
        <EmptyView title={t.none} text={t.noneText} icon="map" />
      ) : (
        <>
          <MapFacts map={shown} isStale={shown.of.weights !== subject.weights} />
          <MapCanvas map={shown} subject={subject} isOld={shown.of.layer !== layer} />
        </>
      )}
    </div>
  );
}

function MapFacts({ map, isStale }: { readonly map: DataMap; readonly isStale: boolean }) {
  const t = useMessages(inspectMapMessages);
  const locale = useLocale();
  const nameOf = useMapLayerNames();
  const isMade = useDataMap(({ making }) => making === null);
  const { method, layer, split } = map.of;
  const [count, width] = [formatCount(locale, map.samples.length), formatCount(locale, map.width)];
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 3, minimumFractionDigits: 3 });
  return (
    <div className={styles.facts}>
      <strong>{t.heading(t.methods[method], nameOf(layer))}</strong>
      <span>
        {t.facts(count, t.splits[split], width)}{' '}
        {map.shares !== null && t.shares(formatShare(locale, map.shares[0]), formatShare(locale, map.shares[1]))}{' '}
        {isMade && !map.isDone && t.unfinished}
      </span>
      {isStale && (
        <strong role="status" className={styles.stale}>
          {t.stale}
        </strong>
      )}
      {(map.trust !== null || !isMade) && (
        <span title={t.trustSource}>
          <b>{t.trust(map.trust === null ? '…' : number.format(map.trust))}</b> <small>{t.trustMeans}</small>
        </span>
      )}
    </div>
  );
}
