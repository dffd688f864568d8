import { test as base, expect, type Page } from '@playwright/test';
import { startHarness, type Harness } from './harness/server';
// For the type of window.harness.
import type {} from './harness/page';

export interface WorkerFixtures {
  /** The harness page, loaded; it fails its test when it threw or logged an error. */
  readonly harnessPage: Page;
}

export const test = base.extend<WorkerFixtures, { readonly harness: Harness }>({
  harness: [
    async ({}, use) => {
      const harness = await startHarness();
      await use(harness);
      await harness.close();
    },
    { scope: 'worker' },
  ],
  harnessPage: async ({ page, harness }, use) => {
    const faults: string[] = [];
    page.on('pageerror', (error) => faults.push(error.message));
    harness.serve('zipped');
    await page.goto(harness.url);
    await page.waitForFunction(() => window.harness !== undefined);
    await use(page);
    expect(faults).toEqual([]);
  },
});

export { expect };
