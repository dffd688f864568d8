import { DATASETS } from '@/lib/datasets/registry';
import { targetNames } from '@/lib/datasets/dataset';
import { localDataset } from '@/lib/state/local-dataset';

test.each(DATASETS.map((dataset) => [dataset.id, dataset] as const))(
  'the Vietnamese names of %s stand for as many things as its own, target by target, and change nothing else',
  (_, dataset) => {
    const local = localDataset(dataset, 'vi');
    expect(local.targets.map(({ kind, name }) => [kind, name])).toEqual(
      dataset.targets.map(({ kind, name }) => [kind, name]),
    );
    expect(local.targets.map((target) => targetNames(target).length)).toEqual(
      dataset.targets.map((target) => targetNames(target).length),
    );
    expect({ ...local, title: '', targets: [] }).toEqual({ ...dataset, title: '', targets: [] });
    expect(localDataset(dataset, 'en')).toBe(dataset);
  },
);
