import { datasetId, titleInId } from '@/lib/datasets/dataset-id';
import { mnist } from '@/lib/datasets/mnist';
import { allDatasets, DATASETS, datasetById, onDatasetsChanged, setAddedDatasets } from '@/lib/datasets/registry';

const own = { ...mnist, id: 'mine-0a0b0c0d', title: 'Mine' };

afterEach(() => setAddedDatasets([]));

test('the user’s own data sets are found beside those that come with the product', () => {
  setAddedDatasets([own]);
  expect(allDatasets()).toEqual([...DATASETS, own]);
  expect(datasetById('mine-0a0b0c0d')).toBe(own);
  expect(datasetById('mnist')).toBe(mnist);
  setAddedDatasets([]);
  expect(datasetById('mine-0a0b0c0d')).toBeUndefined();
});

test('watchers hear of every change until they no longer listen, and the list is the same until then', () => {
  const told = jest.fn();
  const forget = onDatasetsChanged(told);
  const before = allDatasets();
  expect(allDatasets()).toBe(before);
  setAddedDatasets([own]);
  expect(told).toHaveBeenCalledTimes(1);
  forget();
  setAddedDatasets([]);
  expect(told).toHaveBeenCalledTimes(1);
});

test.each([
  ['Cats & dogs', 'cats-dogs-1f3a9c2b', 'cats dogs'],
  ['Chó và mèo Đà Nẵng', 'cho-va-meo-da-nang-1f3a9c2b', 'cho va meo da nang'],
  ['../..', 'data-1f3a9c2b', 'data'],
  ['a'.repeat(90), `${'a'.repeat(40)}-1f3a9c2b`, 'a'.repeat(40)],
])('the id of “%s” is fit for a file and tells what it was called', (title, id, told) => {
  expect(datasetId(title, '1f3a9c2b44556677')).toBe(id);
  expect(titleInId(id)).toBe(told);
});

test('an id of another kind tells no title', () => {
  expect(titleInId('imagenet')).toBeNull();
  expect(titleInId('none')).toBeNull();
});
