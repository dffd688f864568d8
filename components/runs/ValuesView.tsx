'use client';

import { useMemo, useState } from 'react';
import { LookSample } from '@/components/runs/LookSample';
import type { ShownRuns } from '@/components/runs/use-shown-runs';
import {
  deltaText,
  knownFigures,
  valuesCsv,
  valuesMarkdown,
  valueText,
  type NamedRow,
} from '@/components/runs/values-text';
import { setView, useView } from '@/components/runs/view-state';
import { useDesigner } from '@/components/state/designer-context';
import { Button } from '@/components/ui/Button';
import { Icon } from '@/components/ui/Icon';
import { useMessages } from '@/components/ui/use-messages';
import { runsMessages, type RunsMessages } from '@/lib/messages/runs';
import { downloadFile } from '@/lib/platform/download';
import type { Figure } from '@/lib/runs/table/run-row';
import { sortValues, valuesTable, type Value } from '@/lib/runs/table/values-table';
import styles from '@/components/runs/values.module.css';

interface Order {
  /** null: as they were chosen. */
  readonly by: Figure | null;
  readonly direction: 'ascending' | 'descending';
}

/** What the chosen runs ended with, against one of them; runs that differ by their seed only as mean and spread. */
export function ValuesView({ shown }: { readonly shown: ShownRuns }) {
  const t = useMessages(runsMessages);
  const isGrouped = useView((state) => state.isGrouped);
  const [order, setOrder] = useState<Order>({ by: null, direction: 'descending' });
  const rows = useMemo(() => namedRows(shown, isGrouped), [shown, isGrouped]);
  const sorted = sortValues(rows, order.by, order.direction) as readonly NamedRow[];
  const figures = knownFigures(rows);
  const looks = new Map(shown.runs.map(({ run, look }) => [run.record.id, look]));
  return (
    <div className={styles.values}>
      <ValuesBar shown={shown} rows={sorted} figures={figures} />
      <div className={styles.scroll}>
        <table className={styles.table}>
          <caption className="visually-hidden">{t.values.caption}</caption>
          <thead>
            <tr>
              <th scope="col">{t.values.run}</th>
              {figures.map((figure) => (
                <Head key={figure} figure={figure} order={order} onOrder={setOrder} t={t} />
              ))}
            </tr>
          </thead>
          <tbody>
            {sorted.map((row) => (
              <tr key={row.key} data-baseline={row.isBaseline ? '' : undefined}>
                <th scope="row">
                  <span className={styles.name}>
                    <LookSample look={looks.get(row.runs[0] ?? '') ?? 0} />
                    {row.name}
                  </span>
                </th>
                {figures.map((figure) => (
                  <Cell key={figure} figure={figure} value={row.values[figure]} t={t} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </div>
  );
}

function namedRows({ runs, groups, baseline }: ShownRuns, isGrouped: boolean): readonly NamedRow[] {
  const records = new Map(runs.map(({ run: { record } }) => [record.id, record]));
  const labels = new Map(runs.map(({ run, label }) => [run.record.id, label]));
  const singles = runs.map(({ run: { record } }) => ({ key: record.id, runs: [record.id] }));
  return valuesTable(isGrouped ? groups : singles, records, baseline ?? '').map((row) => {
    const label = labels.get(row.runs[0] ?? '');
    return { ...row, name: (isGrouped ? label?.group : label?.short) ?? '' };
  });
}

interface ValuesBarProps {
  readonly shown: ShownRuns;
  readonly rows: readonly NamedRow[];
  readonly figures: readonly Figure[];
}

function ValuesBar({ shown, rows, figures }: ValuesBarProps) {
  const t = useMessages(runsMessages);
  const { clipboard, notices } = useDesigner();
  const isGrouped = useView((state) => state.isGrouped);
  const copy = async () => {
    const isThere = await clipboard.write(valuesMarkdown(rows, { t, figures }));
    notices.show(isThere ? 'success' : 'error', 'text', { text: isThere ? t.news.copied : t.news.copyFailed });
  };
  const save = () =>
    downloadFile(
      document,
      'runs-values.csv',
      new Blob(['\uFEFF', valuesCsv(rows, { t, figures })], { type: 'text/csv;charset=utf-8' }),
    );
  return (
    <div className={styles.bar}>
      <label>
        {t.values.baseline}{' '}
        <select value={shown.baseline ?? ''} onChange={(event) => setView({ baseline: event.target.value })}>
          {shown.runs.map(({ run: { record } }) => (
            <option key={record.id} value={record.id}>
              {record.name}
            </option>
          ))}
        </select>
      </label>
      <label title={t.values.explain}>
        <input type="checkbox" checked={isGrouped} onChange={(event) => setView({ isGrouped: event.target.checked })} />
        {t.chart.group}
      </label>
      <span className={styles.space} />
      <Button icon="copy" onClick={() => void copy()}>
        {t.values.copyMarkdown}
      </Button>
      <Button icon="download" onClick={save}>
        {t.values.csv}
      </Button>
    </div>
  );
}

interface HeadProps {
  readonly figure: Figure;
  readonly order: Order;
  readonly onOrder: (order: Order) => void;
  readonly t: RunsMessages;
}

function Head({ figure, order, onOrder, t }: HeadProps) {
  const isActive = order.by === figure;
  const turned = order.direction === 'descending' ? 'ascending' : 'descending';
  return (
    <th scope="col" className={styles.numeric} aria-sort={isActive ? order.direction : 'none'}>
      <button
        type="button"
        className={styles.sort}
        onClick={() => onOrder({ by: figure, direction: isActive ? turned : 'descending' })}
      >
        <span className={styles.sortIcon} data-active={isActive ? '' : undefined}>
          <Icon name={isActive && order.direction === 'descending' ? 'chevron-down' : 'chevron-up'} size={12} />
        </span>
        {t.list.columns[figure]}
      </button>
    </th>
  );
}

function Cell({
  figure,
  value,
  t,
}: {
  readonly figure: Figure;
  readonly value: Value | null;
  readonly t: RunsMessages;
}) {
  const delta = deltaText(figure, value, t);
  const better = value?.better ?? null;
  return (
    <td className={styles.numeric}>
      {valueText(figure, value, t)}
      {delta !== '' && (
        <span className={styles.delta} data-better={better === null ? undefined : String(better)}>
          {better !== null && <Icon name={better ? 'success' : 'error'} size={11} />}
          {delta}
          {better !== null && <span className="visually-hidden">{better ? t.values.better : t.values.worse}</span>}
        </span>
      )}
    </td>
  );
}
