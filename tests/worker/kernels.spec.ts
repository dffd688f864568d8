import { expect, test } from './fixtures';

/** float32 carries about seven digits; sums of hundreds of terms in another order lose two of them. */
const ROUNDING = 2e-5;
/** Two steps of 0.01 measure a slope about this well in float32. */
const MEASURING = 5e-3;

for (const backend of ['wasm', 'webgl', 'webgpu'] as const) {
  test(`every layer and gradient on ${backend} agrees with plain JavaScript`, async ({ harnessPage }) => {
    const starts = await harnessPage.evaluate((name) => window.harness.starts(name), backend);
    test.skip(!starts, `${backend} does not start in this browser`);
    const differences = await harnessPage.evaluate((name) => window.harness.compareWithCpu(name), backend);
    expect(differences.length).toBeGreaterThan(15);
    expect(differences.filter(({ share }) => !(share < ROUNDING))).toEqual([]);
  });
}

for (const backend of ['cpu', 'wasm', 'webgl', 'webgpu'] as const) {
  test(`every gradient on ${backend} is the slope that small steps measure`, async ({ harnessPage }) => {
    const starts = await harnessPage.evaluate((name) => window.harness.starts(name), backend);
    test.skip(!starts, `${backend} does not start in this browser`);
    const differences = await harnessPage.evaluate(
      (name) => window.harness.compareWithFiniteDifferences(name),
      backend,
    );
    expect(differences.length).toBeGreaterThan(backend === 'cpu' || backend === 'wasm' ? 15 : 2);
    expect(differences.filter(({ share }) => !(share < MEASURING))).toEqual([]);
  });
}

for (const backend of ['cpu', 'wasm', 'webgl', 'webgpu'] as const) {
  test(`our Adam on ${backend} takes the same steps as TensorFlow.js's own`, async ({ harnessPage }) => {
    const starts = await harnessPage.evaluate((name) => window.harness.starts(name), backend);
    test.skip(!starts, `${backend} does not start in this browser`);
    expect(await harnessPage.evaluate((name) => window.harness.adamDifference(name), backend)).toBeLessThan(1e-5);
  });
}

test('a dropout mask is fresh at every step, and the same for the same seed and step', async ({ harnessPage }) => {
  const masks = (backend: 'cpu' | 'wasm', seed: number, firstStep: number, steps: number): Promise<readonly string[]> =>
    harnessPage.evaluate((options) => window.harness.dropoutMasks(options), { backend, seed, firstStep, steps });
  const first = await masks('wasm', 5, 0, 8);
  expect(new Set(first).size).toBe(8);
  expect(await masks('wasm', 5, 0, 8)).toEqual(first);
  expect(await masks('wasm', 5, 3, 5)).toEqual(first.slice(3));
  expect(await masks('cpu', 5, 0, 8)).toEqual(first);
  expect((await masks('wasm', 6, 0, 8)).filter((mask) => first.includes(mask))).toEqual([]);
});
