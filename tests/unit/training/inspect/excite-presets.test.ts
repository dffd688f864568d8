import { EXCITE_PRESETS, excitePreset } from '@/lib/training/inspect/excite-presets';

/** Table 1 of Yosinski et al. 2015, from the top: θ decay, b_width, b_every, n_pct, c_pct. */
const TABLE = [
  [0, 0.5, 4, 50, 0],
  [0.3, 0, 0, 20, 0],
  [0.0001, 1, 4, 0, 0],
  [0, 0.5, 4, 0, 90],
] as const;

describe('presets for a made picture', () => {
  it.each([0, 1, 2, 3])('row %d of the table stands for pictures of the size it was found on', (row) => {
    const preset = excitePreset(EXCITE_PRESETS[row] ?? 'none', [227, 227, 3], 227);
    const { decay, blurRadius, blurEvery, clipSmallNorm, clipSmallContribution } = preset;
    expect([decay, blurRadius, blurEvery, clipSmallNorm, clipSmallContribution]).toEqual(TABLE[row]);
  });

  it('a small picture is blurred by less, but not by so little that nothing happens', () => {
    expect(excitePreset('smooth', [28, 28, 1], 28).blurRadius).toBeCloseTo(28 / 64);
    expect(excitePreset('clipped', [28, 28, 1], 28).blurRadius).toBe(0.4);
    expect(excitePreset('decayed', [28, 28, 1], 28).blurRadius).toBe(0);
  });

  it('a row of numbers has no neighbours to blur or to jitter into', () => {
    for (const preset of EXCITE_PRESETS)
      expect(excitePreset(preset, [4], 4)).toMatchObject({ blurRadius: 0, jitter: 0 });
  });

  it.each([
    [5, 0],
    [14, 0],
    [28, 1],
    [227, 4],
  ])('a cell that sees %d pixels of a large picture is driven with a jitter of %d', (field, jitter) => {
    expect(excitePreset('smooth', [227, 227, 3], field).jitter).toBe(jitter);
  });

  it('a picture smaller than the field jitters, and is blurred, by what there is of it', () => {
    expect(excitePreset('smooth', [32, 28, 1], 1000)).toEqual(excitePreset('smooth', [32, 28, 1], 28));
  });

  it('without regularization nothing is', () => {
    expect(excitePreset('none', [28, 28, 1], 28)).toMatchObject({
      ...{ decay: 0, blurRadius: 0, jitter: 0, clipSmallNorm: 0, clipSmallContribution: 0, withinRange: false },
    });
  });
});
