'use client';

import { useId, useMemo, useState } from 'react';
import { capitalized, settingName, settingValue } from '@/components/study/study-words';
import { ChoiceSetting } from '@/components/training/ChoiceSetting';
import { readNumber } from '@/components/training/read-number';
import { Button } from '@/components/ui/Button';
import { useLocale, useMessages } from '@/components/ui/use-messages';
import type { TrainingSettings } from '@/lib/document/training-settings';
import { formatConstant } from '@/lib/messages/measures';
import { studiesMessages } from '@/lib/messages/studies';
import {
  boundsOf,
  CHOICE_SETTINGS,
  pathsInUse,
  readSetting,
  type SettingPath,
  type SettingValue,
} from '@/lib/runs/study/settings';
import type { StudyChange } from '@/lib/runs/study/study';
import settings from '@/components/training/settings.module.css';
import styles from '@/components/study/study.module.css';

interface SettingFieldsProps {
  readonly training: TrainingSettings;
  readonly onAdd: (change: StudyChange) => void;
}

const FIRST: SettingPath = 'optimizer.name';

/** Any setting of the training with another value. */
export function SettingFields({ training, onAdd }: SettingFieldsProps) {
  const t = useMessages(studiesMessages).form;
  const locale = useLocale();
  const id = useId();
  const [chosen, setPath] = useState<SettingPath>(FIRST);
  const [text, setText] = useState<string | null>(null);
  const paths = useMemo(() => pathsInUse(training), [training]);
  const path = paths.includes(chosen) ? chosen : FIRST;
  const choices = CHOICE_SETTINGS[path];
  const now = readSetting(training, path);
  const shown = text ?? textOf(choices?.find((choice) => choice !== now) ?? now);
  const value = valueOf(path, shown);
  return (
    <div className={styles.row}>
      <ChoiceSetting
        label={t.setting}
        value={path}
        options={paths.map((one) => ({ value: one, label: capitalized(settingName(one, locale)) }))}
        onChange={(next) => {
          setPath(next);
          setText(null);
        }}
      />
      {choices === undefined ? (
        <div className={settings.field}>
          <label htmlFor={id}>{t.value}</label>
          <input
            id={id}
            className={settings.input}
            inputMode="decimal"
            autoComplete="off"
            value={shown}
            aria-invalid={value === null}
            aria-describedby={`${id}-problem`}
            onChange={(event) => setText(event.target.value)}
          />
          <span id={`${id}-problem`} className={value === null ? settings.problem : 'visually-hidden'}>
            {value === null ? t.notANumber : ''}
          </span>
        </div>
      ) : (
        <ChoiceSetting
          label={t.value}
          value={shown}
          options={choices.map((choice) => ({ value: textOf(choice), label: settingValue(choice, locale) }))}
          onChange={setText}
        />
      )}
      <Button
        icon="plus"
        aria-label={`${t.add}: ${t.setting}`}
        disabled={value === null}
        onClick={() => value !== null && onAdd({ kind: 'set', setting: path, value })}
      >
        {t.add}
      </Button>
    </div>
  );
}

function textOf(value: SettingValue | null): string {
  return typeof value === 'number' ? formatConstant(value) : String(value ?? '');
}

function valueOf(path: SettingPath, text: string): SettingValue | null {
  const choices = CHOICE_SETTINGS[path];
  if (choices !== undefined) return choices.find((choice) => textOf(choice) === text) ?? null;
  const bounds = boundsOf(path);
  const number = bounds === null ? null : readNumber(text, bounds);
  return number?.ok === true ? number.value : null;
}
