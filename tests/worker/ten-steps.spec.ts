import { CASES, FEW_CASES } from '../reference/cases';
import { expect, test } from './fixtures';

/** Of losses and weights of about 1. Ten steps make some hundred operations of 6e-8 each; measured: 1.3e-6 on wasm, 2.9e-7 on the others. */
const BOUND = 2e-6;

for (const backend of ['wasm', 'webgl', 'webgpu'] as const) {
  test(`ten steps of every optimizer and loss on ${backend} are those of the reference`, async ({ harnessPage }) => {
    const starts = await harnessPage.evaluate((name) => window.harness.starts(name), backend);
    test.skip(!starts, `${backend} does not start in this browser`);
    const differences = await harnessPage.evaluate((name) => window.harness.stepDifferences(name), backend);
    const cases = backend === 'wasm' ? CASES : FEW_CASES;
    expect(differences.map(({ name }) => name)).toEqual(cases.map(({ name }) => name));
    expect(differences.filter(({ difference }) => !(difference < BOUND))).toEqual([]);
  });
}

test('WebGL products of odd matrices, which TensorFlow.js gets wrong by whole numbers, are mended', async ({
  harnessPage,
}) => {
  const { stock, mended } = await harnessPage.evaluate(() => window.harness.oddProductErrors());
  // When this fails with a new version, webgl-products.ts is no longer needed.
  expect(stock).toBeGreaterThan(0.5);
  expect(mended).toBeLessThan(1e-4);
});
