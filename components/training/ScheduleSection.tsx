'use client';

import { ChoiceRow } from '@/components/training/settings/ChoiceRow';
import { NumberRows } from '@/components/training/settings/NumberRows';
import type { NumberSpec } from '@/components/training/settings/number-specs';
import { ScheduleCurve } from '@/components/training/settings/ScheduleCurve';
import { SettingsGroup } from '@/components/training/settings/SettingsGroup';
import { differsFromDefault, useReset } from '@/components/training/settings/use-reset';
import { useSettings } from '@/components/training/use-settings';
import { useMessages } from '@/components/ui/use-messages';
import { DEFAULT_TRAINING, SCHEDULES, type ScheduleName } from '@/lib/document/training-settings';
import { trainingSettingsMessages } from '@/lib/messages/training-settings';

type Named = Extract<NumberSpec, { readonly part: 'schedule' }>['name'];

/** Which numbers each schedule reads, besides the warm-up. */
const READ: Readonly<Record<ScheduleName, readonly Named[]>> = {
  constant: [],
  step: ['factor', 'every', 'floor'],
  exponential: ['factor', 'floor'],
  cosine: ['floor'],
  plateau: ['factor', 'patience', 'floor'],
};

/** How the learning rate goes over the run, as numbers and drawn. */
export function ScheduleSection() {
  const t = useMessages(trainingSettingsMessages);
  const [settings, change] = useSettings();
  const { schedule } = settings;
  const reset = useReset(['schedule'], 'schedule');
  const name = t.schedule.options[schedule.name];
  const numbers = [...READ[schedule.name], 'warmup'] as const;
  return (
    <SettingsGroup
      name="schedule"
      summary={schedule.warmup > 0 ? t.short.warmup(name) : name}
      onReset={differsFromDefault(settings, ['schedule']) ? reset : null}
    >
      <ChoiceRow
        label={t.schedule.label}
        value={schedule.name}
        options={SCHEDULES}
        names={t.schedule.options}
        hint={t.schedule.hints[schedule.name]}
        standard={DEFAULT_TRAINING.schedule.name}
        onChange={(chosen) => change({ schedule: { ...schedule, name: chosen } }, 'schedule')}
      />
      <NumberRows specs={numbers.map((number) => ({ part: 'schedule', name: number }))} />
      <ScheduleCurve />
    </SettingsGroup>
  );
}
