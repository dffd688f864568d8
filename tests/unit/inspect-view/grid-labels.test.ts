import { paintLabels } from '@/components/inspect/grid/paint-labels';
import { gridLayout, holdsNumbers, MAP_SIDES } from '@/lib/inspect/grid-layout';

const ROOM = { width: 400, height: 200 };
const MAPS = [8, 8, 20];
const sizeOf = (side: (typeof MAP_SIDES)[number]) => MAP_SIDES.indexOf(side);

/** What is written where, on a canvas whose letters are 6 wide. */
function written(side: (typeof MAP_SIDES)[number], given: { notes?: ReadonlyMap<number, string>; top?: number } = {}) {
  const texts: { readonly text: string; readonly x: number; readonly y: number }[] = [];
  const plates: { readonly x: number; readonly width: number }[] = [];
  let lines = 0;
  const context = {
    canvas: {},
    measureText: (text: string) => ({ width: 6 * text.length }),
    fillText: (text: string, x: number, y: number) => texts.push({ text, x, y }),
    fillRect: (x: number, _y: number, width: number) => plates.push({ x, width }),
    ...{ beginPath() {}, moveTo() {}, lineTo() {} },
    stroke: () => (lines += 1),
  } as unknown as CanvasRenderingContext2D;
  paintLabels(context, {
    layout: gridLayout(MAPS, ROOM, sizeOf(side)),
    room: ROOM,
    top: given.top ?? 0,
    order: Array.from({ length: 20 }, (_, at) => 19 - at),
    notes: given.notes ?? new Map(),
    ink: { text: '#000', ground: '#fff' },
  });
  return { texts, plates, lines };
}

beforeAll(() => {
  globalThis.getComputedStyle = (() => ({ fontFamily: 'sans-serif' })) as unknown as typeof getComputedStyle;
});

test('each map in view has the number of its unit in its corner, in the order in which they stand', () => {
  const layout = gridLayout(MAPS, ROOM, sizeOf(58));
  const { texts, plates } = written(58, { top: layout.cell.height + layout.gap });
  // One of the four rows of six is passed; 200 pixels show the rest.
  expect(texts.map(({ text }) => Number(text))).toEqual([13, 12, 11, 10, 9, 8, 7, 6, 5, 4, 3, 2, 1, 0]);
  expect(texts[1]?.x).toBe((texts[0]?.x ?? 0) + layout.cell.width + layout.gap);
  expect(plates).toHaveLength(14);
  expect(texts[0]?.y).toBeLessThan(16);
});

test('a unit with a note has a pencil, or its name where there is room, cut off at the edge of its map', () => {
  const notes = new Map([[19, 'left edge, dark to bright']]);
  const small = written(44, { notes });
  expect(small.texts[0]?.text).toBe('19');
  expect(small.lines).toBeGreaterThan(0);
  const large = written(100, { notes });
  expect(large.texts[0]?.text).toMatch(/^19 left edge.*…$/);
  expect(large.plates[0]?.width).toBeLessThanOrEqual(100);
  expect(large.lines).toBe(0);
});

test.each([
  [[8, 8, 20], 34, false],
  [[8, 8, 20], 44, true],
  [[8, 8, 1], 44, false],
  [[64, 4, 20], 170, false],
] as const)('maps of %j drawn %i pixels large hold numbers: %j', (shape, side, holds) => {
  expect(holdsNumbers(gridLayout(shape, ROOM, sizeOf(side)))).toBe(holds);
});

test('small maps have none, and bars have theirs beside them', () => {
  expect(written(34).texts).toEqual([]);
  expect(holdsNumbers(gridLayout([20], ROOM, null))).toBe(false);
});
