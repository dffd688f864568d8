'use client';

import { useMemo, useState } from 'react';
import type { StudyDraft } from '@/components/study/draft';
import { SettingFields } from '@/components/study/SettingFields';
import { changesText, changeText } from '@/components/study/study-words';
import { ChoiceSetting } from '@/components/training/ChoiceSetting';
import { Button } from '@/components/ui/Button';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { studiesMessages } from '@/lib/messages/studies';
import type { TrainingSettings } from '@/lib/document/training-settings';
import { offeredChanges } from '@/lib/runs/study/offered-changes';
import { settingChange } from '@/lib/runs/study/settings';
import type { StudyChange } from '@/lib/runs/study/study';
import { taskOf } from '@/lib/state/task-of';
import styles from '@/components/study/study.module.css';

interface AblationFieldsProps {
  readonly draft: StudyDraft;
  readonly onChange: (part: Partial<StudyDraft>) => void;
}

const NOTHING: readonly StudyChange[] = [];

/** Adds variants: a part of the network or a setting that is other than in the base, or than in another variant. */
export function AblationFields({ draft, onChange }: AblationFieldsProps) {
  const t = useMessages(studiesMessages).form;
  const locale = useLocale();
  const [onto, setOnto] = useState(0);
  const [isDuplicate, setDuplicate] = useState(false);
  const start = draft.variants[onto]?.changes ?? NOTHING;
  const training = useMemo(() => withSettings(draft.base.training, start), [draft.base.training, start]);

  const add = (change: StudyChange) => {
    const changes = [...start, change];
    const known = draft.variants.some((variant) => JSON.stringify(variant.changes) === JSON.stringify(changes));
    setDuplicate(known);
    if (!known) onChange({ variants: [...draft.variants, { name: null, changes }] });
  };

  return (
    <fieldset className={styles.group}>
      <legend>{t.add}</legend>
      <PartFields draft={draft} onAdd={add} />
      <SettingFields training={training} onAdd={add} />
      {draft.variants.length > 1 && (
        <ChoiceSetting
          label={t.combine}
          hint={t.combineHint}
          value={String(draft.variants[onto] === undefined ? 0 : onto)}
          options={draft.variants.map(({ name, changes }, at) => ({
            value: String(at),
            label: name ?? changesText(changes, locale),
          }))}
          onChange={(value) => setOnto(Number(value))}
        />
      )}
      {isDuplicate && (
        <p role="alert" className={styles.bad}>
          {t.duplicate}
        </p>
      )}
    </fieldset>
  );
}

interface AddProps {
  readonly draft: StudyDraft;
  readonly onAdd: (change: StudyChange) => void;
}

function PartFields({ draft: { base }, onAdd }: AddProps) {
  const t = useMessages(studiesMessages).form;
  const locale = useLocale();
  const changes = useMemo(() => partChanges(base), [base]);
  const [chosen, setChosen] = useState(0);
  const change = changes[chosen] ?? changes[0];
  return (
    <div className={styles.row}>
      <ChoiceSetting
        label={t.part}
        value={String(change === changes[chosen] ? chosen : 0)}
        options={changes.map((one, at) => ({ value: String(at), label: changeText(one, locale) }))}
        onChange={(value) => setChosen(Number(value))}
      />
      <Button
        icon="plus"
        aria-label={`${t.add}: ${t.part}`}
        disabled={change === undefined}
        onClick={() => change !== undefined && onAdd(change)}
      >
        {t.add}
      </Button>
    </div>
  );
}

/** The settings of the variant that another change is added to. */
function withSettings(training: TrainingSettings, changes: readonly StudyChange[]): TrainingSettings {
  return changes.reduce(
    (settings, change) =>
      change.kind === 'set' ? { ...settings, ...settingChange(settings, change.setting, change.value) } : settings,
    training,
  );
}

const isRemoval = (rewrite: string) => rewrite.startsWith('remove-');

/** Removals first, then other rewrites, then every activation that each of the design's own could become. */
function partChanges(base: StudyDraft['base']): readonly StudyChange[] {
  const { rewrites, removals, activations, otherActivations } = offeredChanges(base, taskOf(base));
  return [
    ...rewrites.filter(isRemoval).map((rewrite): StudyChange => ({ kind: 'rewrite', rewrite })),
    ...removals.map((what): StudyChange => ({ kind: 'remove', what })),
    ...rewrites.filter((rewrite) => !isRemoval(rewrite)).map((rewrite): StudyChange => ({ kind: 'rewrite', rewrite })),
    ...activations.flatMap((from) =>
      otherActivations.flatMap((to): readonly StudyChange[] =>
        from === to ? [] : [{ kind: 'swap-activation', from, to }],
      ),
    ),
  ];
}
