import type { Page } from '@playwright/test';
import { OPTIMIZERS } from '@/lib/document/training-settings';
import { expect, test } from './fixtures';
import type { Interruption } from './harness/resume';

function expectTheSame(of: string, { keptAt, straight, resumed }: Interruption): void {
  expect(keptAt % 15, of).not.toBe(0);
  expect(keptAt, of).toBeGreaterThan(15);
  expect(resumed.losses, of).toEqual(straight.losses);
  expect(resumed.epochs, of).toEqual(straight.epochs);
  expect(resumed.weights, of).toEqual(straight.weights);
  expect(resumed.accuracy, of).toBe(straight.accuracy);
}

test('with each optimizer a run whose worker is killed in mid-epoch ends bit for bit as one never interrupted', async ({
  harnessPage,
}) => {
  // One page for all of them: what takes time is starting, not learning.
  for (const name of OPTIMIZERS) {
    const interruption = await harnessPage.evaluate((name) => {
      const { harness } = window;
      const { optimizer } = harness.settings();
      return harness.interruptedRun('wasm', { epochs: 2, optimizer: { ...optimizer, name, weightDecay: 0.001 } });
    }, name);
    expectTheSame(name, interruption);
  }
});

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
  expectTheSame('changed samples', interruption);
});

test('on a graphics card a run goes on bit for bit too', async ({ harnessPage }) => {
  expectTheSame('webgl', await harnessPage.evaluate(() => window.harness.interruptedRun('webgl', { epochs: 2 })));
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
  await limitStorage(harnessPage, 4e6);
  const started = harnessPage.evaluate(() => window.harness.runWithoutRoom('after-first-epoch'));
  await harnessPage.waitForFunction(() => document.title === 'first epoch');
  await limitStorage(harnessPage, 1);
  // The browser goes by the room it last measured until a write needs more than that: this one has it measured anew.
  expect(await harnessPage.evaluate(writePieces, 80)).toBe('QuotaExceededError');
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

/** How a write of so many pieces of 64 KB, random so that nothing packs them, fails; null: it does not. */
function writePieces(count: number): Promise<string | null> {
  const pieces = Array.from({ length: count }, () => crypto.getRandomValues(new Uint8Array(65_536)));
  return new Promise((resolve) => {
    const opening = indexedDB.open('filler');
    opening.onupgradeneeded = () => opening.result.createObjectStore('pieces');
    opening.onerror = () => resolve(opening.error?.name ?? 'unknown');
    opening.onsuccess = () => {
      const writing = opening.result.transaction('pieces', 'readwrite');
      writing.objectStore('pieces').put(pieces, 'all');
      writing.oncomplete = () => resolve(null);
      writing.onabort = () => resolve(writing.error?.name ?? 'unknown');
    };
  });
}
