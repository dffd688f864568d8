import type { Locale } from '@/lib/core/locale';
import type { Dataset, Target } from '@/lib/datasets/dataset';
import { DATA_NAMES } from '@/lib/messages/data-names';

/** The data set with the names of the language, where it is one that comes with the product: the same one where not. */
export function localDataset(dataset: Dataset, locale: Locale): Dataset {
  const names = dataset.source.kind === 'kept' ? undefined : DATA_NAMES[locale][dataset.id];
  if (names === undefined) return dataset;
  const [first, ...others] = dataset.targets;
  return {
    ...dataset,
    title: names.title,
    targets: [
      localTarget(first, names.targets[0]),
      ...others.map((one, at) => localTarget(one, names.targets[at + 1])),
    ],
  };
}

/** `name` stays: settings refer to it. */
function localTarget(target: Target, names: readonly string[] | undefined): Target {
  if (names === undefined) return target;
  switch (target.kind) {
    case 'classes':
      return { ...target, classes: names };
    case 'labels':
      return { ...target, labels: names };
    case 'values':
      return { ...target, columns: names };
  }
}
