/** @jest-environment node */
import { createDraw, fromHue } from '@/lib/datasets/scenes/draw';
import { drawScene } from '@/lib/datasets/scenes/draw-scene';
import { Raster } from '@/lib/datasets/scenes/raster';
import { SCENE_SIZE, scenes } from '@/lib/datasets/scenes/scenes';
import { elementCount } from '@/lib/core/tensor-type';

const some = Array.from({ length: 60 }, (_, index) => drawScene(1, index));

describe('the colour scenes', () => {
  it('are the same for the same seed and number, and others for another', () => {
    expect(drawScene(1, 7)).toEqual(some[7]);
    expect(drawScene(2, 7).pixels).not.toEqual(some[7]?.pixels);
    expect(new Set(some.map(({ pixels }) => pixels.join())).size).toBe(some.length);
  });

  it('have the stated shape, each class equally often, and say that they are synthetic', () => {
    for (const { pixels } of some) expect(pixels).toHaveLength(elementCount(scenes.inputShape));
    for (const label of [0, 1, 2]) expect(some.filter((scene) => scene.label === label)).toHaveLength(20);
    expect(scenes.isSynthetic).toBe(true);
  });

  it('show their thing in the stated box: a picture has more edges in it than around it', () => {
    for (const { box } of some) {
      const [left, top, right, bottom] = box;
      expect(left).toBeGreaterThanOrEqual(0);
      expect(right).toBeLessThanOrEqual(1);
      expect(right - left).toBeGreaterThan(0.04);
      expect(bottom - top).toBeGreaterThan(0.15);
    }
    const [inside, outside] = edgesInAndOut();
    expect(inside).toBeGreaterThan(1.3 * outside);
  });

  it('do not give their class away by their colour: class means differ by less than pictures do', () => {
    const means = some.map(({ pixels }) => pixels.reduce((sum, value) => sum + value, 0) / pixels.length);
    const overall = mean(means);
    const spread = Math.sqrt(mean(means.map((value) => (value - overall) ** 2)));
    for (const label of [0, 1, 2]) {
      const own = mean(means.filter((_, index) => some[index]?.label === label));
      expect(Math.abs(own - overall)).toBeLessThan(spread);
    }
  });
});

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

/** Mean step between pixels side by side, within the boxes and outside of them. */
function edgesInAndOut(): readonly [number, number] {
  const steps: [number[], number[]] = [[], []];
  for (const { pixels, box } of some) {
    const [left, top, right, bottom] = box.map((share) => share * SCENE_SIZE);
    for (let y = 0; y < SCENE_SIZE; y += 1) {
      for (let x = 0; x + 1 < SCENE_SIZE; x += 1) {
        const at = 3 * (y * SCENE_SIZE + x) + 1;
        const isIn = x >= (left ?? 0) && x < (right ?? 0) && y >= (top ?? 0) && y < (bottom ?? 0);
        steps[isIn ? 0 : 1].push(Math.abs((pixels[at + 3] ?? 0) - (pixels[at] ?? 0)));
      }
    }
  }
  return [mean(steps[0]), mean(steps[1])];
}

describe('the rasteriser', () => {
  it('covers pixels by the area that a polygon has in them', () => {
    const raster = new Raster(4);
    raster.fill(
      [
        [0.5, 1],
        [2.25, 1],
        [2.25, 2.5],
        [0.5, 2.5],
      ],
      [1, 0.5, 0],
    );
    const red = Array.from({ length: 16 }, (_, pixel) => raster.values[3 * pixel] ?? 0);
    expect(red).toEqual([0, 0, 0, 0, 0.5, 1, 0.25, 0, 0.25, 0.5, 0.125, 0, 0, 0, 0, 0]);
    expect(raster.values.reduce((sum, value) => sum + value, 0)).toBeCloseTo(1.75 * 1.5 * 1.5, 5);
  });

  it('mixes with what is there where it is see-through, and leaves out what lies beyond', () => {
    const raster = new Raster(2);
    raster.wash(() => [0, 0, 1]);
    raster.fill(
      [
        [-5, -5],
        [9, -5],
        [9, 9],
        [-5, 9],
      ],
      [1, 0, 0],
      0.25,
    );
    expect([...raster.values.subarray(0, 3)]).toEqual([0.25, 0, 0.75]);
  });
});

describe('what is drawn at random', () => {
  it('has hues as CSS defines them and as colorsys of Python computes them', () => {
    const round = (channels: readonly number[]): readonly number[] =>
      channels.map((channel) => Math.round(255 * channel));
    expect(round(fromHue(0, 1, 0.5))).toEqual([255, 0, 0]);
    expect(round(fromHue(1 / 3, 1, 0.25))).toEqual([0, 128, 0]);
    expect(round(fromHue(0.58, 0.5, 0.5))).toEqual([64, 130, 191]);
  });

  it('has grain of mean 0 and deviation 1', () => {
    const draw = createDraw(5);
    const values = Array.from({ length: 20_000 }, () => draw.normal());
    expect(mean(values)).toBeCloseTo(0, 1);
    expect(mean(values.map((value) => value * value))).toBeCloseTo(1, 1);
  });
});
