'use client';

import { Choice } from '@/components/inspect/grid/Choice';
import { ColourChoices } from '@/components/inspect/grid/ColourChoices';
import { CompareChoice } from '@/components/inspect/compare/CompareChoice';
import { setPairOrder, usePairOrder } from '@/components/inspect/compare/compare-order';
import { OwnInput } from '@/components/inspect/compare/OwnInput';
import { useCompare } from '@/components/inspect/compare/compare-session';
import { PAIR_ORDERS } from '@/components/inspect/compare/pair-figures';
import { SavePair } from '@/components/inspect/compare/SavePair';
import { useMessages } from '@/components/ui/use-messages';
import { inspectMessages } from '@/lib/messages/inspect';
import { inspectCompareMessages } from '@/lib/messages/inspect-compare';
import styles from '@/components/inspect/compare/compare.module.css';

/** What stands beside A, and how both are drawn. */
export function CompareTools() {
  const t = useMessages(inspectMessages).grid;
  const orders = useMessages(inspectCompareMessages).order;
  const isVector = useCompare(({ pair }) => pair?.a.shape.length === 1);
  const isOwnInput = useCompare(({ choice }) => choice.kind === 'current');
  return (
    <div className={styles.tools}>
      <CompareChoice />
      {isOwnInput && <OwnInput />}
      <span className={styles.drawn}>
        <Choice label={t.sort} value={usePairOrder()} options={PAIR_ORDERS} names={orders} onChoose={setPairOrder} />
        {!isVector && <ColourChoices />}
        <SavePair />
      </span>
    </div>
  );
}
