import type { Page } from '@playwright/test';
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

test('changed samples, summed gradients, a schedule and early stopping go on as they were', async ({ harnessPage }) => {
  const interruption = await harnessPage.evaluate(() => {
    const { harness } = window;
    const { augmentation, gradients, schedule, earlyStopping } = harness.settings();
    return harness.interruptedRun('wasm', {
      augmentation: { ...augmentation, isOn: true, shift: 0.1, noise: 0.05, mixup: 0.2 },
      gradients: { ...gradients, accumulate: 3, clipping: 'norm', clipAt: 0.5 },
      schedule: { ...schedule, name: 'cosine', warmup: 0.5 },
      earlyStopping: { ...earlyStopping, isOn: true },
    });
  });
  expectTheSame(interruption);
});

test('on a graphics card a run goes on bit for bit too', async ({ harnessPage }) => {
  expectTheSame(await harnessPage.evaluate(() => window.harness.interruptedRun('webgl', { epochs: 2 })));
});

test('where storage has no room a run says so before it starts, and learns all the same', async ({ harnessPage }) => {
  await limitStorage(harnessPage, 10_000);
  const { told, losses, straight } = await harnessPage.evaluate(() => window.harness.runWithoutRoom(null));
  expect(told).toMatchObject([{ kind: 'no-checkpoints', reason: 'quota' }]);
  expect(told[0]?.bytes).toBeGreaterThan(1000);
  expect(losses).toEqual(straight);
});

test('room that runs out in the middle is told, and what was kept before is still gone on from', async ({
  harnessPage,
}) => {
  const started = harnessPage.evaluate(() => window.harness.runWithoutRoom('after-first-epoch'));
  await harnessPage.waitForFunction(() => document.title === 'first epoch');
  await limitStorage(harnessPage, 1);
  await harnessPage.evaluate(() => {
    document.title = 'full';
  });
  const { told, losses, straight, resumed } = await started;
  expect(told).toContainEqual(expect.objectContaining({ kind: 'no-checkpoints', reason: 'quota' }));
  expect(losses).toEqual(straight);
  expect(resumed).toEqual(straight);
});

async function limitStorage(page: Page, bytes: number): Promise<void> {
  const session = await page.context().newCDPSession(page);
  const { origin } = new URL(page.url());
  await session.send('Storage.overrideQuotaForOrigin', { origin, quotaSize: bytes });
}
