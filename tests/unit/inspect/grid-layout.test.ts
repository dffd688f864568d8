import {
  cornerOf,
  gridKind,
  gridLayout,
  MAP_SIDES,
  positionAfter,
  positionAt,
  positionsBetween,
  sizeIndex,
} from '@/lib/inspect/grid-layout';

const ROOM = { width: 640, height: 400 };

describe('the layout of a layer’s units', () => {
  test.each([
    [[55, 55, 96], 'maps'],
    [[20, 8], 'rows'],
    [[10], 'bars'],
  ] as const)('an output of %j is drawn as %s', (shape, kind) => {
    expect(gridKind(shape)).toBe(kind);
    expect(gridLayout(shape, ROOM, null).count).toBe(shape.at(-1));
  });

  test('the 96 maps of AlexNet’s first layer fit ten by ten into a square', () => {
    const layout = gridLayout([55, 55, 96], { width: 600, height: 600 }, null);
    expect([layout.columns, layout.rows]).toEqual([10, 10]);
    expect(layout.height).toBeLessThanOrEqual(600);
  });

  test.each([1, 6, 16, 40, 96])('%i maps that fit are as large as they can be and none larger', (count) => {
    const layout = gridLayout([28, 28, count], ROOM, null);
    expect(layout.height).toBeLessThanOrEqual(ROOM.height);
    expect(layout.columns * (layout.cell.width + layout.gap) - layout.gap).toBeLessThanOrEqual(ROOM.width);
    expect(layout.columns * layout.rows).toBeGreaterThanOrEqual(count);
  });

  test('thousands do not fit: they keep a size at which something is seen, and are scrolled through', () => {
    const layout = gridLayout([7, 7, 2048], ROOM, null);
    expect(layout.cell.width).toBe(26);
    expect(layout.height).toBeGreaterThan(ROOM.height);
    const [first, end] = positionsBetween(layout, 1000, 1400);
    expect(end - first).toBeLessThan(2048 / 4);
  });

  test('maps that are not square keep their proportions', () => {
    expect(gridLayout([10, 40, 3], ROOM, MAP_SIDES.indexOf(100)).cell).toEqual({ width: 100, height: 25 });
  });

  test('a size that a person chose is that of the cells, however much room there is', () => {
    MAP_SIDES.forEach((side, index) => {
      const layout = gridLayout([28, 28, 6], ROOM, index);
      expect(layout.cell).toEqual({ width: side, height: side });
      expect(sizeIndex(layout)).toBe(index);
    });
  });

  test('a sequence’s units are rows over the whole width; a few numbers stand one below the other', () => {
    expect(gridLayout([100, 12], ROOM, null)).toMatchObject({ columns: 1, rows: 12, cell: { width: 640 } });
    expect(gridLayout([10], ROOM, null)).toMatchObject({ columns: 1, rows: 10 });
    expect(gridLayout([4096], ROOM, null).columns).toBeGreaterThan(2);
  });
});

describe('places in the layout', () => {
  const layout = gridLayout([28, 28, 23], { width: 330, height: 100 }, MAP_SIDES.indexOf(100));

  test('the corner of every unit is found again as that unit', () => {
    for (let position = 0; position < layout.count; position += 1) {
      const { x, y } = cornerOf(layout, position);
      expect(positionAt(layout, x, y)).toMatchObject({ position, right: 0, down: 0 });
      expect(positionAt(layout, x + 99, y + 50)).toMatchObject({ position, right: 0.99, down: 0.5 });
      // In the gap, and behind the last column.
      expect(positionAt(layout, x + 101, y)).toBeNull();
    }
  });

  test('behind the last unit there is none', () => {
    const { x, y } = cornerOf(layout, 23);
    expect(positionAt(layout, x, y)).toBeNull();
    expect(positionAt(layout, -5, 10)).toBeNull();
  });

  test('what is between two heights is all that has a pixel there', () => {
    expect(layout.columns).toBe(3);
    expect(positionsBetween(layout, 0, 100)).toEqual([0, 3]);
    expect(positionsBetween(layout, 99, 104)).toEqual([0, 6]);
    expect(positionsBetween(layout, 103, 206)).toEqual([3, 6]);
    expect(positionsBetween(layout, 720, 5000)).toEqual([18, 23]);
  });

  test.each([
    ['ArrowRight', 4, 5],
    ['ArrowLeft', 4, 3],
    ['ArrowDown', 4, 7],
    ['ArrowUp', 4, 1],
    ['ArrowLeft', 0, 0],
    ['ArrowUp', 1, 1],
    ['ArrowDown', 21, 21],
    ['ArrowRight', 22, 22],
    ['PageDown', 1, 7],
    ['PageUp', 2, 0],
    ['Home', 12, 0],
    ['End', 12, 22],
  ])('%s leads from unit %i to %i', (key, from, to) => {
    expect(positionAfter(layout, from, key, 2)).toBe(to);
  });

  test('other keys are not the grid’s', () => {
    expect(positionAfter(layout, 3, 'a', 2)).toBeNull();
  });
});
