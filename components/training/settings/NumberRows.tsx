'use client';

import {
  boundsOf,
  numberOf,
  standardOf,
  withNumber,
  type NumberSpec,
} from '@/components/training/settings/number-specs';
import { NumberRow } from '@/components/training/settings/NumberRow';
import { useSettings } from '@/components/training/use-settings';
import { useMessages } from '@/components/ui/use-messages';
import type { Bounds } from '@/lib/document/training-settings';
import { trainingMessages } from '@/lib/messages/training';
import { trainingSettingsMessages, type SettingText } from '@/lib/messages/training-settings';

interface NumberRowsProps {
  readonly specs: readonly NumberSpec[];
  /** Instead of the usual hint, by name. */
  readonly hints?: Readonly<Record<string, string>>;
}

/** Numbers of the settings, one under the other. */
export function NumberRows({ specs, hints = {} }: NumberRowsProps) {
  const [settings, change] = useSettings();
  const textOf = useTexts();
  return specs.map((spec) => {
    const { label, hint } = textOf(spec);
    const shown = spec.isPercent === true ? percent : (value: number) => value;
    return (
      <NumberRow
        key={`${spec.part}.${spec.name}`}
        label={label}
        hint={hints[spec.name] ?? hint}
        value={shown(numberOf(settings, spec))}
        standard={shown(standardOf(spec))}
        bounds={spec.isPercent === true ? percentBounds(boundsOf(spec)) : boundsOf(spec)}
        onChange={(value) =>
          change(
            withNumber(settings, spec, spec.isPercent === true ? share(value) : value),
            `${spec.part}.${spec.name}`,
          )
        }
      />
    );
  });
}

function useTexts(): (spec: NumberSpec) => SettingText {
  const shared: Readonly<Record<string, SettingText>> = useMessages(trainingMessages).settings.fields;
  const own: Readonly<Record<string, Readonly<Record<string, SettingText>>>> =
    useMessages(trainingSettingsMessages).fields;
  return ({ part, name }) => own[part]?.[name] ?? shared[name] ?? { label: name, hint: '' };
}

/** Without the dust of binary fractions: 0.07 is 7 %, not 7.000000000000001 %. */
function percent(value: number): number {
  return Number((value * 100).toPrecision(10));
}

function share(value: number): number {
  return Number((value / 100).toPrecision(10));
}

function percentBounds({ min, max }: Bounds): Bounds {
  return { min: percent(min), max: percent(max), whole: false };
}
