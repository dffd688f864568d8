'use client';

import { useMemo } from 'react';
import type { StudyDraft } from '@/components/study/draft';
import { capitalized, settingName } from '@/components/study/study-words';
import { ChoiceSetting } from '@/components/training/ChoiceSetting';
import { NumberField } from '@/components/training/NumberField';
import { Button } from '@/components/ui/Button';
import { IconButton } from '@/components/ui/IconButton';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import type { TrainingSettings } from '@/lib/document/training-settings';
import { studiesMessages } from '@/lib/messages/studies';
import { axisFault, MOST_VARIANTS, type SearchAxis } from '@/lib/runs/study/search';
import {
  boundsOf,
  isLogarithmic,
  NUMERIC_SETTINGS,
  pathsInUse,
  readSetting,
  type SettingPath,
} from '@/lib/runs/study/settings';
import settings from '@/components/training/settings.module.css';
import styles from '@/components/study/study.module.css';

interface SearchFieldsProps {
  readonly draft: StudyDraft;
  readonly onChange: (part: Partial<StudyDraft>) => void;
}

const STEP_BOUNDS = { min: 2, max: 50, whole: true };
const DRAW_BOUNDS = { min: 1, max: MOST_VARIANTS, whole: true };
const SEED_BOUNDS = { min: 0, max: 2 ** 31 - 1, whole: true };

/** The axes of a grid or a random search. */
export function SearchFields({ draft, onChange }: SearchFieldsProps) {
  const t = useMessages(studiesMessages).form;
  const { axes, kind } = draft;
  const change = (at: number, part: Partial<SearchAxis>) =>
    onChange({ axes: axes.map((axis, other) => (other === at ? { ...axis, ...part } : axis)) });
  const numeric = useMemo(() => numericInUse(draft.base.training), [draft.base.training]);
  const unused = numeric.find((path) => axes.every(({ setting }) => setting !== path));
  return (
    <>
      {axes.map((axis, at) => (
        <AxisFields
          key={axis.setting}
          axis={axis}
          options={numeric.filter((path) => path === axis.setting || axes.every(({ setting }) => setting !== path))}
          hasSteps={kind === 'grid'}
          axisOf={(path) => axisOf(draft, path)}
          onChange={(part) => change(at, part)}
          onRemove={axes.length < 2 ? null : () => onChange({ axes: axes.filter((other) => other !== axis) })}
        />
      ))}
      <div className={styles.row}>
        <Button
          icon="plus"
          disabled={unused === undefined}
          onClick={() => unused !== undefined && onChange({ axes: [...axes, axisOf(draft, unused)] })}
        >
          {t.addAxis}
        </Button>
        {kind === 'random' && (
          <>
            <NumberField
              label={t.draws}
              hint={t.draws}
              value={draft.draws}
              bounds={DRAW_BOUNDS}
              onChange={(draws) => onChange({ draws })}
            />
            <NumberField
              label={t.drawSeed}
              hint={t.drawSeed}
              value={draft.drawSeed}
              bounds={SEED_BOUNDS}
              onChange={(drawSeed) => onChange({ drawSeed })}
            />
          </>
        )}
      </div>
    </>
  );
}

/** A first range around what the design has. */
function axisOf({ base }: StudyDraft, setting: SettingPath): SearchAxis {
  const bounds = boundsOf(setting) ?? { min: 0, max: 1, whole: false };
  const value = Number(readSetting(base.training, setting) ?? bounds.min);
  const isLog = isLogarithmic(setting);
  const low = isLog ? Math.max(bounds.min, value / 10, 1e-8) : Math.max(bounds.min, value / 2);
  const high = Math.min(bounds.max, Math.max(isLog ? value * 10 : value * 2, low + (bounds.whole ? 1 : 0.1)));
  const [from, to] = bounds.whole ? [Math.round(low), Math.round(high)] : [low, high];
  return { setting, from, to, scale: isLog ? 'logarithmic' : 'linear', steps: 3 };
}

function numericInUse(training: TrainingSettings): readonly SettingPath[] {
  const inUse = new Set(pathsInUse(training));
  return NUMERIC_SETTINGS.flatMap(({ path }) => (inUse.has(path) ? path : []));
}

interface AxisFieldsProps {
  readonly axis: SearchAxis;
  /** Settings that no other axis has. */
  readonly options: readonly SettingPath[];
  readonly hasSteps: boolean;
  readonly axisOf: (path: SettingPath) => SearchAxis;
  readonly onChange: (part: Partial<SearchAxis>) => void;
  readonly onRemove: (() => void) | null;
}

function AxisFields({ axis, options, hasSteps, axisOf, onChange, onRemove }: AxisFieldsProps) {
  const t = useMessages(studiesMessages).form;
  const locale = useLocale();
  const bounds = boundsOf(axis.setting) ?? { min: 0, max: 1, whole: false };
  const fault = axisFault(axis);
  const name = (path: SettingPath) => settingName(path, locale);
  const own = name(axis.setting);
  return (
    <fieldset className={styles.group} aria-label={own}>
      <div className={styles.row}>
        <ChoiceSetting
          label={t.settingName}
          value={axis.setting}
          options={options.map((path) => ({ value: path, label: capitalized(name(path)) }))}
          onChange={(path) => onChange(axisOf(path))}
        />
        <NumberField
          label={t.from}
          hint={own}
          value={axis.from}
          bounds={bounds}
          onChange={(from) => onChange({ from })}
        />
        <NumberField label={t.to} hint={own} value={axis.to} bounds={bounds} onChange={(to) => onChange({ to })} />
        {hasSteps && (
          <NumberField
            label={t.steps}
            hint={own}
            value={axis.steps}
            bounds={STEP_BOUNDS}
            onChange={(steps) => onChange({ steps })}
          />
        )}
        {onRemove !== null && (
          <IconButton icon="trash" label={t.removeVariant(own)} tip="above-end" onClick={onRemove} />
        )}
      </div>
      <label className={styles.check}>
        <input
          type="checkbox"
          checked={axis.scale === 'logarithmic'}
          onChange={(event) => onChange({ scale: event.target.checked ? 'logarithmic' : 'linear' })}
        />
        {t.logarithmic}
      </label>
      {fault !== null && (
        <p role="alert" className={settings.problem}>
          {t.faults[fault]}
        </p>
      )}
    </fieldset>
  );
}
