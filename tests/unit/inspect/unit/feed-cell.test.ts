import { feedCell } from '@/components/inspect/unit/feed-cell';
import { weightAfter } from '@/components/inspect/unit/FilterGrid';
import { analyze } from '@/lib/analysis/analyze';
import { unitFilter } from '@/lib/analysis/filters/unit-filter';
import { addChain, createBuilder } from '@/lib/document/templates/build-chain';

const builder = createBuilder('pooled');
addChain(builder, [['input', { shape: [6, 6, 1] }], ['conv2d', { filters: 2 }], ['max_pool2d']]);
const analysis = analyze(builder.build(), null);
const filter = unitFilter(analysis, [], { layer: 'conv2d_1', unit: 1 });
/** 4 × 4 × 2: the second channel counts from 0 to 15 row by row, the first is all 99. */
const look = {
  node: 'conv2d_1',
  shape: [4, 4, 2],
  values: Float32Array.from({ length: 32 }, (_, at) => (at % 2 === 0 ? 99 : at >> 1)),
};

describe('the cell of the filter’s map that is worked out', () => {
  const cellOf = (layer: string, cell: readonly [number, number] | null) => {
    if (filter === null) throw new Error('there is a filter');
    return feedCell({ analysis, filter, look, layer, cell });
  };

  it('is the one that is looked at, in the filter’s own layer', () => {
    expect(cellOf('conv2d_1', [2, 1])).toEqual([2, 1]);
  });

  it('is the strongest of those that a pooled cell stands for', () => {
    expect(cellOf('max_pool2d_1', [0, 1])).toEqual([1, 3]);
    expect(cellOf('max_pool2d_1', [1, 0])).toEqual([3, 1]);
  });

  it('is the strongest of the unit’s map where none is looked at', () => {
    expect(cellOf('max_pool2d_1', null)).toEqual([3, 3]);
  });
});

describe('the arrow keys on the weights', () => {
  const extent = { rows: 3, columns: 3, channels: 6, across: 4 };

  test.each([
    ['ArrowRight', [0, 1, 0], [0, 2, 0]],
    ['ArrowRight', [1, 2, 0], [1, 0, 1]],
    ['ArrowLeft', [1, 0, 1], [1, 2, 0]],
    ['ArrowLeft', [1, 0, 0], [1, 0, 0]],
    ['ArrowDown', [2, 1, 1], [0, 1, 5]],
    ['ArrowDown', [2, 1, 3], [2, 1, 3]],
    ['ArrowUp', [0, 1, 5], [2, 1, 1]],
    ['PageDown', [1, 1, 2], [1, 1, 3]],
    ['End', [0, 0, 0], [2, 2, 5]],
    ['Home', [2, 2, 5], [0, 0, 0]],
  ] as const)('%s goes from %j to %j (row, column, channel)', (key, from, to) => {
    const [row, column, channel] = from;
    const after = weightAfter(key, { row, column, channel }, extent);
    expect([after?.row, after?.column, after?.channel]).toEqual(to);
  });

  it('leaves other keys to the page', () => {
    expect(weightAfter('a', { row: 0, column: 0, channel: 0 }, extent)).toBeNull();
  });
});
