'use client';

import { useRef } from 'react';
import { OpenDesign } from '@/components/runs/OpenDesign';
import {
  deleteRuns,
  exportRuns,
  importRuns,
  restoreRuns,
  resumeRun,
  runAgain,
  RUN_EXPORTS,
} from '@/components/runs/run-tasks';
import { setView, showRuns, useView } from '@/components/runs/view-state';
import { useDesigner } from '@/components/state/designer-context';
import { useWorkspace } from '@/components/state/use-workspace';
import { useRuns } from '@/components/training/runs-session';
import { useRun } from '@/components/training/use-run';
import { Button } from '@/components/ui/Button';
import { Menu, MenuItem } from '@/components/ui/Menu';
import { useMessages } from '@/components/ui/use-messages';
import { runsMessages } from '@/lib/messages/runs';
import type { RunRecord, RunStatus } from '@/lib/runs/run-record';
import { filterRuns } from '@/lib/runs/table/run-row';
import { isActive } from '@/lib/state/run-state';
import styles from '@/components/runs/list.module.css';

/** Finds runs, and does things with the chosen ones. */
export function RunsToolbar() {
  const records = useRuns((state) => state.records);
  return (
    <div className={styles.toolbar}>
      {records.length > 0 && <Filters records={records} />}
      <span className={styles.space} />
      <ChosenActions records={records} />
    </div>
  );
}

function Filters({ records }: { readonly records: readonly RunRecord[] }) {
  const t = useMessages(runsMessages);
  const filter = useView((state) => state.filter);
  const names = new Map(useWorkspace((state) => state.designs).map(({ id, name }) => [id, name]));
  const tags = [...new Set(records.flatMap((run) => run.tags))].sort();
  const designs = [...new Set(records.map(({ design }) => design))];
  const statuses = [...new Set(records.map(({ status }) => status))];
  return (
    <>
      <input
        type="search"
        className={styles.search}
        aria-label={t.list.search}
        placeholder={t.list.searchHint}
        value={filter.text}
        onChange={(event) => setView({ filter: { ...filter, text: event.target.value } })}
      />
      {tags.length > 0 && (
        <Choice
          label={t.list.tag}
          any={t.list.anyTag}
          value={filter.tag}
          options={tags.map((tag) => [tag, tag])}
          onChange={(tag) => setView({ filter: { ...filter, tag } })}
        />
      )}
      {designs.length > 1 && (
        <Choice
          label={t.list.design}
          any={t.list.anyDesign}
          value={filter.design}
          options={designs.map((design) => [design, names.get(design) ?? t.list.goneDesign])}
          onChange={(design) => setView({ filter: { ...filter, design } })}
        />
      )}
      {statuses.length > 1 && (
        <Choice
          label={t.list.status}
          any={t.list.anyStatus}
          value={filter.status}
          options={statuses.map((status) => [status, t.statuses[status]])}
          onChange={(status) => setView({ filter: { ...filter, status: status as RunStatus | null } })}
        />
      )}
      <span className={styles.counted} role="status">
        {t.list.shown(filterRuns(records, filter).length, records.length)}
      </span>
    </>
  );
}

interface ChoiceProps {
  readonly label: string;
  /** Names the choice of all. */
  readonly any: string;
  readonly value: string | null;
  readonly options: readonly (readonly [string, string])[];
  readonly onChange: (value: string | null) => void;
}

function Choice({ label, any, value, options, onChange }: ChoiceProps) {
  return (
    <select
      aria-label={label}
      className={styles.select}
      value={value ?? ''}
      onChange={(event) => onChange(event.target.value === '' ? null : event.target.value)}
    >
      <option value="">{any}</option>
      {options.map(([option, name]) => (
        <option key={option} value={option}>
          {name}
        </option>
      ))}
    </select>
  );
}

function ChosenActions({ records }: { readonly records: readonly RunRecord[] }) {
  const t = useMessages(runsMessages).actions;
  const designer = useDesigner();
  const isBusy = useRun(({ phase }) => isActive(phase));
  const shown = useView((state) => state.shown);
  const group = useRef<HTMLDivElement>(null);
  const chosen = shown.flatMap(({ id }) => records.find((run) => run.id === id) ?? []);
  const ids = chosen.map(({ id }) => id);
  const [only, second] = chosen;
  const one = second === undefined ? only : undefined;
  const remove = () => {
    // The button goes with the choice; who came to it by keyboard stays here.
    group.current?.focus();
    void deleteRuns(designer, ids);
  };
  return (
    <div ref={group} role="group" aria-label={t.label} tabIndex={-1} className={styles.actions}>
      {one?.status === 'interrupted' && (
        <Button look="primary" title={t.resumeHint} disabled={isBusy} onClick={() => void resumeRun(designer, one.id)}>
          {t.resume}
        </Button>
      )}
      {one !== undefined && (
        <>
          <OpenDesign run={one} />
          <Button title={t.againHint} disabled={isBusy} onClick={() => void runAgain(designer, one.id)}>
            {t.again}
          </Button>
        </>
      )}
      {ids.length > 0 && (
        <>
          <Menu
            label={t.exportMenu}
            align="end"
            trigger={(trigger) => (
              <Button icon="download" {...trigger}>
                {t.export}
              </Button>
            )}
          >
            {RUN_EXPORTS.map((kind) => (
              <MenuItem key={kind} onSelect={() => void exportRuns(designer, ids, kind)}>
                {t[kind]}
              </MenuItem>
            ))}
          </Menu>
          <Button icon="trash" title={t.deleteHint} onClick={remove}>
            {t.delete}
          </Button>
        </>
      )}
      <ImportButton label={t.import} />
      <RestoreButton />
    </div>
  );
}

/** The last deletion, for as long as it can be undone. */
function RestoreButton() {
  const t = useMessages(runsMessages).actions;
  const designer = useDesigner();
  const removed = useRuns((state) => state.removed);
  const last = removed.filter(({ at }) => at === removed[0]?.at);
  if (last.length === 0) return null;
  const names = last.slice(0, MOST_NAMED).map(({ name }) => `“${name}”`);
  const hint = t.restoreHint(last.length > MOST_NAMED ? `${names.join(', ')} …` : names.join(', '));
  const restore = () =>
    void restoreRuns(
      designer,
      last.map(({ id }) => id),
    );
  return (
    <Button icon="undo" title={hint} onClick={restore}>
      {t.restore(last.length)}
    </Button>
  );
}

const MOST_NAMED = 4;

function ImportButton({ label }: { readonly label: string }) {
  const designer = useDesigner();
  const input = useRef<HTMLInputElement>(null);
  const read = async (files: readonly File[]) => {
    const added: string[] = [];
    for (const file of files) added.push(...(await importRuns(designer, file)));
    if (added.length > 0) showRuns(added);
  };
  return (
    <>
      <Button icon="folder" onClick={() => input.current?.click()}>
        {label}
      </Button>
      <input
        ref={input}
        type="file"
        accept=".json,application/json"
        multiple
        hidden
        aria-label={label}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])];
          event.target.value = '';
          void read(files);
        }}
      />
    </>
  );
}
