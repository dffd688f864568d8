'use client';

import { MapCanvas } from '@/components/inspect/map/MapCanvas';
import { useDataMap } from '@/components/inspect/map/map-store';
import { MapTools } from '@/components/inspect/map/MapTools';
import { useLayerNames } from '@/components/inspect/unit/use-layer-names';
import { useInspect } from '@/components/inspect/use-inspect';
import { EmptyView } from '@/components/training/EmptyView';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { formatCount, formatShare } from '@/lib/messages/figures';
import { inspectMapMessages } from '@/lib/messages/inspect-map';
import type { DataMap } from '@/components/inspect/map/map-store';
import styles from '@/components/inspect/map/map.module.css';

/** The samples as points, close together where a layer makes alike of them. */
export function MapView() {
  const t = useMessages(inspectMapMessages);
  const subject = useInspect((state) => state.subject);
  const map = useDataMap((state) => state.map);
  if (subject === null) return null;
  if (!subject.takesSamples) return <EmptyView title={t.none} text={t.noSamples} icon="map" />;
  // A map of other data or of a layer that is not there any more is none.
  const shown =
    map?.of.dataset === subject.dataset.id && subject.layers.some(({ node }) => node === map.of.layer) ? map : null;
  return (
    <div className={styles.view}>
      <MapTools subject={subject} />
      {shown === null || shown.points.length === 0 ? (
        <EmptyView title={t.none} text={t.noneText} icon="map" />
      ) : (
        <>
          <MapFacts map={shown} isStale={shown.of.weights !== subject.weights} />
          <MapCanvas map={shown} subject={subject} />
        </>
      )}
    </div>
  );
}

function MapFacts({ map, isStale }: { readonly map: DataMap; readonly isStale: boolean }) {
  const t = useMessages(inspectMapMessages);
  const locale = useLocale();
  const nameOf = useLayerNames();
  const { method, layer, split } = map.of;
  const [count, width] = [formatCount(locale, map.samples.length), formatCount(locale, map.width)];
  const number = new Intl.NumberFormat(locale, { maximumFractionDigits: 3, minimumFractionDigits: 3 });
  return (
    <p className={styles.facts}>
      <span>
        {t.facts(t.methods[method], nameOf(layer), count, t.splits[split], width)}.{' '}
        {map.shares !== null && t.shares(formatShare(locale, map.shares[0]), formatShare(locale, map.shares[1]))}
      </span>
      {map.trust !== null && <span title={t.trustHint}>{t.trust(number.format(map.trust))}</span>}
      {isStale && (
        <strong role="status" className={styles.stale}>
          {t.stale}
        </strong>
      )}
    </p>
  );
}
