import { COLOUR_SCALES, LEVELS, ZERO_LEVEL, colourTable } from '@/lib/inspect/colours';

const at = (table: Uint8ClampedArray, level: number) => [...table.subarray(4 * level, 4 * level + 4)];

describe('colour tables', () => {
  test.each(COLOUR_SCALES)('%s has an opaque colour for each of 256 levels in both themes', (scale) => {
    for (const theme of ['light', 'dark'] as const) {
      const table = colourTable(scale, theme);
      expect(table).toHaveLength(4 * LEVELS);
      expect(Array.from({ length: LEVELS }, (_, level) => at(table, level)[3]).every((alpha) => alpha === 255)).toBe(
        true,
      );
    }
  });

  it('goes from black to white in grey, through 128 at level 128', () => {
    const table = colourTable('grey', 'light');
    expect([at(table, 0), at(table, 128), at(table, 255)]).toEqual([
      [0, 0, 0, 255],
      [128, 128, 128, 255],
      [255, 255, 255, 255],
    ]);
  });

  it('is viridis as Matplotlib has it: first #440154, in the middle #21918c, last #fde725', () => {
    const table = colourTable('viridis', 'dark');
    expect([at(table, 0), at(table, 128), at(table, 255)]).toEqual([
      [0x44, 0x01, 0x54, 255],
      [0x21, 0x91, 0x8c, 255],
      [0xfd, 0xe7, 0x25, 255],
    ]);
  });

  it('is bluer below 0 and redder above it, with the ground between', () => {
    for (const theme of ['light', 'dark'] as const) {
      const table = colourTable('diverging', theme);
      const [red = 0, , blue = 0] = at(table, ZERO_LEVEL);
      expect(Math.abs(red - blue)).toBeLessThan(10);
      for (let level = 1; level < ZERO_LEVEL - 8; level += 1) {
        const [low, high] = [at(table, level), at(table, 2 * ZERO_LEVEL - level)];
        expect(low[2]).toBeGreaterThan(low[0] ?? 0);
        expect(high[0]).toBeGreaterThan(high[2] ?? 0);
      }
    }
  });

  it('gives the same bytes as whole pixels of an image', () => {
    const table = colourTable('viridis', 'light');
    const image = new Uint8ClampedArray(4);
    new Uint32Array(image.buffer)[0] = new Uint32Array(table.buffer)[200] ?? 0;
    expect([...image]).toEqual(at(table, 200));
  });
});
