import fc from 'fast-check';
import { viewPath } from '@/components/canvas/zoom/view-path';

const place = fc.double({ min: -5000, max: 5000, noNaN: true });
const width = fc.double({ min: 50, max: 20000, noNaN: true });
const view = fc.tuple(place, place, width);

test('a path starts at one view and ends at the other', () => {
  fc.assert(
    fc.property(view, view, (from, to) => {
      const path = viewPath(from, to);
      path(0).forEach((value, index) => expect(value).toBeCloseTo(from[index] ?? NaN, 6));
      path(1).forEach((value, index) => expect(value).toBeCloseTo(to[index] ?? NaN, 6));
    }),
  );
});

test('a view of the same width only moves', () => {
  expect(viewPath([0, 10, 100], [40, 30, 100])(0.25)).toEqual([10, 15, 100]);
});

test('equal steps magnify equally', () => {
  const path = viewPath([0, 0, 100], [0, 0, 400]);
  expect(path(0.5)[2]).toBeCloseTo(200);
});

test('the point that both views show at the same place of the screen stays there all the way', () => {
  // The point 30 stands a fifth of the width right of the middle in both.
  const path = viewPath([10, 0, 100], [20, 0, 50]);
  for (const progress of [0.2, 0.5, 0.9]) {
    const [x, , seen] = path(progress);
    expect((30 - x) / seen).toBeCloseTo(0.2);
  }
});
