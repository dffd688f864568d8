import { channelMap, mapSize, unitCount } from '@/lib/inspect/channel-map';
import { channelSpans, fullScale, levelOf, signedScale, spanOf, uniteSpans } from '@/lib/inspect/normalise';

/** Two rows, three columns, two channels: the first counts from 0 to 5, the second is its negative tenfold. */
const ACTIVATIONS = {
  shape: [2, 3, 2],
  values: Float32Array.from([0, 0, 1, -10, 2, -20, 3, -30, 4, -40, 5, -50]),
};

describe('maps out of values with the channels last', () => {
  it('takes one channel row by row', () => {
    expect(channelMap(ACTIVATIONS, 1)).toEqual({
      rows: 2,
      columns: 3,
      values: Float32Array.from([0, -10, -20, -30, -40, -50]),
    });
  });

  it('writes into an array of the right length instead of making one', () => {
    const into = new Float32Array(6);
    expect(channelMap(ACTIVATIONS, 0, into).values).toBe(into);
    expect([...into]).toEqual([0, 1, 2, 3, 4, 5]);
    expect(channelMap(ACTIVATIONS, 0, new Float32Array(5)).values).toHaveLength(6);
  });

  test.each([
    [[28, 24, 6], 6, [28, 24]],
    [[50, 8], 8, [50, 1]],
    [[84], 84, [1, 1]],
  ])('an output of %j has %i units of %j cells', (shape, units, size) => {
    expect([unitCount(shape), mapSize(shape)]).toEqual([units, size]);
  });

  it('takes one number of a vector', () => {
    expect(channelMap({ shape: [3], values: Float32Array.of(7, 8, 9) }, 2)).toEqual({
      rows: 1,
      columns: 1,
      values: Float32Array.of(9),
    });
  });
});

describe('scaling values to levels', () => {
  it('finds the span of each channel in one pass, and that of the layer from them', () => {
    const spans = channelSpans(ACTIVATIONS);
    expect(spans).toEqual([
      { low: 0, high: 5 },
      { low: -50, high: 0 },
    ]);
    expect(uniteSpans(spans)).toEqual(spanOf(ACTIVATIONS.values));
  });

  it('leaves out what is not finite, and gives 0 to 0 where nothing else is there', () => {
    expect(spanOf([Number.NaN, 2, Infinity, -1, -Infinity])).toEqual({ low: -1, high: 2 });
    expect(spanOf([Number.NaN])).toEqual({ low: 0, high: 0 });
    expect(channelSpans({ shape: [2], values: Float32Array.of(Number.NaN, 3) })).toEqual([
      { low: 0, high: 0 },
      { low: 3, high: 3 },
    ]);
  });

  test.each([
    [2, 0],
    [4.5, 128],
    [7, 255],
    [1, 0],
    [8, 255],
    [Infinity, 255],
    [-Infinity, 0],
    [Number.NaN, -1],
  ])('from 2 to 7, %d is level %i', (value, level) => {
    expect(levelOf(value, fullScale({ low: 2, high: 7 }))).toBe(level);
  });

  test.each([
    [0, 128],
    [-4, 1],
    [4, 255],
    [2, 192],
    [-2, 65],
  ])('signed, with −4 the furthest from 0, %d is level %i', (value, level) => {
    expect(levelOf(value, signedScale({ low: -4, high: 2 }))).toBe(level);
  });

  it('puts values that are all alike on the lowest level, and signed zeros on the middle', () => {
    expect([3, Infinity].map((value) => levelOf(value, fullScale({ low: 3, high: 3 })))).toEqual([0, 0]);
    expect(levelOf(0, signedScale({ low: 0, high: 0 }))).toBe(128);
  });
});
