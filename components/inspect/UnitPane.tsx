'use client';

import { MAPS, UNIT_VIEWS } from '@/components/inspect/parts';
import { useInspect } from '@/components/inspect/use-inspect';
import { setInspectView, useInspectView, useShownView } from '@/components/inspect/view-state';
import { Button } from '@/components/ui/Button';
import { Tabs } from '@/components/ui/Tabs';
import { EmptyView } from '@/components/training/EmptyView';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { inspectGridMessages } from '@/lib/messages/inspect-grid';
import { inspectMessages } from '@/lib/messages/inspect';
import styles from '@/components/inspect/inspect.module.css';

/** One unit, from several sides. */
export function UnitPane() {
  const t = useMessages(inspectMessages).unit;
  const locale = useLocale();
  const isChosen = useInspect(({ unit }) => unit !== null);
  const chosen = useInspectView(({ unitView }) => unitView);
  const part = UNIT_VIEWS.find(({ id }) => id === chosen) ?? UNIT_VIEWS[0];
  useShownView(part?.id ?? null);
  if (part === undefined) return null;
  return (
    <section className={styles.unit} aria-label={t.label}>
      <Tabs
        label={t.views}
        views={UNIT_VIEWS.map(({ id, title }) => [id, title[locale]] as const)}
        view={part.id}
        onView={(unitView) => setInspectView({ unitView })}
      >
        {isChosen ? <part.View key={part.id} /> : <NoUnit />}
      </Tabs>
    </section>
  );
}

/** Says where units are picked, and leads there where that is not beside it. */
export function NoUnit() {
  const t = useMessages(inspectMessages).unit;
  const { pick, showMaps } = useMessages(inspectGridMessages);
  const isBesideMaps = useInspectView(({ shown }) => shown.includes(MAPS));
  const isVector = useInspect(
    ({ subject, layer }) => subject?.layers.find(({ node }) => node === layer)?.shape.length === 1,
  );
  const text = isBesideMaps ? pick[isVector ? 'bars' : 'maps'] : pick.elsewhere;
  return (
    <EmptyView title={t.none} text={text} icon="eye">
      {!isBesideMaps && <Button onClick={() => setInspectView({ panelView: MAPS })}>{showMaps}</Button>}
    </EmptyView>
  );
}
