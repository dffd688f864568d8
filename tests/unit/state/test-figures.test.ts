import { classFigures, EVERY_SAMPLE, matchingSamples } from '@/lib/state/test-figures';

describe('per-class figures', () => {
  test('follow from the confusion matrix', () => {
    const [cats, dogs] = classFigures({
      confusion: [
        [8, 2],
        [1, 4],
      ],
    });
    expect(cats).toEqual({ label: 0, count: 10, precision: 8 / 9, recall: 0.8, f1: 16 / 19 });
    expect(dogs).toEqual({ label: 1, count: 5, precision: 4 / 6, recall: 0.8, f1: 8 / 11 });
  });

  test('a class that is never said has no precision, and a class that never comes has no recall', () => {
    const [, never] = classFigures({
      confusion: [
        [5, 0],
        [0, 0],
      ],
    });
    expect(never).toEqual({ label: 1, count: 0, precision: null, recall: null, f1: null });
  });
});

describe('filtering test samples', () => {
  const report = { labels: Uint16Array.of(0, 1, 2, 1), predicted: Uint16Array.of(0, 2, 2, 1) };

  test.each([
    ['everything', {}, [0, 1, 2, 3]],
    ['wrong ones', { wrongOnly: true }, [1]],
    ['by truth', { truth: 1 }, [1, 3]],
    ['by prediction', { predicted: 2 }, [1, 2]],
    ['right ones of one class', { truth: 1, predicted: 1 }, [3]],
    ['nothing, where wrong and right are both asked for', { wrongOnly: true, truth: 1, predicted: 1 }, []],
  ])('%s', (_, change, expected) => {
    expect(matchingSamples(report, { ...EVERY_SAMPLE, ...change })).toEqual(expected);
  });
});
