'use client';

import { memo } from 'react';
import type { Locale } from '@/lib/core/locale';
import type { ComparisonRow } from '@/lib/analysis/compare/compare-designs';
import { KIND_SIGNS } from '@/lib/analysis/compare/report/cell-text';
import type { CompareMessages } from '@/lib/messages/compare';
import { ComparedCell } from '@/components/compare/ComparedCell';
import styles from '@/components/compare/layers.module.css';

interface ComparedRowProps {
  readonly row: ComparisonRow;
  /** From 1. */
  readonly number: number;
  readonly openColumn: number;
  readonly words: CompareMessages;
  readonly locale: Locale;
  readonly onSelect: (layer: string) => void;
}

/** Drawn anew only when something in it has changed: there may be a thousand. */
export const ComparedRow = memo(function ComparedRow({
  row,
  number,
  openColumn,
  words,
  locale,
  onSelect,
}: ComparedRowProps) {
  return (
    <div role="row" className={styles.row} data-kind={row.kind}>
      <div role="rowheader" className={styles.head}>
        {number}{' '}
        <span className={styles.sign} role="img" aria-label={words.kinds[row.kind]} title={words.kinds[row.kind]}>
          {KIND_SIGNS[row.kind]}
        </span>
      </div>
      {row.cells.map((cell, design) =>
        cell === null ? (
          <div key={design} role="cell" className={styles.missing}>
            <span aria-hidden="true">{words.none}</span>
            <span className="visually-hidden">{words.states.missing}</span>
          </div>
        ) : (
          <div key={design} role="cell" className={styles.item}>
            <ComparedCell
              row={row}
              design={design}
              cell={cell}
              words={words}
              locale={locale}
              onSelect={design === openColumn ? onSelect : null}
            />
          </div>
        ),
      )}
    </div>
  );
});
