import type { ParamValue } from '@/lib/core/problem';
import { sameJson } from '@/lib/core/same-json';
import type { Family } from '@/lib/layers/definition';
import type { Document } from '@/lib/document/document';
import type { TrainingSettings } from '@/lib/document/training-settings';
import type { Outline } from '@/lib/analysis/compare/outline';
import { outlineDesign } from '@/lib/analysis/compare/outline';
import { layerDifferences } from '@/lib/runs/difference/layer-differences';
import { isInUse, settingEntries, type SettingPath } from '@/lib/runs/difference/setting-path';

/** One thing in which a run differs from another, as data; worded by difference-text.ts. */
export type Difference = LayerDifference | SettingDifference;

export type LayerDifference =
  /** `isWhole`: the design has, or had, no other layer of the family. `follows`: goes with a layer that does. */
  | {
      readonly kind: 'removed' | 'added';
      readonly type: string;
      readonly family: Family | null;
      readonly isWhole: boolean;
      readonly count: number;
      readonly follows: boolean;
    }
  | { readonly kind: 'replaced'; readonly before: string; readonly after: string; readonly count: number }
  /** One layer became several of its type in a row, with another value: a kernel of 5 × 5 became two of 3 × 3. */
  | {
      readonly kind: 'stacked';
      readonly type: string;
      readonly param: string;
      readonly before: ParamValue;
      readonly after: ParamValue;
      readonly times: number;
      readonly count: number;
    }
  | {
      readonly kind: 'changed';
      readonly type: string;
      /** The person's own name, where one layer alone is meant. */
      readonly title: string | null;
      readonly param: string;
      readonly before: ParamValue;
      readonly after: ParamValue;
      readonly count: number;
    };

export interface SettingDifference {
  readonly kind: 'setting';
  readonly path: SettingPath;
  readonly before: unknown;
  readonly after: unknown;
}

/** What differences are worked out from: made once a run, compared as often as wanted. */
export interface Traits {
  readonly outline: Outline;
  readonly training: TrainingSettings;
  /** As people know the data: a set's title. */
  readonly data: string;
}

export interface TraitSource {
  readonly key: string;
  readonly document: Document;
  readonly data: string;
}

/** The batch size that layers are outlined for has no say in what differs. */
const BATCH = 1;

export function traitsOf({ key, document, data }: TraitSource): Traits {
  const { training, name } = document;
  const conditions = { batchSize: BATCH, optimizer: training.optimizer };
  return { outline: outlineDesign({ key, name, document, task: null }, conditions), training, data };
}

/** In what `other` differs from `base`: its layers first, then its settings, the seed last. */
export function differences(base: Traits, other: Traits): readonly Difference[] {
  if (base === other) return [];
  return [...layerDifferences(base.outline, other.outline), ...settingDifferences(base, other)];
}

/** Equal for two runs that differ by their seed at most. */
export function differByChanceOnly(list: readonly Difference[]): boolean {
  return list.every((difference) => difference.kind === 'setting' && difference.path === 'seed');
}

function settingDifferences(base: Traits, other: Traits): readonly SettingDifference[] {
  const known = new Map(settingEntries(other.training));
  const list = settingEntries(base.training).flatMap(([path, before]): readonly SettingDifference[] => {
    const after = known.get(path);
    if (sameJson(before, after) || !isInUse(path, base.training) || !isInUse(path, other.training)) return [];
    return path === 'dataset'
      ? [{ kind: 'setting', path, before: base.data, after: other.data }]
      : [{ kind: 'setting', path, before, after }];
  });
  const rank = ({ path }: SettingDifference) => FIRST.indexOf(path) + (path === 'seed' ? 1000 : 0);
  return list.sort((a, b) => (rank(a) < 0 ? 100 : rank(a)) - (rank(b) < 0 ? 100 : rank(b)));
}

/** What people change on purpose most often stands in front. */
const FIRST: readonly SettingPath[] = [
  'dataset',
  'dataShare',
  'loss',
  'optimizer.name',
  'optimizer.learningRate',
  'batchSize',
  'augmentation.isOn',
];
