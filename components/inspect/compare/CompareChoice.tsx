'use client';

import { useCompare, useCompareSession } from '@/components/inspect/compare/compare-session';
import { keptStates } from '@/components/inspect/compare/kept-states';
import { useStateName } from '@/components/inspect/weights-name';
import { useRuns } from '@/components/training/runs-session';
import { useRun } from '@/components/training/use-run';
import { useMessages } from '@/components/ui/use-messages';
import { inspectCompareMessages } from '@/lib/messages/inspect-compare';
import type { WeightsChoice } from '@/lib/state/inspect-state';
import styles from '@/components/inspect/compare/compare.module.css';

/** What stands beside A: another input, the network before its training, or a kept state of a run of any design. */
export function CompareChoice() {
  const t = useMessages(inspectCompareMessages).choice;
  const choice = useCompare((state) => state.choice);
  const { compareWith } = useCompareSession();
  const records = useRuns((state) => state.records);
  const checkpoints = useRuns((state) => state.checkpoints);
  // One value at a time: a list made anew at each look would never be the same one.
  const going = useRun(({ run }) => run);
  const epochs = useRun(({ checkpoint }) => checkpoint?.kept);
  const statesOf = (run: string) => keptStates(checkpoints.get(run), (going === run ? epochs : null) ?? []);
  const runs = records.filter(({ id }) => statesOf(id).length > 0);
  const chosen = choice.kind === 'kept' ? choice.run : choice.kind;

  const choose = (value: string): void => {
    const plain = PLAIN.find(({ kind }) => kind === value);
    if (plain !== undefined) return compareWith(plain);
    const [first] = statesOf(value);
    if (first !== undefined) compareWith({ kind: 'kept', run: value, at: first.at });
  };

  return (
    <>
      <label className={styles.field}>
        {t.label}
        <select
          value={chosen}
          title={runs.length === 0 ? t.noRuns : undefined}
          onChange={({ target }) => choose(target.value)}
        >
          <option value="current">{t.input}</option>
          <option value="start">{t.start}</option>
          {runs.length > 0 && (
            <optgroup label={t.runs}>
              {runs.map(({ id, name }) => (
                <option key={id} value={id}>
                  {name}
                </option>
              ))}
            </optgroup>
          )}
          {choice.kind === 'kept' && !runs.some(({ id }) => id === choice.run) && <option value={choice.run}>–</option>}
        </select>
      </label>
      {choice.kind === 'kept' && <StateChoice choice={choice} states={statesOf(choice.run)} />}
    </>
  );
}

const PLAIN: readonly WeightsChoice[] = [{ kind: 'current' }, { kind: 'start' }];

interface StateChoiceProps {
  readonly choice: Extract<WeightsChoice, { readonly kind: 'kept' }>;
  readonly states: ReturnType<typeof keptStates>;
}

function StateChoice({ choice, states }: StateChoiceProps) {
  const { compareWith } = useCompareSession();
  const nameOf = useStateName();
  const t = useMessages(inspectCompareMessages).choice;
  return (
    <label className={styles.field}>
      {t.weights}
      <select
        value={String(choice.at)}
        onChange={({ target }) => {
          const next = states.find(({ at }) => String(at) === target.value);
          if (next !== undefined) compareWith({ ...choice, at: next.at });
        }}
      >
        {states.map((state) => (
          <option key={state.at} value={state.at}>
            {nameOf(state)}
          </option>
        ))}
        {!states.some(({ at }) => at === choice.at) && <option value={choice.at}>–</option>}
      </select>
    </label>
  );
}
