/** @jest-environment node */
import type { Dataset } from '@/lib/datasets/dataset';
import { drawScene } from '@/lib/datasets/scenes/draw-scene';
import { scenes } from '@/lib/datasets/scenes/scenes';
import type { Samples } from '@/lib/training/worker/samples';
import { loadGenerated } from '@/lib/training/worker/load-generated';

// Drawing takes long, and what is drawn is tested elsewhere.
jest.mock('@/lib/datasets/scenes/draw-scene', () => ({
  drawScene: jest.fn((seed: number, index: number) => ({
    pixels: new Uint8Array(64 * 64 * 3).fill(7 * index + seed),
    label: index % 3,
    box: [0, 0.25, 0.5, (index + 1) / 100],
  })),
}));
const drawn = jest.mocked(drawScene);

const FEW: Dataset = { ...scenes, training: { count: 60 }, test: { count: 12 } };
const KEY = 'http://localhost/datasets/generated/scenes?seed=1';

/** A cache as browsers have it, for one page's worth of addresses. */
function createCache(): Cache {
  const kept = new Map<string, Response>();
  const double: Pick<Cache, 'match' | 'put'> = {
    match: (key) => Promise.resolve(kept.get(String(key))?.clone()),
    put: (key, response) => Promise.resolve(void kept.set(String(key), response)),
  };
  return double as Cache;
}

const bytesOf = ({ read, count }: Samples): Uint8Array =>
  Uint8Array.from(read(Array.from({ length: count }, (_, at) => at)));
const load = (cache: Cache | null) => loadGenerated(FEW, { seed: 1, onProgress: () => undefined, cache, key: KEY });

describe('generated samples', () => {
  beforeEach(() => drawn.mockClear());

  test('are the same from the copy that was kept, of which only some are drawn anew', async () => {
    const cache = createCache();
    const first = await load(cache);
    expect([first.fromCache, drawn.mock.calls.length]).toEqual([false, 72]);
    const again = await load(cache);
    expect([again.fromCache, drawn.mock.calls.length]).toEqual([true, 72 + 12]);
    for (const split of ['training', 'test'] as const) {
      expect(again[split].count).toBe(first[split].count);
      // Compared number by number, so many take seconds.
      expect(Buffer.compare(bytesOf(again[split]), bytesOf(first[split]))).toBe(0);
      expect(again[split].targets).toEqual(first[split].targets);
    }
    const scene = drawScene(1, 60 + 5);
    expect(Buffer.compare(Uint8Array.from(again.test.read([5])), scene.pixels)).toBe(0);
    expect(again.test.targets[0]).toMatchObject({ classes: expect.objectContaining({ 5: scene.label }) });
  });

  test('are drawn where the copy is of another drawing, is cut off, or cannot be kept', async () => {
    const cache = createCache();
    await load(cache);
    const bytes = new Uint8Array((await (await cache.match(KEY))?.arrayBuffer()) ?? new ArrayBuffer(0));
    bytes[0] = 255 - (bytes[0] ?? 0);
    await cache.put(KEY, new Response(bytes));
    expect((await load(cache)).fromCache).toBe(false);
    await cache.put(KEY, new Response(bytes.slice(0, 1000)));
    expect((await load(cache)).fromCache).toBe(false);
    expect((await load(cache)).fromCache).toBe(true);
    expect((await load(null)).fromCache).toBe(false);
  });

  test('are there before the copy of them is written', async () => {
    const cache: Cache = { ...createCache(), put: () => new Promise(() => undefined) };
    expect((await load(cache)).test.count).toBe(12);
  });

  test('are there although no copy of them can be written', async () => {
    const cache: Cache = { ...createCache(), put: () => Promise.reject(new Error('The disk is full.')) };
    expect((await load(cache)).test.count).toBe(12);
  });
});
