import { sameJson } from '@/lib/core/same-json';
import type { Locale, Localized } from '@/lib/core/locale';
import type { ParamValue } from '@/lib/core/problem';
import { formatShape } from '@/lib/core/tensor-type';
import type { LayerDefinition } from '@/lib/layers/definition';
import type { Field, Params } from '@/lib/layers/fields';

export interface FaceParam {
  readonly label: string;
  readonly value: string;
  /** A word such as "same" says what it is about, and can stand without its label where room is short. */
  readonly isWord: boolean;
}

const YES_NO: Localized<readonly [string, string]> = { en: ['no', 'yes'], vi: ['không', 'có'] };

/** The parameters that stand on a layer's face: those its fields ask for, in the fields' order. */
export function faceParams(definition: LayerDefinition, params: Params, locale: Locale): readonly FaceParam[] {
  const text = definition.text[locale];
  return Object.entries(definition.fields).flatMap(([name, field]) => {
    const value = params[name] ?? field.default;
    const isShown = field.onNode === 'always' || (field.onNode === 'when-changed' && !sameJson(value, field.default));
    if (!isShown) return [];
    const label = text.fields[name]?.label ?? name;
    const isWord = typeof value === 'string';
    return [{ label, value: valueText({ field, value, locale, options: text.options ?? {} }), isWord }];
  });
}

interface ValueToTell {
  readonly field: Field;
  readonly value: ParamValue;
  readonly locale: Locale;
  readonly options: Readonly<Record<string, string>>;
}

/** A parameter's value in few characters: "5 × 5", "same", "0.25". */
export function valueText({ field, value, locale, options }: ValueToTell): string {
  if (typeof value === 'boolean') return YES_NO[locale][value ? 1 : 0];
  if (typeof value === 'string') return options[value] ?? value;
  if (typeof value === 'number') return String(value);
  if (isList(value)) return formatShape(value);
  const sides = Object.values(value);
  const isEven = sides.every((side) => side === sides[0]);
  return field.kind === 'padding' && isEven ? String(sides[0] ?? 0) : sides.join('/');
}

function isList(value: readonly number[] | Readonly<Record<string, number>>): value is readonly number[] {
  return Array.isArray(value);
}
