'use client';

import { memo } from 'react';
import { EditableCell } from '@/components/runs/EditableCell';
import { LookSample } from '@/components/runs/LookSample';
import type { ShownRun } from '@/components/runs/use-shown-runs';
import { figureText } from '@/components/runs/values-text';
import { MOST_SHOWN, setView, showRuns, toggleRun, useView } from '@/components/runs/view-state';
import { useRunsStore } from '@/components/training/runs-session';
import { Icon, type UiIconName } from '@/components/ui/Icon';
import { useMessages } from '@/components/ui/use-messages';
import { runsMessages, type RunsMessages } from '@/lib/messages/runs';
import { backendsOf } from '@/lib/runs/backends-of';
import type { RunRecord, RunStatus } from '@/lib/runs/run-record';
import { figureOf, type SortKey } from '@/lib/runs/table/run-row';
import styles from '@/components/runs/list.module.css';

const COLUMNS = [
  'name',
  'variant',
  'status',
  'testScore',
  'loss',
  'validationLoss',
  'validationScore',
  'epochs',
  'params',
  'seconds',
  'data',
  'backend',
  'date',
  'tags',
  'note',
] as const satisfies readonly SortKey[];
type Column = (typeof COLUMNS)[number];

const NUMERIC: ReadonlySet<SortKey> = new Set<SortKey>([
  'epochs',
  'loss',
  'validationLoss',
  'validationScore',
  'testScore',
  'params',
  'seconds',
  'date',
]);

const STATUS_ICONS: Readonly<Record<RunStatus, UiIconName>> = {
  running: 'play',
  paused: 'pause',
  interrupted: 'warning',
  finished: 'success',
  stopped: 'stop',
  diverged: 'error',
  failed: 'error',
};

interface RunsTableProps {
  readonly listed: readonly RunRecord[];
  /** Of the chosen runs. */
  readonly labels: readonly ShownRun[];
}

/** Every run that the filter lets through, one a row; the chosen ones are drawn beside. */
export function RunsTable({ listed, labels }: RunsTableProps) {
  const t = useMessages(runsMessages);
  const shown = useView((state) => state.shown);
  const looks = new Map(shown.map(({ id, look }) => [id, look]));
  const texts = new Map(labels.map(({ run, label }) => [run.record.id, label.short]));
  const areAll = listed.length > 0 && listed.every(({ id }) => looks.has(id));
  const chooseAll = () => {
    const others = shown.map(({ id }) => id).filter((id) => !listed.some((run) => run.id === id));
    showRuns(areAll ? others : [...others, ...listed.map(({ id }) => id)]);
  };
  return (
    <section className={styles.list} aria-label={t.list.label}>
      <table className={styles.table}>
        <thead>
          <tr>
            <th scope="col" className={styles.check}>
              <input
                type="checkbox"
                aria-label={t.list.chooseAll}
                title={listed.length > MOST_SHOWN ? t.list.full(MOST_SHOWN) : t.list.chooseAll}
                checked={areAll}
                onChange={chooseAll}
              />
            </th>
            {COLUMNS.map((column) => (
              <SortHead key={column} by={column} label={t.list.columns[column]} />
            ))}
          </tr>
        </thead>
        <tbody>
          {listed.map((run) => (
            <Row key={run.id} run={run} look={looks.get(run.id) ?? null} label={texts.get(run.id) ?? null} t={t} />
          ))}
        </tbody>
      </table>
      {listed.length === 0 && <p className={styles.notice}>{t.list.noneFound}</p>}
    </section>
  );
}

function SortHead({ by, label }: { readonly by: SortKey; readonly label: string }) {
  const sorting = useView((state) => state.sorting);
  const isActive = sorting.by === by;
  const isNumeric = NUMERIC.has(by);
  const direction = sorting.descending ? 'descending' : 'ascending';
  const sort = () => setView({ sorting: { by, descending: isActive ? !sorting.descending : isNumeric } });
  return (
    <th scope="col" aria-sort={isActive ? direction : 'none'} className={isNumeric ? styles.numeric : undefined}>
      <button type="button" className={styles.sort} onClick={sort}>
        {label}
        <span className={styles.sortIcon} data-active={isActive ? '' : undefined}>
          <Icon name={isActive && sorting.descending ? 'chevron-down' : 'chevron-up'} size={12} />
        </span>
      </button>
    </th>
  );
}

interface RowProps {
  readonly run: RunRecord;
  /** null: not chosen. */
  readonly look: number | null;
  readonly label: string | null;
  readonly t: RunsMessages;
}

/** A hundred rows stand still while one goes on. */
const Row = memo(function Row({ run, look, label, t }: RowProps) {
  return (
    <tr data-chosen={look === null ? undefined : ''}>
      <td className={styles.check}>
        <input
          type="checkbox"
          aria-label={t.list.choose(run.name)}
          checked={look !== null}
          onChange={() => toggleRun(run.id)}
        />
      </td>
      {COLUMNS.map((column) => (
        <td key={column} className={NUMERIC.has(column) ? styles.numeric : undefined}>
          <CellContent column={column} run={run} look={look} label={label} t={t} />
        </td>
      ))}
    </tr>
  );
});

function CellContent({ column, run, look, label, t }: RowProps & { readonly column: Column }) {
  const { actions } = useRunsStore();
  switch (column) {
    case 'name':
      return (
        <span className={styles.name}>
          {look !== null && <LookSample look={look} />}
          <EditableCell
            label={t.list.edit.name(run.name)}
            value={run.name}
            placeholder={t.list.columns.name}
            onChange={(name) => name !== '' && void actions.rename(run.id, name)}
          />
        </span>
      );
    case 'tags':
      return (
        <EditableCell
          label={t.list.edit.tags(run.name)}
          hint={t.list.tagsHint}
          value={run.tags.join(', ')}
          placeholder={t.list.add}
          onChange={(tags) => void actions.tag(run.id, tags.split(','))}
        />
      );
    case 'note':
      return (
        <EditableCell
          label={t.list.edit.note(run.name)}
          value={run.note}
          placeholder={t.list.add}
          onChange={(note) => void actions.note(run.id, note)}
        />
      );
    case 'status':
      return (
        <span className={styles.status} data-status={run.status}>
          <Icon name={STATUS_ICONS[run.status]} size={13} />
          {statusText(t, run)}
        </span>
      );
    case 'variant':
      return <span className={styles.clipped}>{run.study?.variant ?? label ?? ''}</span>;
    case 'data':
      return run.data.isSynthetic ? t.list.synthetic(run.data.title) : run.data.title;
    case 'backend':
      return backendsOf(run);
    case 'date':
      return t.date(run.createdAt);
    default:
      return figureText(column, figureOf(run, column), { t, learns: run.learns });
  }
}

/** With what early stopping did, where it was on. */
function statusText(t: RunsMessages, { status, outcome }: RunRecord): string {
  const early = status === 'finished' ? outcome?.earlyStopping : undefined;
  if (early === undefined) return t.statuses[status];
  const told = early.stopped ? t.stoppedEarly(String(early.best)) : t.bestEpoch(String(early.best));
  return `${t.statuses[status]} (${told})`;
}
