'use client';

import { Choice } from '@/components/inspect/grid/GridTools';
import { CompareChoice } from '@/components/inspect/compare/CompareChoice';
import { setPairOrder, usePairOrder } from '@/components/inspect/compare/compare-order';
import { OwnInput } from '@/components/inspect/compare/OwnInput';
import { useCompare } from '@/components/inspect/compare/compare-session';
import { PAIR_ORDERS } from '@/components/inspect/compare/pair-figures';
import { SavePair } from '@/components/inspect/compare/SavePair';
import { setInspectView, useInspectView } from '@/components/inspect/view-state';
import { useMessages } from '@/components/ui/use-messages';
import { COLOUR_SCALES } from '@/lib/inspect/colours';
import { NORMALISATIONS } from '@/lib/inspect/normalise';
import { inspectMessages } from '@/lib/messages/inspect';
import { inspectCompareMessages } from '@/lib/messages/inspect-compare';
import styles from '@/components/inspect/compare/compare.module.css';

/** What stands beside A, and how both are drawn. */
export function CompareTools() {
  const t = useMessages(inspectMessages).grid;
  const orders = useMessages(inspectCompareMessages).order;
  const { normalisation, scale } = useInspectView((view) => view);
  const isVector = useCompare(({ pair }) => pair?.a.shape.length === 1);
  const isOwnInput = useCompare(({ choice }) => choice.kind === 'current');
  return (
    <div className={styles.tools}>
      <CompareChoice />
      {isOwnInput && <OwnInput />}
      <span className={styles.drawn}>
        <Choice label={t.sort} value={usePairOrder()} options={PAIR_ORDERS} names={orders} onChoose={setPairOrder} />
        {!isVector && (
          <>
            <Choice
              label={t.scale}
              value={scale}
              options={COLOUR_SCALES}
              names={t.scales}
              onChoose={(chosen) => setInspectView({ scale: chosen })}
            />
            <Choice
              label={t.normalise}
              value={normalisation}
              options={NORMALISATIONS}
              names={t.normalises}
              onChoose={(chosen) => setInspectView({ normalisation: chosen })}
            />
          </>
        )}
        <SavePair />
      </span>
    </div>
  );
}
