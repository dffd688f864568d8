'use client';

import { Choice } from '@/components/data/Choice';
import { ColumnChoice } from '@/components/data/ColumnChoice';
import type { FormProps } from '@/components/data/form';
import { targetColumns, withKind, withTarget, type TargetKind } from '@/components/data/table-target';
import { Button } from '@/components/ui/Button';
import { useMessages } from '@/components/ui/use-messages';
import type { FoundColumn, TableOptions, TableTarget } from '@/lib/datasets/import/protocol';
import { datasetMessages } from '@/lib/messages/datasets';
import styles from '@/components/data/data.module.css';

const KINDS: readonly TargetKind[] = ['classes', 'labels', 'label-list', 'values'];

interface TableFormProps extends FormProps {
  readonly onHeader: (hasHeader: boolean) => void;
}

/** Which columns of a table are what. */
export function TableForm({ found: { columns }, options, onChange, onHeader }: TableFormProps) {
  const t = useMessages(datasetMessages).how;
  const { table } = options;
  if (table === null) return null;
  const change = (next: TableOptions) => onChange({ ...options, table: next });
  const [target] = table.targets;
  return (
    <fieldset className={styles.group}>
      <legend>{t.table}</legend>
      <label className={styles.check}>
        <input type="checkbox" checked={table.hasHeader} onChange={(event) => onHeader(event.target.checked)} />
        {t.hasHeader}
      </label>
      <Choice
        label={t.target}
        value={target.kind}
        options={KINDS.map((kind) => [kind, t.targetKinds[kind]] as const)}
        onChange={(kind) => change(withTarget(table, withKind(kind, target, columns), columns))}
      />
      <TargetForm target={target} columns={columns} onChange={(next) => change(withTarget(table, next, columns))} />
      {table.fileColumn === null && table.pixels === null && (
        <ColumnChoice
          label={t.inputs}
          columns={columns.filter(({ name, kind }) => kind === 'number' && !targetColumns(target).includes(name))}
          chosen={table.inputs}
          onChange={(inputs) => change({ ...table, inputs })}
        />
      )}
      {table.fileColumn !== null && (
        <Choice
          label={t.fileColumn}
          value={table.fileColumn}
          options={columns.map(({ name }) => [name, name] as const)}
          onChange={(fileColumn) => change({ ...table, fileColumn })}
        />
      )}
      {table.pixels !== null && (
        <Button look="quiet" onClick={() => onChange({ ...options, picture: null, table: { ...table, pixels: null } })}>
          {t.asRows}
        </Button>
      )}
    </fieldset>
  );
}

interface TargetFormProps {
  readonly target: TableTarget;
  readonly columns: readonly FoundColumn[];
  readonly onChange: (target: TableTarget) => void;
}

function TargetForm({ target, columns, onChange }: TargetFormProps) {
  const t = useMessages(datasetMessages).how;
  if (target.kind === 'labels' || target.kind === 'values') {
    return (
      <ColumnChoice
        label={target.kind === 'labels' ? t.targetColumns : t.valueColumns}
        columns={columns.filter(({ kind }) => kind === 'number')}
        chosen={target.columns}
        onChange={(chosen) => onChange({ ...target, columns: chosen })}
      />
    );
  }
  return (
    <div className={styles.grid}>
      <Choice
        label={t.targetColumn}
        value={target.column}
        options={columns.map(({ name }) => [name, name] as const)}
        onChange={(column) => onChange({ ...target, column })}
      />
      {target.kind === 'label-list' && (
        <label className={styles.field}>
          {t.separator}
          <input
            type="text"
            value={target.separator}
            maxLength={4}
            onChange={(event) => onChange({ ...target, separator: event.target.value })}
          />
        </label>
      )}
    </div>
  );
}
