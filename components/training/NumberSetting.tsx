'use client';

import { NumberField } from '@/components/training/NumberField';
import { useMessages } from '@/components/ui/use-messages';
import type { Bounds } from '@/lib/document/training-settings';
import { trainingMessages, type TrainingMessages } from '@/lib/messages/training';

interface NumberSettingProps {
  readonly field: keyof TrainingMessages['settings']['fields'];
  readonly value: number;
  readonly bounds: Bounds;
  readonly onChange: (value: number) => void;
}

/** A number of the training settings that has its words in the training messages. */
export function NumberSetting({ field, ...rest }: NumberSettingProps) {
  const { label, hint } = useMessages(trainingMessages).settings.fields[field];
  return <NumberField label={label} hint={hint} {...rest} />;
}
