import type { Locale } from '@/lib/core/locale';
import type { Dataset, Target } from '@/lib/datasets/dataset';
import { DATA_NAMES } from '@/lib/messages/data-names';

/** The data set with the names of the language, where it is one that comes with the product: the same one where not. */
export function localDataset(dataset: Dataset, locale: Locale): Dataset {
  const names = DATA_NAMES[locale]?.[dataset.id];
  if (names === undefined) return dataset;
  // A target's own name stays: settings refer to it. The table has the fields that each target has.
  const local = (target: Target, at: number): Target => ({ ...target, ...names.targets[at] }) as Target;
  const [first, ...others] = dataset.targets;
  return { ...dataset, title: names.title, targets: [local(first, 0), ...others.map((one, at) => local(one, at + 1))] };
}
