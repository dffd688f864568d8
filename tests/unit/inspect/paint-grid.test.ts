import { channelMap, mapSize, type Activations } from '@/lib/inspect/channel-map';
import { colourTable, LEVELS, NO_NUMBER, type ColourScale } from '@/lib/inspect/colours';
import { cornerOf, gridLayout, type GridLayout } from '@/lib/inspect/grid-layout';
import { orderOf, unitFigures } from '@/lib/inspect/grid-statistics';
import { fullScale, levelOf, signedScale, spanOf, type Normalisation } from '@/lib/inspect/normalise';
import { paintGrid } from '@/lib/inspect/paint-grid';
import { paintMap } from '@/lib/inspect/paint-map';

interface Painted {
  readonly layout: GridLayout;
  readonly at: (x: number, y: number) => readonly number[];
}

interface Painting {
  readonly scale?: ColourScale;
  readonly normalisation?: Normalisation;
  readonly size?: number;
  readonly top?: number;
  readonly room?: { readonly width: number; readonly height: number };
}

function painted(activations: Activations, painting: Painting = {}): Painted {
  const { scale = 'grey', normalisation = 'map', size = 3, top = 0, room = { width: 120, height: 80 } } = painting;
  const layout = gridLayout(activations.shape, room, size);
  const figures = unitFigures(activations);
  const data = new Uint32Array(room.width * room.height).fill(0xffffffff);
  paintGrid(
    { data, ...room },
    { activations, figures, order: orderOf(figures, 'index'), layout, top, scale, theme: 'light', normalisation },
  );
  const bytes = new Uint8ClampedArray(data.buffer);
  return { layout, at: (x, y) => [...bytes.subarray(4 * (y * room.width + x), 4 * (y * room.width + x) + 4)] };
}

const waves: Activations = {
  shape: [5, 4, 7],
  values: Float32Array.from({ length: 140 }, (_, at) => Math.sin(at) * (1 + (at % 7))),
};

describe('the picture of a grid', () => {
  test.each([
    ['grey', 'map'],
    ['viridis', 'map'],
    ['diverging', 'layer'],
  ] as const)('in %s, scaled by %s, every pixel has the colour of the value it lies on', (scale, normalisation) => {
    const { layout, at } = painted(waves, { scale, normalisation });
    const table = colourTable(scale, 'light');
    const whole = spanOf(waves.values);
    const [rows, columns] = mapSize(waves.shape);
    const { width, height } = layout.cell;
    for (let unit = 0; unit < 7; unit += 1) {
      const { values } = channelMap(waves, unit);
      const span = normalisation === 'layer' ? whole : spanOf(values);
      const levels = scale === 'diverging' ? signedScale(span) : fullScale(span);
      const corner = cornerOf(layout, unit);
      for (const [right, down] of [
        [0, 0],
        [width - 1, height - 1],
        [9, 20],
      ] as const) {
        const row = Math.floor((down * rows) / height);
        const value = values[row * columns + Math.floor((right * columns) / width)] ?? 0;
        const level = levelOf(value, levels);
        expect(at(corner.x + right, corner.y + down)).toEqual([...table.subarray(4 * level, 4 * level + 4)]);
      }
    }
  });

  test('what was there is gone between the maps', () => {
    const { layout, at } = painted(waves);
    expect(at(layout.cell.width, 0)).toEqual([0, 0, 0, 0]);
    expect(at(119, 79)).toEqual([0, 0, 0, 0]);
  });

  test('scrolled down, it is the same picture moved up', () => {
    const room = { width: 60, height: 40 };
    const still = painted(waves, { room: { width: 60, height: 300 } });
    const moved = painted(waves, { room, top: 50 });
    for (let y = 0; y < 40; y += 3) {
      for (let x = 0; x < 60; x += 3) expect(moved.at(x, y)).toEqual(still.at(x, y + 50));
    }
  });

  test('a map of zeros has a line across it, in every scale, one that is alike but not zero has none', () => {
    const values = Float32Array.from({ length: 8 }, (_, at) => (at % 2 === 0 ? 0 : 3));
    for (const scale of ['grey', 'viridis', 'diverging'] as const) {
      const { layout, at } = painted({ shape: [2, 2, 2], values }, { scale, size: 4 });
      const { width, height } = layout.cell;
      const middle = [Math.floor(width / 2), height - 1 - Math.floor(height / 2)] as const;
      expect(at(...middle)).toEqual([128, 128, 128, 255]);
      const other = cornerOf(layout, 1);
      expect(at(other.x + middle[0], other.y + middle[1])).toEqual(at(other.x, other.y));
    }
  });

  test('what is not a number is in a colour of its own', () => {
    const { at } = painted({ shape: [1, 2, 1], values: Float32Array.from([Number.NaN, 1]) });
    expect(at(0, 0)).toEqual([...NO_NUMBER, 255]);
  });

  test('a sequence lies along its row', () => {
    const activations: Activations = { shape: [3, 2], values: Float32Array.from([0, 9, 1, 9, 2, 9]) };
    const { layout, at } = painted(activations, { size: 4 });
    expect([at(0, 0)[0], at(60, 0)[0], at(119, 0)[0]]).toEqual([0, 128, 255]);
    expect(layout.rows).toBe(2);
  });
});

describe('a small picture of a layer', () => {
  test('has a pixel for each value: a map as it is, a vector as one line', () => {
    const map = paintMap({ shape: [2, 3, 1], values: Float32Array.from([0, 1, 2, 3, 4, 5]) }, 'grey', 'light');
    expect([map.width, map.height, map.data.length]).toEqual([3, 2, 6]);
    const bytes = new Uint8ClampedArray(map.data.buffer);
    expect([bytes[0], bytes[4 * 5]]).toEqual([0, LEVELS - 1]);
    const line = paintMap({ shape: [4], values: new Float32Array(4) }, 'grey', 'light');
    expect([line.width, line.height]).toEqual([4, 1]);
  });
});

test('maps are scaled to a span that is not their own where one is given', () => {
  // From 0 to 2 of a span from 0 to 4: the highest is half of the way up the greys.
  const activations = { shape: [1, 2, 1], values: Float32Array.of(0, 2) };
  const layout = gridLayout(activations.shape, { width: 16, height: 8 }, 0);
  const data = new Uint32Array(16 * 8);
  const figures = unitFigures(activations);
  const spans = { low: Float64Array.of(0), high: Float64Array.of(4) };
  const how = { order: [0], layout, top: 0, scale: 'grey', theme: 'light', normalisation: 'map' } as const;
  paintGrid({ data, width: 16, height: 8 }, { activations, figures, spans, ...how });
  expect([0, 15].map((x) => (data[x] ?? 0) & 0xff)).toEqual([0, 128]);
});
