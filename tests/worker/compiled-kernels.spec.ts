import { expect, test } from './fixtures';

/** float32 carries about seven digits; sums of hundreds of terms in another order lose two of them. */
const ROUNDING = 2e-5;

test('every compiled kernel gives what the plain one does, for every size of what is left over', async ({
  harnessPage,
}) => {
  const differences = await harnessPage.evaluate(() => window.harness.compareCompiled());
  expect(differences.length).toBeGreaterThan(150);
  expect(differences.filter(({ share }) => !(share < ROUNDING))).toEqual([]);
});

test('the compiled tanh is exact to float32 and keeps what is not a number', async ({ harnessPage }) => {
  const { worst, special } = await harnessPage.evaluate(() => window.harness.compiledTanh());
  expect(worst).toBeLessThan(3e-7);
  expect(special).toEqual([Number.NaN, 1, -1, 1, -1, Math.fround(1e-30)]);
});

test('without vector instructions the plain kernels have the same gradients', async ({ harnessPage }) => {
  await harnessPage.evaluate(() => window.harness.useCompiledKernels(false));
  const differences = await harnessPage.evaluate(() => window.harness.compareWithCpu('wasm'));
  expect(differences.length).toBeGreaterThan(15);
  expect(differences.filter(({ share }) => !(share < ROUNDING))).toEqual([]);
});
