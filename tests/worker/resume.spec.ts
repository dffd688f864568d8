import { OPTIMIZERS } from '@/lib/document/training-settings';
import { expect, test } from './fixtures';
import type { Interruption } from './harness/resume';

function expectTheSame({ keptAt, straight, resumed }: Interruption): void {
  expect(keptAt % 15).not.toBe(0);
  expect(keptAt).toBeGreaterThan(15);
  expect(resumed.losses).toEqual(straight.losses);
  expect(resumed.epochs).toEqual(straight.epochs);
  expect(resumed.weights).toEqual(straight.weights);
  expect(resumed.accuracy).toBe(straight.accuracy);
}

for (const name of OPTIMIZERS) {
  test(`a run with ${name} whose worker is killed in mid-epoch ends bit for bit as one never interrupted`, async ({
    harnessPage,
  }) => {
    const interruption = await harnessPage.evaluate((name) => {
      const { harness } = window;
      const { optimizer } = harness.settings();
      return harness.interruptedRun('wasm', { optimizer: { ...optimizer, name, weightDecay: 0.001 } });
    }, name);
    expectTheSame(interruption);
  });
}
