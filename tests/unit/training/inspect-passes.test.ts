import { meansOf } from '@/lib/training/worker/inspect/activations';
import { strongest } from '@/lib/training/worker/inspect/top-samples';

describe('what is made of the maps of a batch', () => {
  it('is of every channel the greatest value and its row and column, the first of equal ones', () => {
    // Two samples of 2 × 3 cells with two channels; values are written cell by cell.
    const values = Float32Array.from([
      ...[0, -1, 5, -2, 5, -3, 1, -1, 0, -9, 2, -1],
      ...[Number.NaN, 1, 1, 2, 0, 3, 0, 4, 0, 5, 0, 6],
    ]);
    const { activations, places } = strongest({ samples: [7, 8], values, shape: [2, 3, 2] });
    expect([...Array.from(activations)]).toEqual([5, -1, 1, 6]);
    expect([...Array.from(places ?? [])]).toEqual([0, 1, 0, 0, 0, 1, 1, 2]);
  });

  it('has rows alone for a sequence, and no places for a vector', () => {
    const sequence = strongest({ samples: [0], values: Float32Array.from([1, 9, 3, 2, 2, 4]), shape: [3, 2] });
    expect([...Array.from(sequence.places ?? [])]).toEqual([1, 0, 0, 0]);
    expect(strongest({ samples: [0], values: Float32Array.from([1, 9]), shape: [2] })).toEqual({
      activations: Float32Array.from([1, 9]),
      places: null,
    });
  });

  it('is the mean of every channel for the map of the data', () => {
    const values = Float32Array.from([1, 10, 2, 20, 3, 30, 6, 60, 0, 0, 4, 0, 0, 2, 0, 2]);
    expect([...meansOf({ samples: [0, 1], values, shape: [2, 2, 2] })]).toEqual([3, 30, 1, 1]);
  });
});
