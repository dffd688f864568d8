import { mapCsv, mapSvg, type MapSight } from '@/components/inspect/map/map-files';
import { keyTarget, zoomOfKey } from '@/components/inspect/map/map-keys';
import type { DataMap } from '@/components/inspect/map/data-map';
import { placedIn, WHOLE_MAP, zoomedAbout } from '@/lib/inspect/map/map-view';
import { fitPoints } from '@/lib/inspect/map/place-points';

const FRAME = { width: 380, height: 200 };
const POINTS = Float32Array.of(0, 0, 10, 0, 10, 10, 0, 10, 5, 5);
const fitted = fitPoints(POINTS, FRAME);
/** The upper right corner three times as near. */
const NEAR = zoomedAbout(WHOLE_MAP, fitted, { place: [272, 18], factor: 3 });

const map: DataMap = {
  of: {
    method: 'pca',
    split: 'test',
    count: 5,
    pooled: false,
    neighbours: 15,
    seed: 1,
    layer: 'conv_1',
    weights: [],
    dataset: 'digits',
  },
  samples: [0, 1, 2, 3, 4],
  labels: Uint16Array.of(0, 0, 1, 1, 0),
  width: 4,
  points: POINTS,
  isDone: true,
  shares: null,
  trust: null,
};

const words = {
  title: 'A map',
  facts: 'Five samples',
  part: (inside: number) => `A part with ${inside}`,
  names: ['cat & dog', 'bird'],
};

const svgOf = (sight: Partial<MapSight>) =>
  mapSvg(map, { view: WHOLE_MAP, frame: FRAME, shown: null, ...sight }, words);

/** Where the marks are, from the upper left corner of the frame. */
const marksOf = (svg: string) =>
  [...svg.matchAll(/<g transform="translate\(([\d.-]+) ([\d.-]+)\)" opacity="([\d.]+)"/g)].map(([, x, y, opacity]) =>
    [x, y, opacity].map(Number),
  );

describe('the picture of a map', () => {
  it('of the whole map is a square with every sample in it, and does not speak of a part', () => {
    const { svg, width, height } = svgOf({});
    expect(marksOf(svg)).toHaveLength(5);
    expect([width, height > width]).toEqual([760, true]);
    expect(svg).toContain('>Five samples<');
    expect(svg).not.toContain('A part');
    expect(svg.match(/>cat &amp; dog</g)).toHaveLength(2);
  });

  it('of a part has what is seen on the page, at the same place in its width and height', () => {
    const { svg } = svgOf({ view: NEAR });
    const { xs, ys } = placedIn(NEAR, fitted);
    // 760 wide from 380: all twice as large.
    expect(marksOf(svg)).toEqual([[(xs[2] ?? 0) * 2, (ys[2] ?? 0) * 2, 1]]);
    expect(svg).toContain('<svg y="66" width="760" height="400">');
    expect(svg).toContain('>A part with 1<');
    // The other class is named in the legend only.
    expect(svg.match(/>cat &amp; dog</g)).toHaveLength(1);
    expect(svg.match(/>bird</g)).toHaveLength(2);
  });

  it('has the class that stands out on the page standing out', () => {
    const { svg } = svgOf({ shown: 1 });
    expect(marksOf(svg).map(([, , opacity]) => opacity)).toEqual([0.12, 0.12, 1, 1, 0.12]);
    expect(svg.match(/>cat &amp; dog</g)).toHaveLength(1);
  });
});

it('the numbers of a map are of all samples', () => {
  expect(mapCsv(map, words.names).trim().split(/\r?\n/)).toEqual([
    'sample,class,x,y',
    '0,cat & dog,0,0',
    '1,cat & dog,10,0',
    '2,bird,10,10',
    '3,bird,0,10',
    '4,cat & dog,5,5',
  ]);
});

describe('keys on a map', () => {
  const scene = { fitted, placed: fitted, frame: FRAME, focused: 4, isWhole: true };

  it.each([
    ['ArrowDown', 2, 1],
    ['ArrowRight', 1, -1],
    ['Home', 3, 0],
    ['End', 0, 4],
    ['PageUp', 3, 2],
    ['PageDown', 3, 4],
    ['PageDown', 4, 4],
    ['a', 4, null],
  ])('%s goes from %s to %s', (key, focused, target) => {
    expect(keyTarget(key, { ...scene, focused })).toBe(target);
  });

  it('with nothing pointed at, arrows begin at the first sample, or from near in the middle of what is seen', () => {
    const near = { ...scene, placed: placedIn(NEAR, fitted), focused: -1 };
    expect(keyTarget('ArrowUp', { ...near, isWhole: true })).toBe(0);
    expect(keyTarget('ArrowUp', { ...near, isWhole: false })).toBe(2);
  });

  it('plus and minus undo each other, zero shows all', () => {
    expect((zoomOfKey('+') ?? 0) * (zoomOfKey('-') ?? 0)).toBeCloseTo(1, 12);
    expect(zoomOfKey('0')).toBe(0);
    expect(zoomOfKey('Enter')).toBeNull();
  });
});
