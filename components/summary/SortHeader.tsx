'use client';

import { Icon } from '@/components/ui/Icon';
import type { Sorting, SortKey } from '@/components/summary/summary-rows';
import styles from '@/components/summary/summary.module.css';

interface SortHeaderProps {
  readonly by: SortKey;
  readonly label: string;
  readonly isNumeric: boolean;
  readonly sorting: Sorting;
  readonly onSort: (sorting: Sorting) => void;
}

/** Numbers are first sorted the largest first, words from A; another click turns the order round. */
export function SortHeader({ by, label, isNumeric, sorting, onSort }: SortHeaderProps) {
  const isActive = sorting.by === by;
  const first = isNumeric && by !== 'order';
  const direction = sorting.descending ? 'descending' : 'ascending';
  return (
    <th scope="col" aria-sort={isActive ? direction : 'none'} className={isNumeric ? styles.numeric : undefined}>
      <button
        type="button"
        className={styles.sort}
        onClick={() => onSort({ by, descending: isActive ? !sorting.descending : first })}
      >
        <span className={styles.sortIcon} data-active={isActive ? '' : undefined}>
          <Icon name={isActive && sorting.descending ? 'chevron-down' : 'chevron-up'} size={12} />
        </span>
        {label}
      </button>
    </th>
  );
}
