import { createRandom } from '@/lib/core/random';
import { augmentSample, drawMixing, mixRows } from '@/lib/training/augment/augment';
import { augmentBatch } from '@/lib/training/augment/augment-batch';
import { normal, symmetricBeta } from '@/lib/training/augment/distributions';
import { hasEffect, NO_EFFECTS, withoutGeometry, type Effects } from '@/lib/training/augment/effects';
import { warp } from '@/lib/training/augment/warp';

const UNMOVED = { isMirrored: false, isUpsideDown: false, factor: 1, radians: 0, right: 0, down: 0 };
const PICTURE = Float32Array.from([1, 2, 3, 4, 5, 6, 7, 8, 9]);
const SHAPE = [3, 3, 1] as const;

const moments = (values: readonly number[]) => {
  const mean = values.reduce((sum, value) => sum + value, 0) / values.length;
  const variance = values.reduce((sum, value) => sum + (value - mean) ** 2, 0) / values.length;
  return { mean, variance };
};

describe('placing a picture anew', () => {
  it.each([
    ['not at all', {}, [1, 2, 3, 4, 5, 6, 7, 8, 9]],
    ['mirrored', { isMirrored: true }, [3, 2, 1, 6, 5, 4, 9, 8, 7]],
    ['upside down', { isUpsideDown: true }, [7, 8, 9, 4, 5, 6, 1, 2, 3]],
    ['one pixel to the right, the border repeated', { right: 1 }, [1, 1, 2, 4, 4, 5, 7, 7, 8]],
    ['two pixels up', { down: -2 }, [7, 8, 9, 7, 8, 9, 7, 8, 9]],
    ['half a pixel down: between two rows', { down: 0.5 }, [1, 2, 3, 2.5, 3.5, 4.5, 5.5, 6.5, 7.5]],
    ['a quarter turn clockwise', { radians: Math.PI / 2 }, [7, 4, 1, 8, 5, 2, 9, 6, 3]],
    ['half a turn', { radians: Math.PI }, [9, 8, 7, 6, 5, 4, 3, 2, 1]],
    ['twice as large about its middle', { factor: 2 }, [3, 3.5, 4, 4.5, 5, 5.5, 6, 6.5, 7]],
  ])('%s', (_, placement, expected) => {
    const placed = warp(PICTURE, SHAPE, { ...UNMOVED, ...placement });
    expected.forEach((value, at) => expect(placed[at]).toBeCloseTo(value, 5));
  });

  it('keeps the channels of a pixel together', () => {
    const pair = Float32Array.from([1, 10, 2, 20]);
    expect([...warp(pair, [1, 2, 2], { ...UNMOVED, isMirrored: true })]).toEqual([2, 20, 1, 10]);
  });
});

describe('a sample changed at random', () => {
  const random = createRandom(5);
  const picture = Float32Array.from({ length: 12 * 10 * 3 }, () => random.below(1000) / 1000);
  const shape = [12, 10, 3];
  const all: Effects = {
    flipHorizontal: true,
    flipVertical: true,
    shift: 0.2,
    scale: 0.3,
    rotate: 30,
    crop: 2,
    noise: 0.1,
    brightness: 0.2,
    contrast: 0.3,
    cutout: 0.4,
    mixup: 0.4,
  };
  const changed = (effects: Partial<Effects>, { epoch = 0, sample = 0, seed = 1 } = {}) =>
    augmentSample(picture, shape, { effects: { ...NO_EFFECTS, ...effects }, occasion: { seed, epoch }, sample });

  it('stays as it is without effects', () => {
    expect([...changed({})]).toEqual([...picture]);
  });

  it('is the same for the same seed, epoch and sample, and another for any other of them', () => {
    const first = [...changed(all)];
    expect([...changed(all)]).toEqual(first);
    for (const other of [{ epoch: 1 }, { sample: 1 }, { seed: 2 }]) expect([...changed(all, other)]).not.toEqual(first);
  });

  it('stays within [0, 1]', () => {
    for (let sample = 0; sample < 20; sample += 1) {
      const values = changed(all, { sample });
      expect(Math.min(...values)).toBeGreaterThanOrEqual(0);
      expect(Math.max(...values)).toBeLessThanOrEqual(1);
    }
  });

  it('is mirrored half of the time', () => {
    const mirrored = Array.from({ length: 400 }, (_, sample) => changed({ flipHorizontal: true }, { sample })).filter(
      (values) => values[0] !== picture[0],
    );
    expect(mirrored.length).toBeGreaterThan(160);
    expect(mirrored.length).toBeLessThan(240);
  });

  it('is cut out at every whole place that the added border allows, and nowhere else', () => {
    const places = new Set<string>();
    const row = Float32Array.from([1, 2, 3]);
    for (let sample = 0; sample < 200; sample += 1) {
      const effects = { ...NO_EFFECTS, crop: 1 };
      const cut = augmentSample(row, [1, 3, 1], { effects, occasion: { seed: 3, epoch: 0 }, sample });
      places.add([...cut].join(' '));
    }
    expect(places).toEqual(new Set(['1 2 3', '1 1 2', '2 3 3']));
  });

  it('is as bright as asked, at most', () => {
    const differences = Array.from({ length: 300 }, (_, sample) => {
      const flat = new Float32Array(4).fill(0.5);
      const effects = { ...NO_EFFECTS, brightness: 0.2 };
      return (augmentSample(flat, [2, 2, 1], { effects, occasion: { seed: 1, epoch: 0 }, sample })[0] ?? 0) - 0.5;
    });
    expect(Math.max(...differences)).toBeLessThanOrEqual(0.2);
    expect(Math.max(...differences)).toBeGreaterThan(0.18);
    expect(Math.min(...differences)).toBeLessThan(-0.18);
  });

  it('has a blanked square of the picture’s mean colour', () => {
    const values = changed({ cutout: 0.4 }, { sample: 3 });
    const mean = moments([...picture].filter((_, at) => at % 3 === 1)).mean;
    const blanked = [...values].filter((value, at) => at % 3 === 1 && Math.abs(value - mean) < 1e-6);
    expect(blanked.length).toBeGreaterThan(0);
    expect(blanked.length).toBeLessThanOrEqual(16);
  });

  it('keeps its other changes when one effect is switched off', () => {
    const grey = new Float32Array(12).fill(0.5);
    const some = { ...NO_EFFECTS, noise: 0.1, brightness: 0.1 };
    const withTurns = { ...some, flipHorizontal: true, rotate: 40 };
    const [one, other] = [some, withTurns].map((effects) =>
      augmentSample(grey, [2, 2, 3], { effects, occasion: { seed: 1, epoch: 0 }, sample: 2 }),
    );
    expect(one).toEqual(other);
    expect(one).not.toEqual(grey);
  });

  it('that is a row of features has noise added and nothing else', () => {
    const row = Float32Array.from([-3, 0, 8]);
    const options = { occasion: { seed: 1, epoch: 0 }, sample: 2 };
    const noisy = augmentSample(row, [3], { effects: all, ...options });
    expect(noisy).toEqual(augmentSample(row, [3], { effects: { ...NO_EFFECTS, noise: 0.1 }, ...options }));
    expect(Math.abs((noisy[2] ?? 0) - 8)).toBeLessThan(1);
    expect(noisy).not.toEqual(row);
  });

  it('keeps its place when only what does not move it is left', () => {
    expect(hasEffect(withoutGeometry({ ...NO_EFFECTS, flipHorizontal: true, rotate: 9, crop: 4 }))).toBe(false);
    expect(withoutGeometry(all)).toMatchObject({ noise: 0.1, cutout: 0.4, shift: 0 });
  });
});

describe('the distributions', () => {
  it('draw a normal number of mean 0 and variance 1', () => {
    const random = createRandom(1);
    const { mean, variance } = moments(Array.from({ length: 20_000 }, () => normal(random)));
    expect(Math.abs(mean)).toBeLessThan(0.03);
    expect(Math.abs(variance - 1)).toBeLessThan(0.04);
  });

  // Beta(a, a) has mean 1/2 and variance 1 / (4 (2a + 1)).
  it.each([0.2, 1, 3])('draw Beta(%d, %d)', (shape) => {
    const random = createRandom(2);
    const { mean, variance } = moments(Array.from({ length: 20_000 }, () => symmetricBeta(random, shape)));
    expect(Math.abs(mean - 0.5)).toBeLessThan(0.01);
    expect(Math.abs(variance - 1 / (4 * (2 * shape + 1)))).toBeLessThan(0.005);
  });
});

describe('a batch', () => {
  const values = Uint8Array.from({ length: 4 * 6 }, (_, at) => at * 10);
  const raw = (samples: readonly number[], effects: Partial<Effects>) => ({
    values: Uint8Array.from(samples.flatMap((sample) => [...values.subarray(sample * 6, sample * 6 + 6)])),
    samples: Uint32Array.from(samples),
    shape: [2, 3, 1],
    effects: { ...NO_EFFECTS, ...effects },
    place: { seed: 1, epoch: 2, batch: 3 },
  });

  it('gives each sample the same whatever batch it is in', () => {
    const effects = { flipHorizontal: true, rotate: 40, noise: 0.1 };
    const together = augmentBatch(raw([2, 0, 3], effects)).values;
    const alone = augmentBatch(raw([3], effects)).values;
    expect([...together.subarray(12)]).toEqual([...alone]);
  });

  it('mixes samples and targets by one share', () => {
    const { values: mixed, mixing } = augmentBatch(raw([0, 1, 2, 3], { mixup: 0.4 }));
    if (mixing === null) throw new Error('It was to be mixed.');
    const [share, partner = -1] = [mixing.share, mixing.partners[1]];
    expect(mixed[6]).toBeCloseTo((share * 60 + (1 - share) * partner * 60) / 255, 5);
    const targets = Float32Array.from([1, 0, 0, 1, 1, 0, 0, 1]);
    const labels = mixRows(targets, 4, mixing);
    for (const row of [0, 1, 2, 3]) expect((labels[2 * row] ?? 0) + (labels[2 * row + 1] ?? 0)).toBeCloseTo(1, 6);
    expect(drawMixing(4, NO_EFFECTS, { seed: 1, epoch: 0, batch: 0 })).toBeNull();
  });
});
