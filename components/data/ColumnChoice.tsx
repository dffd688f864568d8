'use client';

import { Button } from '@/components/ui/Button';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import type { FoundColumn } from '@/lib/datasets/import/protocol';
import { datasetMessages } from '@/lib/messages/datasets';
import { formatCount } from '@/lib/messages/figures';
import styles from '@/components/data/data.module.css';

interface ColumnChoiceProps {
  readonly label: string;
  readonly columns: readonly FoundColumn[];
  readonly chosen: readonly string[];
  readonly onChange: (chosen: readonly string[]) => void;
}

/** Some of the columns, in the table's order. */
export function ColumnChoice({ label, columns, chosen, onChange }: ColumnChoiceProps) {
  const { how, found } = useMessages(datasetMessages);
  const locale = useLocale();
  const isChosen = new Set(chosen);
  const toggle = (name: string) =>
    onChange(columns.map((column) => column.name).filter((one) => (one === name) !== isChosen.has(one)));
  return (
    <details className={styles.columns} open={columns.length <= 12}>
      <summary>
        {label} ({formatCount(locale, chosen.length)})
      </summary>
      <div className={styles.row}>
        <Button look="quiet" onClick={() => onChange(columns.map(({ name }) => name))}>
          {found.all}
        </Button>
        <Button look="quiet" onClick={() => onChange([])}>
          {found.none}
        </Button>
      </div>
      <div className={styles.classList} role="group" aria-label={label}>
        {columns.map(({ name, kind, distinct, examples }) => (
          <label key={name} title={how.columnText(kind, formatCount(locale, distinct), examples.join(', '))}>
            <input type="checkbox" checked={isChosen.has(name)} onChange={() => toggle(name)} />
            <span>{name}</span>
            <small>{examples.slice(0, 3).join(', ')}</small>
          </label>
        ))}
      </div>
    </details>
  );
}
