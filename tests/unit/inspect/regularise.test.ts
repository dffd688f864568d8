import { blur, clipSmallContribution, clipSmallNorm, percentile, rolled, type Raster } from '@/lib/inspect/regularise';

const raster = (rows: number, columns: number, values: readonly number[]): Raster => ({
  ...{ rows, columns, channels: values.length / (rows * columns) },
  values: Float32Array.from(values),
});

describe('regularising a picture', () => {
  it('a percentile lies between two values as numpy has it', () => {
    expect(percentile(Float64Array.of(4, 1, 3, 2.5, 9), 35)).toBeCloseTo(2.7, 12);
    expect(percentile(Float64Array.of(4, 1, 3), 0)).toBe(1);
    expect(percentile(Float64Array.of(4, 1, 3), 100)).toBe(4);
  });

  it('blurs with a Gaussian, mirrored at the edges, as numpy computes it', () => {
    const picture = raster(3, 4, [1, 0, 0, 2, 0, 5, 0, 0, 3, 0, 0, 7]);
    blur(picture, 0.8);
    const expected = [
      0.891982, 0.859528, 0.707154, 1.20132, 1.353622, 1.547466, 1.156138, 1.693437, 1.917416, 1.290635,
    ];
    for (const [at, value] of [...expected, 1.619655, 3.761646].entries())
      expect(picture.values[at]).toBeCloseTo(value, 5);
  });

  it('blurs each channel for itself, and leaves an even picture as it is', () => {
    const picture = raster(
      4,
      3,
      Array.from({ length: 24 }, (_, at) => (at % 2 === 0 ? 0.25 : -3)),
    );
    blur(picture, 1);
    for (const [at, value] of picture.values.entries()) expect(value).toBeCloseTo(at % 2 === 0 ? 0.25 : -3, 5);
  });

  it('clips whole pixels, by the norm over their channels', () => {
    // Norms 5, 1, 2, √2.
    const picture = raster(2, 2, [3, 4, 0, 1, -2, 0, 1, -1]);
    clipSmallNorm(picture, 50);
    expect([...picture.values]).toEqual([3, 4, 0, 0, -2, 0, 0, 0]);
  });

  it('clips pixels that hardly contribute, whatever their sign', () => {
    // Contributions −10, 1, 3, 0: the sum over the channels counts.
    const picture = raster(2, 2, [5, 0, 1, 0, 1, 1, 7, 7]);
    clipSmallContribution(picture, Float32Array.of(-2, 9, 1, 9, 1, 2, 1, -1), 50);
    expect([...picture.values]).toEqual([5, 0, 0, 0, 1, 1, 0, 0]);
  });

  it('rolls over the edges, and back', () => {
    const picture = raster(2, 3, [1, 2, 3, 4, 5, 6]);
    const moved = rolled(picture, 1, -1);
    expect([...moved]).toEqual([5, 6, 4, 2, 3, 1]);
    expect([...rolled({ ...picture, values: moved }, -1, 1)]).toEqual([...picture.values]);
  });
});
