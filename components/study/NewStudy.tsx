'use client';

import { useId, useMemo, useState } from 'react';
import { AblationFields } from '@/components/study/AblationFields';
import {
  countVariants,
  halvingOf,
  nameOf,
  newDraft,
  variantsOf,
  withPreset,
  type StudyDraft,
} from '@/components/study/draft';
import { SearchFields } from '@/components/study/SearchFields';
import { newStudy } from '@/components/study/study-session';
import { useVariantPlans } from '@/components/study/use-variant-plans';
import { VariantList } from '@/components/study/VariantList';
import { useWorkspace } from '@/components/state/use-workspace';
import { ChoiceSetting } from '@/components/training/ChoiceSetting';
import { NumberField } from '@/components/training/NumberField';
import { Button } from '@/components/ui/Button';
import { Dialog } from '@/components/ui/Dialog';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import { documentFile } from '@/lib/document/save';
import { buildLectureMnist } from '@/lib/document/templates/lecture-mnist';
import { TRAINING_BOUNDS } from '@/lib/document/training-settings';
import { studiesMessages } from '@/lib/messages/studies';
import { axisFault, MOST_VARIANTS } from '@/lib/runs/study/search';
import type { Study } from '@/lib/runs/study/study';
import { taskOf } from '@/lib/state/task-of';
import settings from '@/components/training/settings.module.css';
import styles from '@/components/study/study.module.css';

interface NewStudyProps {
  readonly onClose: () => void;
  readonly onStart: (study: Study) => void;
}

const KINDS = ['ablation', 'grid', 'random'] as const;
const BASES = ['open', 'lecture'] as const;
const SEED_BOUNDS = { min: 1, max: 20, whole: true };

/** Puts a study together: a base, its variants, seeds and epochs. */
export function NewStudy({ onClose, onStart }: NewStudyProps) {
  const t = useMessages(studiesMessages).form;
  const locale = useLocale();
  const open = useWorkspace(({ document }) => document);
  const [draft, setDraft] = useState(() => newDraft(open, 'open'));
  const change = (part: Partial<StudyDraft>) => setDraft((before) => ({ ...before, ...part }));
  const variants = useMemo(() => variantsOf(draft, locale), [draft, locale]);
  const plans = useVariantPlans(draft.base, variants);
  const ready = plans?.filter(({ plan }) => plan.kind === 'ready') ?? [];
  const obstacle = obstacleOf(draft, { isPlanned: plans !== null, ready: ready.length }, t);

  const start = () => {
    if (plans === null) return;
    const seeds = Array.from({ length: draft.seeds }, (_, at) => at + 1);
    const { epochs, base } = draft;
    const name = nameOf(draft, locale);
    const planned = halvingOf(draft, ready.length);
    // One rung halves nothing: the form has said so.
    const halving = planned === null || planned.rungs.length < 2 ? null : planned;
    onStart(newStudy({ name, base: documentFile(base), epochs, halving, variants: plans, seeds }));
  };

  return (
    <Dialog
      title={t.title}
      width="wide"
      onClose={onClose}
      actions={
        <>
          <span className={styles.count} role="status">
            {obstacle ?? t.count(ready.length, ready.length * draft.seeds)}
          </span>
          <Button look="primary" icon="play" disabled={obstacle !== null} onClick={start}>
            {t.start}
          </Button>
        </>
      }
    >
      <div className={styles.form}>
        <BaseFields draft={draft} onChange={change} onDraft={setDraft} />
        <ChoiceSetting
          label={t.kind}
          value={draft.kind}
          options={KINDS.map((value) => ({ value, label: t.kinds[value] }))}
          onChange={(kind) => change({ kind })}
        />
        {draft.kind === 'ablation' ? (
          <>
            <AblationFields draft={draft} onChange={change} />
            <VariantList
              plans={plans ?? variants.map((variant) => ({ ...variant, plan: null }))}
              onRemove={(at) => change({ variants: draft.variants.filter((_, other) => other !== at) })}
            />
          </>
        ) : (
          <SearchFields draft={draft} onChange={change} />
        )}
        <RunFields draft={draft} candidates={ready.length} onChange={change} />
      </div>
    </Dialog>
  );
}

type Words = ReturnType<typeof useMessages<(typeof studiesMessages)['en']>>['form'];

function obstacleOf(
  draft: StudyDraft,
  { isPlanned, ready }: { readonly isPlanned: boolean; readonly ready: number },
  t: Words,
): string | null {
  if (draft.kind !== 'ablation' && draft.axes.some((axis) => axisFault(axis) !== null)) return t.notANumber;
  if (countVariants(draft) > MOST_VARIANTS) return t.tooMany(MOST_VARIANTS);
  if (!isPlanned) return t.planning;
  return ready === 0 ? t.noVariants : null;
}

interface FieldsProps {
  readonly draft: StudyDraft;
  readonly onChange: (part: Partial<StudyDraft>) => void;
}

function BaseFields({ draft, onChange, onDraft }: FieldsProps & { readonly onDraft: (draft: StudyDraft) => void }) {
  const t = useMessages(studiesMessages).form;
  const locale = useLocale();
  const open = useWorkspace(({ document }) => document);
  const id = useId();
  const documentOf = (kind: StudyDraft['baseKind']) => (kind === 'open' ? open : buildLectureMnist());
  const choose = (kind: StudyDraft['baseKind']) => {
    const { name, epochs, seeds, eta } = draft;
    onDraft({ ...newDraft(documentOf(kind), kind), name, epochs, seeds, eta });
  };
  const preset = () => {
    const base = documentOf(draft.baseKind);
    const training = { ...base.training, dataShare: draft.base.training.dataShare };
    onDraft(withPreset({ ...draft, base: { ...base, training } }, taskOf(base), locale));
  };
  return (
    <>
      <div className={settings.field}>
        <label htmlFor={id}>{t.name}</label>
        <input
          id={id}
          className={settings.input}
          value={nameOf(draft, locale)}
          data-autofocus
          autoComplete="off"
          onChange={(event) => onChange({ name: event.target.value })}
        />
      </div>
      <div className={styles.row}>
        <ChoiceSetting
          label={t.base}
          value={draft.baseKind}
          options={BASES.map((value) => ({ value, label: t.bases[value] }))}
          onChange={choose}
        />
        <Button icon="template" title={t.presetHint} onClick={preset}>
          {t.preset}
        </Button>
      </div>
    </>
  );
}

const ETA_BOUNDS = { min: 2, max: 10, whole: true };
const FIRST_ETA = 3;

function RunFields({ draft, candidates, onChange }: FieldsProps & { readonly candidates: number }) {
  const t = useMessages(studiesMessages).form;
  const { training } = draft.base;
  const share = { min: TRAINING_BOUNDS.training.dataShare.min * 100, max: 100, whole: false };
  const halving = halvingOf(draft, candidates);
  return (
    <>
      <div className={settings.grid}>
        <NumberField
          label={t.epochs}
          hint={t.epochs}
          value={draft.epochs}
          bounds={TRAINING_BOUNDS.training.epochs}
          onChange={(epochs) => onChange({ epochs })}
        />
        <NumberField
          label={t.seeds}
          hint={t.seedsHint}
          value={draft.seeds}
          bounds={SEED_BOUNDS}
          onChange={(seeds) => onChange({ seeds })}
        />
        <NumberField
          label={t.dataShare}
          hint={t.dataShare}
          value={Number((training.dataShare * 100).toPrecision(6))}
          bounds={share}
          onChange={(percent) =>
            onChange({ base: { ...draft.base, training: { ...training, dataShare: percent / 100 } } })
          }
        />
        {draft.eta !== null && (
          <NumberField
            label={t.eta}
            hint={t.halving}
            value={draft.eta}
            bounds={ETA_BOUNDS}
            onChange={(eta) => onChange({ eta })}
          />
        )}
      </div>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={draft.eta !== null}
          onChange={(event) => onChange({ eta: event.target.checked ? FIRST_ETA : null })}
        />
        {t.halving}
      </label>
      {halving !== null && (
        <p className={settings.hint}>
          {halving.rungs.length < 2 ? t.oneRung : t.rungs(halving.rungs.slice(0, -1).join(', '), halving.eta)}
        </p>
      )}
    </>
  );
}
