import { test as base, expect, type Page } from '@playwright/test';

/** Everything a page did that no page of ours may do. */
function watchForFaults(page: Page, origin: string): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(`uncaught error: ${error.stack ?? error.message}`));
  page.on('console', (message) => {
    if (message.type() === 'error') faults.push(`console error: ${message.text()}`);
  });
  page.context().on('request', (request) => {
    const url = new URL(request.url());
    const isOurs = url.origin === origin || url.protocol === 'data:' || url.protocol === 'blob:';
    if (!isOurs) faults.push(`request to another host: ${request.url()}`);
  });
  return faults;
}

/**
 * `test` for every spec: it fails a test whose page logged an error (a violation of the Content-Security-Policy is one),
 * threw, or asked another host for anything. A test that provokes an error empties `faults` itself, after looking at it.
 */
export const test = base.extend<{ faults: string[] }>({
  faults: [
    async ({ page, baseURL }, use) => {
      const faults = watchForFaults(page, new URL(baseURL ?? '').origin);
      await use(faults);
      expect(faults).toEqual([]);
    },
    { auto: true },
  ],
});

export { expect };
