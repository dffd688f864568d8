'use client';

import { useEffect, useMemo, useState } from 'react';
import { useStore } from 'zustand';
import { useDesigner } from '@/components/state/designer-context';
import { Findings } from '@/components/training/health/Findings';
import { GradientCurve } from '@/components/training/health/GradientCurve';
import { HealthTable } from '@/components/training/health/HealthTable';
import { SpreadChart } from '@/components/training/health/SpreadChart';
import { EmptyView } from '@/components/training/EmptyView';
import { healthWatch } from '@/components/training/run-session';
import { useRun } from '@/components/training/use-run';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import type { NodeId } from '@/lib/core/ids';
import { flatTitle } from '@/lib/document/flat-title';
import { formatCount } from '@/lib/messages/figures';
import { healthMessages } from '@/lib/messages/health';
import { diagnoseHealth, measuredOf } from '@/lib/training/diagnose-health';
import { gradientSize, type HealthSnapshot } from '@/lib/training/health';
import styles from '@/components/training/health/health.module.css';

/** What goes on inside the network while it learns. While it is looked at, runs are looked at closely. */
export function HealthView() {
  const t = useMessages(healthMessages);
  const locale = useLocale();
  const designer = useDesigner();
  const watch = healthWatch(designer);
  const isOnCanvas = useStore(watch.store, (state) => state.isOnCanvas);
  const history = useRun((run) => run.health);
  const document = useRun((run) => run.subject?.document ?? null);
  const [chosen, setChosen] = useState<string | null>(null);
  useEffect(() => watch.look(), [watch]);
  const latest = history.at(-1);
  const findings = useMemo(() => (latest === undefined ? [] : diagnoseHealth(latest)), [latest]);
  if (latest === undefined || document === null) return <EmptyView icon="training" title={t.label} text={t.none} />;
  const titleOf = (node: NodeId): string => `${flatTitle(document, node, locale)} (${node})`;
  const count = (value: number): string => formatCount(locale, value);
  return (
    <div className={styles.view}>
      <div className={styles.top}>
        <span>{t.at(count(latest.batch), count(latest.epoch + 1))}</span>
        <label>
          <input
            type="checkbox"
            checked={isOnCanvas}
            onChange={(event) => watch.store.setState({ isOnCanvas: event.target.checked })}
          />{' '}
          {t.onCanvas}
        </label>
      </div>
      <Findings findings={findings} measured={measuredOf(latest)} titleOf={titleOf} />
      <div className={styles.body}>
        <HealthTable snapshot={latest} titleOf={titleOf} chosen={chosen} onChoose={setChosen} />
        <Detail history={history} name={chosen} titleOf={titleOf} />
      </div>
    </div>
  );
}

interface DetailProps {
  readonly history: readonly HealthSnapshot[];
  readonly name: string | null;
  readonly titleOf: (node: NodeId) => string;
}

/** One layer over the run so far. */
function Detail({ history, name, titleOf }: DetailProps) {
  const t = useMessages(healthMessages);
  const seen = useMemo(
    () => history.flatMap(({ layers }) => layers.filter((layer) => layer.name === name)),
    [history, name],
  );
  const weights = useMemo(() => seen.flatMap((layer) => layer.weights ?? []), [seen]);
  const gradients = useMemo(() => seen.flatMap((layer) => layer.gradients ?? []), [seen]);
  const last = seen.at(-1);
  if (last === undefined) return <p className={styles.detail}>{t.choose}</p>;
  const title = t.overTime(titleOf(last.node));
  return (
    <section className={styles.detail} aria-label={title}>
      <h3>{title}</h3>
      <GradientCurve sizes={seen.map((layer) => gradientSize(layer) ?? 0)} />
      <SpreadChart title={t.weightHistogram} histograms={weights} />
      <SpreadChart title={t.gradientHistogram} histograms={gradients} />
    </section>
  );
}
