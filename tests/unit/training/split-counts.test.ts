import { DEFAULT_TRAINING } from '@/lib/document/training-settings';
import { batchesPerEpoch, splitCounts } from '@/lib/training/split-counts';

describe('how the training set is split', () => {
  test.each([
    [60_000, 1, 0.1, { training: 54_000, validation: 6_000 }],
    [60_000, 0.01, 0.5, { training: 300, validation: 300 }],
    [60_000, 1, 0, { training: 60_000, validation: 0 }],
    [10, 0.001, 0.5, { training: 1, validation: 0 }],
  ])('%d samples, share %d, validation %d', (count, dataShare, validationShare, expected) => {
    expect(splitCounts(count, { dataShare, validationShare })).toEqual(expected);
  });

  test('a last, smaller batch counts', () => {
    expect(batchesPerEpoch(100, { ...DEFAULT_TRAINING, validationShare: 0, batchSize: 64 })).toBe(2);
  });
});
