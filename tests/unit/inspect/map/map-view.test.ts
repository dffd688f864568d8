import fc from 'fast-check';
import { broughtInto, draggedBy, placedIn, WHOLE_MAP, zoomedAbout, type MapView } from '@/lib/inspect/map/map-view';
import { classMiddles, fitPoints, nearestPoint, pointsWithin, pointTowards } from '@/lib/inspect/map/place-points';

/** The corners of a square, from its lower left one against the clock, and its middle. */
const POINTS = Float32Array.of(0, 0, 10, 0, 10, 10, 0, 10, 5, 5);
const FRAME = { width: 436, height: 236 };
/** The square of 10 takes the height of 236 less the margins of 18: 20 pixels for 1. */
const fitted = fitPoints(POINTS, FRAME);

const at = (view: MapView, point: number): readonly [number, number] => {
  const { xs, ys } = placedIn(view, fitted);
  return [xs[point] ?? 0, ys[point] ?? 0];
};

const views = fc
  .record({
    x: fc.double({ min: 0, max: FRAME.width, noNaN: true }),
    y: fc.double({ min: 0, max: FRAME.height, noNaN: true }),
    factor: fc.double({ min: 1, max: 40, noNaN: true }),
  })
  .map(({ x, y, factor }) => zoomedAbout(WHOLE_MAP, fitted, { place: [x, y], factor }));

describe('a whole map', () => {
  it('stands in the middle of its frame, one scale for both axes, y upwards', () => {
    expect([0, 1, 2, 3, 4].map((point) => at(WHOLE_MAP, point))).toEqual([
      [118, 218],
      [318, 218],
      [318, 18],
      [118, 18],
      [218, 118],
    ]);
  });

  it('of points that all lie on one spot has them in the middle, and can be zoomed', () => {
    const spot = fitPoints(Float32Array.of(3, 4, 3, 4), FRAME);
    const near = zoomedAbout(WHOLE_MAP, spot, { place: [0, 0], factor: 2 });
    expect([...placedIn(WHOLE_MAP, spot).xs]).toEqual([218, 218]);
    expect([...placedIn(near, spot).xs]).toEqual([436, 436]);
  });

  it('cannot be dragged, nor zoomed out of', () => {
    expect(at(draggedBy(WHOLE_MAP, fitted, [50, -30]), 4)).toEqual([218, 118]);
    expect(at(zoomedAbout(WHOLE_MAP, fitted, { place: [10, 10], factor: 0.5 }), 0)).toEqual([118, 218]);
  });
});

describe('zooming', () => {
  it('leaves what is pointed at where it is and moves the rest away from it', () => {
    const near = zoomedAbout(WHOLE_MAP, fitted, { place: [318, 18], factor: 3 });
    expect(near.scale).toBe(3);
    expect(at(near, 2)).toEqual([318, 18]);
    expect(at(near, 4)).toEqual([18, 318]);
    const nearer = zoomedAbout(near, fitted, { place: [18, 118], factor: 2 });
    expect(at(nearer, 4)).toEqual([18, 518]);
  });

  it('in and out again about the same place is the same view', () => {
    fc.assert(
      fc.property(views, fc.double({ min: 1, max: 1.5, noNaN: true }), (view, factor) => {
        const place = [100, 60] as const;
        const back = zoomedAbout(zoomedAbout(view, fitted, { place, factor }), fitted, { place, factor: 1 / factor });
        expect(back.scale).toBeCloseTo(view.scale, 6);
        expect(back.middle[0]).toBeCloseTo(view.middle[0], 6);
        expect(back.middle[1]).toBeCloseTo(view.middle[1], 6);
      }),
    );
  });

  it('all the way out is the whole map, wherever it was', () => {
    fc.assert(
      fc.property(views, (view) => {
        expect(zoomedAbout(view, fitted, { place: [3, 200], factor: 1 / view.scale })).toMatchObject({ scale: 1 });
        const [x, y] = at(zoomedAbout(view, fitted, { place: [3, 200], factor: 1 / 64 }), 0);
        expect([Math.round(x), Math.round(y)]).toEqual([118, 218]);
      }),
    );
  });

  it('ends at 64 times', () => {
    expect(zoomedAbout(WHOLE_MAP, fitted, { place: [218, 118], factor: 1e6 }).scale).toBe(64);
  });
});

describe('dragging', () => {
  it('moves all points by as many pixels', () => {
    const near = zoomedAbout(WHOLE_MAP, fitted, { place: [218, 118], factor: 4 });
    const [x, y] = at(near, 4);
    expect(at(draggedBy(near, fitted, [30, -20]), 4)).toEqual([x + 30, y - 20]);
  });

  it('ends where the frame of the whole map does', () => {
    const near = zoomedAbout(WHOLE_MAP, fitted, { place: [218, 118], factor: 2 });
    // The left margin of the whole map is 118 wide: twice as near, 236.
    expect(at(draggedBy(near, fitted, [9999, 9999]), 3)).toEqual([236, 36]);
    expect(at(draggedBy(near, fitted, [-9999, -9999]), 1)).toEqual([200, 200]);
  });
});

it('a view has the same in its middle in a frame of another size', () => {
  const near = zoomedAbout(WHOLE_MAP, fitted, { place: [318, 18], factor: 4 });
  const centred = draggedBy(near, fitted, [218 - 318, 0]);
  const large = placedIn(centred, fitPoints(POINTS, { width: 872, height: 472 }));
  expect(at(centred, 2)[0]).toBeCloseTo(218, 3);
  expect(large.xs[2]).toBeCloseTo(436, 3);
});

it('a point beyond the frame is brought into it by the shortest way, one that is in it moves nothing', () => {
  const near = zoomedAbout(WHOLE_MAP, fitted, { place: [118, 18], factor: 4 });
  const brought = broughtInto(near, fitted, { point: 4, margin: 30 });
  expect(at(near, 4)).toEqual([518, 418]);
  expect(at(brought, 4)).toEqual([406, 206]);
  expect(broughtInto(brought, fitted, { point: 4, margin: 30 })).toBe(brought);
});

describe('points', () => {
  it('are found near a place, within reach only', () => {
    expect(nearestPoint(fitted, [310, 20], 14)).toBe(2);
    expect(nearestPoint(fitted, [260, 60], 14)).toBe(-1);
  });

  it('have neighbours in the four directions, and none beyond the edge', () => {
    expect(pointTowards(fitted, 0, [1, 0])).toBe(1);
    expect(pointTowards(fitted, 4, [-1, 0])).toBe(0);
    expect(pointTowards(fitted, 0, [0, -1])).toBe(3);
    expect(pointTowards(fitted, 1, [1, 0])).toBe(-1);
  });

  it('beyond the frame do not move the name of their class', () => {
    const labels = Uint16Array.of(0, 0, 1, 1, 1);
    const near = placedIn(zoomedAbout(WHOLE_MAP, fitted, { place: [318, 18], factor: 3 }), fitted);
    const seen = pointsWithin(near, FRAME);
    expect(seen).toEqual([2]);
    expect([...classMiddles(near, labels, seen)]).toEqual([[1, [318, 18]]]);
    expect([...classMiddles(fitted, labels, pointsWithin(fitted, FRAME)).keys()]).toEqual([0, 1]);
  });
});
