import type { Locale } from '@/lib/core/locale';
import type { ParamValue } from '@/lib/core/problem';
import type { Family } from '@/lib/layers/definition';
import { valueText } from '@/lib/layers/face-params';
import { layerWords } from '@/lib/layers/layer-words';
import { layerDefinition } from '@/lib/layers/registry';
import type { Difference, SettingDifference } from '@/lib/runs/difference/difference';
import type { SettingPath } from '@/lib/runs/difference/setting-path';

/** The words of one language; `runDifferenceMessages` has them. */
export interface DifferenceWords {
  readonly families: Readonly<Record<Family, string>>;
  readonly settings: Readonly<Record<SettingPath, string>>;
  /** Values that are words: names of losses, optimizers, schedules. */
  readonly values: Readonly<Record<string, string>>;
  readonly yes: string;
  readonly no: string;
  readonly own: string;
  readonly none: string;
  readonly number: (value: number) => string;
}

export interface Wording {
  readonly words: DifferenceWords;
  readonly locale: Locale;
}

/** "−pooling", "sigmoid → ReLU", "5 × 5 → 2 × (3 × 3)", "learning rate 0.001 → 0.01". */
export function differenceText(difference: Difference, { words, locale }: Wording): string {
  const { layer, field } = layerWords(locale);
  switch (difference.kind) {
    case 'removed':
    case 'added': {
      const { type, family, isWhole, count } = difference;
      const name = isWhole && family !== null ? words.families[family] : times(layer(type), count);
      return `${difference.kind === 'removed' ? '−' : '+'}${name}`;
    }
    case 'replaced':
      return times(`${layer(difference.before)} → ${layer(difference.after)}`, difference.count);
    case 'stacked': {
      const { type, param, before, after, count } = difference;
      const value = (of: ParamValue) => paramText({ type, param, value: of, locale });
      return times(`${value(before)} → ${difference.times} × (${value(after)})`, count);
    }
    case 'changed': {
      const { type, param, before, after, title, count } = difference;
      const value = (of: ParamValue) => paramText({ type, param, value: of, locale });
      return times(`${title ?? layer(type)}, ${field(type, param)} ${value(before)} → ${value(after)}`, count);
    }
    case 'setting':
      return settingText(difference, words);
  }
}

/** What the baseline has where others differ: "tanh", "learning rate 0.001"; null where it only has more or less. */
export function startingText(difference: Difference, { words, locale }: Wording): string | null {
  const { layer, field } = layerWords(locale);
  switch (difference.kind) {
    case 'removed':
    case 'added':
      return null;
    case 'replaced':
      return layer(difference.before);
    case 'stacked':
    case 'changed': {
      const { type, param, before } = difference;
      return `${field(type, param)} ${paramText({ type, param, value: before, locale })}`;
    }
    case 'setting': {
      const { path, before } = difference;
      return isSwitch(path) || isWord(path)
        ? valueOf(before, words)
        : `${words.settings[path]} ${valueOf(before, words)}`;
    }
  }
}

function settingText({ path, before, after }: SettingDifference, words: DifferenceWords): string {
  const name = words.settings[path];
  if (isSwitch(path)) return `${after === true ? '+' : '−'}${name}`;
  const change = `${valueOf(before, words)} → ${valueOf(after, words)}`;
  return isWord(path) ? change : `${name} ${change}`;
}

function isSwitch(path: SettingPath): boolean {
  return path.endsWith('.isOn') || path.includes('flip');
}

/** Their values say by themselves what they are of. */
function isWord(path: SettingPath): boolean {
  return path === 'dataset' || path === 'loss' || path === 'optimizer.name';
}

function valueOf(value: unknown, words: DifferenceWords): string {
  if (typeof value === 'number') return words.number(value);
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  if (typeof value === 'string') return words.values[value] ?? value;
  if (Array.isArray(value)) return value.length === 0 ? words.none : value.map(String).join(', ');
  return typeof value === 'object' && value !== null && Object.keys(value).length > 0 ? words.own : words.none;
}

function times(text: string, count: number): string {
  return count === 1 ? text : `${text} (${count}×)`;
}

interface ParamToTell {
  readonly type: string;
  readonly param: string;
  readonly value: ParamValue;
  readonly locale: Locale;
}

function paramText({ type, param, value, locale }: ParamToTell): string {
  const definition = layerDefinition(type);
  const field = definition?.fields[param];
  if (definition === null || field === undefined) return JSON.stringify(value);
  return valueText({ field, value, locale, options: definition.text[locale].options ?? {} });
}
