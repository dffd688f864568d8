'use client';

import { useEffect } from 'react';
import { CompareTools } from '@/components/inspect/compare/CompareTools';
import { useCompare, useCompareSession } from '@/components/inspect/compare/compare-session';
import { PairGrid } from '@/components/inspect/compare/PairGrid';
import { PairUnit } from '@/components/inspect/compare/PairUnit';
import { NoInput } from '@/components/inspect/NoInput';
import { unitNames } from '@/components/inspect/unit-names';
import { useInspect } from '@/components/inspect/use-inspect';
import { wordOf } from '@/components/inspect/NoSubject';
import { EmptyView } from '@/components/training/EmptyView';
import { Button } from '@/components/ui/Button';
import { useMessages } from '@/components/ui/use-messages';
import { formatShape } from '@/lib/core/tensor-type';
import { inspectMessages } from '@/lib/messages/inspect';
import { inspectCompareMessages } from '@/lib/messages/inspect-compare';
import styles from '@/components/inspect/compare/compare.module.css';

/** Two runs, epochs or inputs side by side: one layer of both, and what the one has that the other has not. */
export function CompareView() {
  const session = useCompareSession();
  useEffect(() => session.enter(), [session]);
  return (
    <div className={styles.view}>
      <CompareTools />
      <Obstacle />
      <Columns />
    </div>
  );
}

/** Why there is nothing to compare; nothing where there is. */
function Obstacle() {
  const t = useMessages(inspectCompareMessages);
  const panel = useMessages(inspectMessages);
  const session = useCompareSession();
  const phase = useCompare((state) => state.phase);
  const failure = useCompare((state) => state.failure);
  const isMisfit = useCompare((state) => state.isMisfit);
  const isPaired = useCompare(({ pair }) => pair !== null);
  const shapes = useCompare(({ subject }) => subject?.plan.inputShape ?? []);
  const shape = useInspect(({ subject }) => subject?.plan.inputShape ?? []);
  const isWithoutAny = useInspect(({ input, isFetching }) => input === null && !isFetching);
  const isWithoutInput = useCompare(({ choice, own }) => choice.kind === 'current' && own === null);
  const fault = phase.kind === 'failed' ? phase.failure : failure;
  if (fault !== null) {
    return (
      <div role="alert" className={styles.obstacle}>
        <EmptyView title={t.failed} text={panel.failed[wordOf(fault)]} icon="error">
          <details>
            <summary>{panel.failed.details}</summary>
            {fault.detail}
          </details>
          <Button onClick={() => session.retry()}>{panel.retry}</Button>
        </EmptyView>
      </div>
    );
  }
  if (phase.kind === 'refused') {
    const words = phase.reason === 'run-gone' ? t.gone : t.mistakes;
    return (
      <div role="alert" className={styles.obstacle}>
        <EmptyView {...words} icon="warning">
          <Button onClick={() => session.compareWith({ kind: 'current' })}>{t.choice.input}</Button>
        </EmptyView>
      </div>
    );
  }
  if (isMisfit) {
    const text = t.misfit.text(formatShape(shape), formatShape(shapes));
    return (
      <div role="alert" className={styles.obstacle}>
        <EmptyView title={t.misfit.title} text={text} icon="warning" />
      </div>
    );
  }
  if (isPaired) return null;
  if (isWithoutAny) {
    return (
      <div className={styles.obstacle}>
        <NoInput />
      </div>
    );
  }
  const text = phase.kind !== 'ready' ? t.opening.text : isWithoutInput ? t.own.none : t.waiting;
  return (
    <div role="status" className={styles.obstacle}>
      <EmptyView title={t.opening.title} text={text} icon="eye" />
    </div>
  );
}

function Columns() {
  const node = useCompare(({ pair }) => pair?.a.node ?? null);
  const subject = useInspect((state) => state.subject);
  const layer = subject?.layers.find((known) => known.node === node);
  if (subject === null || layer === undefined) return null;
  const names = unitNames(subject, layer.node);
  return (
    <div className={styles.body}>
      <PairGrid layer={layer} names={names} />
      <PairUnit layer={layer} names={names} />
    </div>
  );
}
