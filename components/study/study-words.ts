import type { Locale } from '@/lib/core/locale';
import { layerWords } from '@/lib/layers/layer-words';
import { describeFix, describeProblem } from '@/lib/messages/diagnostics';
import { formatAccuracy, formatDecimal, formatDuration } from '@/lib/messages/measures';
import { rewriteNames } from '@/lib/messages/rewrite-names';
import { runDifferenceMessages } from '@/lib/messages/run-difference';
import { studiesMessages } from '@/lib/messages/studies';
import type { Measure } from '@/lib/runs/study/results';
import type { SettingPath, SettingValue } from '@/lib/runs/study/settings';
import type { Spread } from '@/lib/runs/study/statistics';
import type { LeftOut, Repair, StudyChange } from '@/lib/runs/study/study';

/** As the first word of a choice; β₁ and the like stay as they are. */
export function capitalized(name: string): string {
  return name.replace(/^\p{Script=Latin}/u, (letter) => letter.toUpperCase());
}

/** What a setting is called. */
export function settingName(path: SettingPath, locale: Locale): string {
  const names: Readonly<Record<string, string>> = runDifferenceMessages[locale].settings;
  return names[path] ?? path;
}

export function settingValue(value: SettingValue, locale: Locale): string {
  const words = runDifferenceMessages[locale];
  if (typeof value === 'boolean') return value ? words.yes : words.no;
  return typeof value === 'number' ? words.number(value) : (words.values[value] ?? value);
}

export function changeText(change: StudyChange, locale: Locale): string {
  const words = studiesMessages[locale].changes;
  const { layer } = layerWords(locale);
  switch (change.kind) {
    case 'swap-activation':
      return words.to(change.from === null ? words.activations : layer(change.from), layer(change.to));
    case 'rewrite':
      return rewriteNames[locale][change.rewrite];
    case 'remove':
      return words.remove[change.what];
    case 'set':
      return words.set(settingName(change.setting, locale), settingValue(change.value, locale));
  }
}

/** All changes of a variant in one line. */
export function changesText(changes: readonly StudyChange[], locale: Locale): string {
  const texts = changes.map((change) => changeText(change, locale));
  const words = studiesMessages[locale].changes;
  return texts.length === 0 ? words.none : texts.join(words.and);
}

export function leftOutText(reason: LeftOut, changes: readonly StudyChange[], locale: Locale): string {
  const words = studiesMessages[locale].leftOut;
  switch (reason.kind) {
    case 'nothing-to-change': {
      const change = changes[reason.change];
      return words.nothing(change === undefined ? '' : changeText(change, locale));
    }
    case 'errors':
      // Code and values were taken from one diagnostic.
      return words.error(describeProblem(reason.error as Parameters<typeof describeProblem>[0], locale));
    case 'empty':
      return words.empty;
    case 'limited':
      return words.limited;
  }
}

export function repairsText(repairs: readonly Repair[], locale: Locale): string {
  const words = studiesMessages[locale];
  const texts = repairs.map(({ label, layer }) => {
    const fix = describeFix(label, locale, layerWords(locale));
    return layer === null ? fix : words.repairAt(fix, layer);
  });
  return words.repaired(texts.join(', '));
}

export function measureText(measure: Measure, value: number, locale: Locale): string {
  switch (measure) {
    case 'accuracy':
    case 'validationAccuracy':
    case 'testAccuracy':
      return formatAccuracy(locale, value);
    case 'seconds':
      return value < 60 ? `${formatDecimal(locale, value, value < 10 ? 2 : 1)} s` : formatDuration(value);
    default:
      return formatDecimal(locale, value, 4);
  }
}

/** "0.1234 ± 0.0050", without a deviation where there is one value only. */
export function spreadText(measure: Measure, spread: Spread | null, locale: Locale): string {
  const words = studiesMessages[locale].results;
  if (spread === null) return words.none;
  const mean = measureText(measure, spread.mean, locale);
  return spread.deviation === null ? mean : words.spread(mean, measureText(measure, spread.deviation, locale));
}
