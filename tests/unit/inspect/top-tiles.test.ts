import { INNER_GAP, TILE_GAP, topTiles } from '@/lib/inspect/top-tiles';

const nine = (width: number, height: number) => topTiles({ room: { width, height }, count: 9, hasSmall: true });

describe('the tiles of the nine best', () => {
  // What is left for them at the panel's height when it is first opened, in windows of 1440 × 900 and 1024 × 700.
  it.each([
    [343, 150],
    [503, 165],
    [343, 130],
  ])('fit all at once into %i × %i', (width, height) => {
    const tiles = nine(width, height);
    expect(tiles.height).toBeLessThanOrEqual(height);
    const tile = (width - (tiles.columns - 1) * TILE_GAP) / tiles.columns;
    expect(tiles.large + INNER_GAP + tiles.small).toBeLessThan(tile);
    expect(tiles.large).toBeGreaterThanOrEqual(34);
  });

  it('grow with the room', () => {
    const sizes = [150, 250, 350, 600].map((height) => nine(2 * height, height).large);
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect(new Set(sizes).size).toBeGreaterThan(2);
  });

  it('take the width of the small pictures where there are none', () => {
    const wish = { room: { width: 343, height: 200 }, count: 9 };
    expect(topTiles({ ...wish, hasSmall: false }).large).toBeGreaterThan(topTiles({ ...wish, hasSmall: true }).large);
  });

  it('are scrolled through where there is no room for all', () => {
    const tiles = nine(260, 60);
    expect(tiles.height).toBeGreaterThan(60);
    expect(tiles).toMatchObject({ columns: 2, large: 64, words: 'below' });
  });

  it('are as many as there are samples', () => {
    expect(topTiles({ room: { width: 400, height: 200 }, count: 2, hasSmall: true }).columns).toBeLessThanOrEqual(2);
    expect(topTiles({ room: { width: 400, height: 200 }, count: 0, hasSmall: true }).height).toBe(0);
  });
});
