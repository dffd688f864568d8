import { brightCentre, shiftPicture, withinPicture } from '@/lib/inspect/shift';

const SHAPE = [2, 3, 2];
/** Two channels: the second is ten times the first. */
const picture = Float32Array.from([1, 10, 2, 20, 3, 30, 4, 40, 5, 50, 6, 60]);

describe('a picture that is moved', () => {
  test.each([
    ['right', [0, 1], [0, 0, 1, 10, 2, 20, 0, 0, 4, 40, 5, 50]],
    ['left', [0, -2], [3, 30, 0, 0, 0, 0, 6, 60, 0, 0, 0, 0]],
    ['down', [1, 0], [0, 0, 0, 0, 0, 0, 1, 10, 2, 20, 3, 30]],
    ['up and right', [-1, 1], [0, 0, 4, 40, 5, 50, 0, 0, 0, 0, 0, 0]],
  ] as const)('to the %s has zeros where nothing was, every channel alike', (_, by, expected) => {
    expect([...shiftPicture(picture, SHAPE, by)]).toEqual(expected);
  });

  test('further than it is wide is gone, and keeps its size', () => {
    expect([...shiftPicture(picture, SHAPE, [0, 3])]).toEqual(Array(12).fill(0));
    expect([...shiftPicture(picture, SHAPE, [-2, 0])]).toEqual(Array(12).fill(0));
    expect(withinPicture([-9, 9], SHAPE)).toEqual([-1, 2]);
  });
});

test('the centre of brightness is that of what is brighter than the mean, in pixels', () => {
  const one = new Float32Array(16);
  one[6] = 1;
  expect(brightCentre(one, [4, 4, 1])).toEqual([1.5, 2.5]);
  const two = Float32Array.from([0, 1, 0, 0, 0, 0, 0, 1, 0]);
  expect(brightCentre(two, [3, 3, 1])).toEqual([1.5, 1.5]);
  expect(brightCentre(new Float32Array(9).fill(0.5), [3, 3, 1])).toBeNull();
});
