import { readFileSync, writeFileSync } from 'node:fs';
import { LAYER_TYPES } from '@/lib/layers/registry';
import { expect, test } from './fixtures';
import { GRADIENT_BACKENDS, GRADIENT_TOLERANCE, type GradientBackend, gradientTable } from './gradient-table';
import type { LayerGradient } from './harness/gradients';

const PAGE = 'docs/gradients.md';
const found: Partial<Record<GradientBackend, readonly LayerGradient[]>> = {};

/** One after the other: each keeps the processor busy for up to a minute. */
test.describe.configure({ mode: 'serial', timeout: 300_000 });

for (const backend of GRADIENT_BACKENDS) {
  test(`every example of every layer has the right gradient on ${backend}`, async ({ harnessPage }) => {
    const starts = await harnessPage.evaluate((name) => window.harness.starts(name), backend);
    test.skip(!starts, `${backend} does not start in this browser`);
    const gradients = await harnessPage.evaluate((name) => window.harness.layerGradients(name), backend);
    const wrong = gradients.filter(({ deviation }) => deviation !== null && !(deviation < GRADIENT_TOLERANCE));
    expect(wrong).toEqual([]);
    expect([...new Set(gradients.map(({ type }) => type))]).toEqual([...LAYER_TYPES]);
    found[backend] = gradients;
  });
}

test('the check finds what TensorFlow.js gets wrong', async ({ harnessPage }) => {
  const deviations = await harnessPage.evaluate(() => window.harness.stockDeviations());
  expect(deviations['averagePooling2d']).toBeGreaterThan(0.05);
  expect(deviations['upSampling2d']).toBeGreaterThan(0.05);
});

/** `UPDATE_GRADIENTS=1` writes the table that the tests above have measured. */
test('the table is written when asked for', () => {
  test.skip(process.env['UPDATE_GRADIENTS'] === undefined, 'nobody asked for it');
  const { cpu, wasm, webgl, webgpu } = found;
  if (!cpu || !wasm || !webgl || !webgpu) throw new Error('the table needs every backend');
  const page = readFileSync(PAGE, 'utf8');
  const table = gradientTable(LAYER_TYPES, { cpu, wasm, webgl, webgpu });
  writeFileSync(PAGE, page.replace(/(?:^\|.*\n)+/m, `${table}\n`));
});
