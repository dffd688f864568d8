import type { Dataset } from '@/lib/datasets/dataset';
import { openSamples, type SampleFile } from '@/lib/platform/sample-reader';
import { loadKept } from '@/lib/training/worker/load-kept';

jest.mock('@/lib/platform/sample-reader', () => ({ openSamples: jest.fn() }));

const DATASET: Dataset = {
  id: 'own',
  title: 'Own',
  inputShape: [2],
  element: 'uint8',
  targets: [{ kind: 'classes', name: 'class', classes: ['a', 'b'] }],
  training: { count: 2 },
  test: { count: 1 },
  source: { kind: 'kept', bytes: 6 },
  statistics: null,
  isSynthetic: false,
  licence: null,
};

const classes = (...labels: number[]) => ({ kind: 'classes', classes: Uint16Array.from(labels) });

test('where the training samples cannot be read, neither file stays open', async () => {
  const closed: string[] = [];
  const file = (name: string, bytes: number, read: SampleFile['read']): SampleFile => ({
    bytes,
    read,
    close: () => void closed.push(name),
  });
  const broken = (): never => {
    throw new Error('sample 0 could not be read');
  };
  jest.mocked(openSamples).mockResolvedValue({
    record: {
      id: 'own',
      description: null,
      createdAt: 0,
      splitBytes: { training: 4, test: 2 },
      bytes: 6,
      place: 'files',
    },
    targets: { training: [classes(0, 1)], test: [classes(1)] },
    files: { training: file('training', 4, broken), test: file('test', 2, () => {}) },
  });
  const loading = loadKept(DATASET, { mostMemoryBytes: 1000, onProgress: () => {} });
  await expect(loading).rejects.toMatchObject({ failure: { code: 'training/data-gone' } });
  expect(closed.sort()).toEqual(['test', 'training']);
});
