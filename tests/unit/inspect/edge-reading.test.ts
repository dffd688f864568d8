import { createRandom } from '@/lib/core/random';
import { readKernel } from '@/lib/inspect/edge-reading';

const grey = (...values: readonly number[]) => ({ size: Math.sqrt(values.length), channels: 1, values });
const turned = (values: readonly number[], size: number) =>
  // A quarter turn counterclockwise.
  Array.from(
    { length: values.length },
    (_, at) => values[(at % size) * size + (size - 1 - Math.floor(at / size))] ?? 0,
  );

const SOBEL = [-1, 0, 1, -2, 0, 2, -1, 0, 1];

describe('what a kernel answers to', () => {
  it('is an edge that grows brighter to the right for Sobel’s kernel: 64/6 of the 12 its squares sum up to', () => {
    expect(readKernel(grey(...SOBEL))).toEqual({ kind: 'edge', bright: 'right', degrees: 0, share: 64 / 6 / 12 });
  });

  it('turns with the kernel', () => {
    const up = turned(SOBEL, 3);
    expect(up).toEqual([1, 2, 1, 0, 0, 0, -1, -2, -1]);
    const left = turned(up, 3);
    expect([up, left, turned(left, 3)].map((kernel) => readKernel(grey(...kernel)))).toMatchObject([
      { bright: 'top', degrees: 90 },
      { bright: 'left', degrees: 180 },
      { bright: 'bottom', degrees: 270 },
    ]);
    expect(readKernel(grey(0, 1, 2, -1, 0, 1, -2, -1, 0))).toMatchObject({ bright: 'upper-right', degrees: 45 });
  });

  it('is an edge for Prewitt’s kernel altogether, also of 5 × 5 and 2 × 2', () => {
    expect(readKernel(grey(-1, 0, 1, -1, 0, 1, -1, 0, 1))).toMatchObject({ kind: 'edge', share: 1 });
    const wide = Array.from({ length: 25 }, (_, at) => (at % 5) - 2);
    expect(readKernel(grey(...wide))).toMatchObject({ kind: 'edge', bright: 'right', share: 1 });
    expect(readKernel(grey(1, 1, -1, -1))).toMatchObject({ kind: 'edge', bright: 'top', share: 1 });
  });

  it.each([
    ['of four neighbours', [0, 1, 0, 1, -4, 1, 0, 1, 0], false],
    ['of eight neighbours', [1, 1, 1, 1, -8, 1, 1, 1, 1], false],
    ['with a bright centre', [0, -1, 0, -1, 4, -1, 0, -1, 0], true],
  ])('is a spot for Laplace’s kernel %s', (_, values, isBright) => {
    expect(readKernel(grey(...values))).toEqual({ kind: 'spot', isBright, share: 1 });
  });

  it('is the average for a box, bright or dark', () => {
    expect(readKernel(grey(...Array.from({ length: 9 }, () => 1 / 9)))).toMatchObject({
      kind: 'average',
      isBright: true,
      share: expect.closeTo(1, 12),
    });
    expect(readKernel(grey(...Array.from({ length: 25 }, () => -2)))).toMatchObject({
      kind: 'average',
      isBright: false,
    });
  });

  it.each([
    ['vertical', true, [-1, 2, -1, -1, 2, -1, -1, 2, -1]],
    ['horizontal', true, [-1, -1, -1, 2, 2, 2, -1, -1, -1]],
    ['falling', true, [2, -1, -1, -1, 2, -1, -1, -1, 2]],
    ['rising', true, [-1, -1, 2, -1, 2, -1, 2, -1, -1]],
    ['vertical', false, [1, -2, 1, 1, -2, 1, 1, -2, 1]],
    ['rising', false, [1, 1, -2, 1, -2, 1, -2, 1, 1]],
  ] as const)('is a %s line (bright: %s)', (along, isBright, values) => {
    expect(readKernel(grey(...values))).toMatchObject({ kind: 'line', along, isBright });
  });

  it('names the closest pattern where none is half of the kernel', () => {
    // Sobel's slope (10 2/3 of 12) and a checkerboard of 36 that none of the patterns has.
    const checks = [2, 0, -2, 0, 0, 0, -2, 0, 2].map((value, at) => value * 1.5 + (SOBEL[at] ?? 0) * 1.2);
    expect(readKernel(grey(...checks))).toMatchObject({ kind: 'mixed', closest: { kind: expect.any(String) } });
  });

  it('is nothing where all weights are 0, and not asked of a single weight', () => {
    expect(readKernel(grey(...Array.from({ length: 9 }, () => 0)))).toEqual({ kind: 'nothing' });
    expect(readKernel(grey(3))).toBeNull();
    expect(readKernel(grey(1, Number.NaN, 2, 3))).toBeNull();
  });

  it('sees the grey of a kernel that does the same to all colours, and the colours of one that does not', () => {
    const same = SOBEL.flatMap((value) => [value, value, value]);
    expect(readKernel({ size: 3, channels: 3, values: same })).toMatchObject({ kind: 'edge', bright: 'right' });
    const opponent = SOBEL.flatMap(() => [1, -1, 0]);
    expect(readKernel({ size: 3, channels: 3, values: opponent })).toMatchObject({
      kind: 'colour',
      forChannel: 0,
      against: 1,
      share: 1,
    });
  });

  it('finds no colour in random weights, two thirds of which set the channels apart', () => {
    const random = createRandom(7);
    const values = Array.from({ length: 11 * 11 * 3 }, () => random.next() / 2 ** 31 - 1);
    expect(readKernel({ size: 11, channels: 3, values })?.kind).toBe('mixed');
  });
});
