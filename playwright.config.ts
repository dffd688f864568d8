import { defineConfig } from '@playwright/test';

/**
 * Run through `npm run e2e`, which builds, finds a browser and hands everything over in the environment. What fails
 * is tried once more, so that a stall of the machine is no verdict; a test that needs that is named as flaky, and mended.
 */
const port = process.env['SHAPEFLOW_E2E_PORT'] ?? '4173';
const executablePath = process.env['SHAPEFLOW_BROWSER'];
const browserEnv = JSON.parse(process.env['SHAPEFLOW_BROWSER_ENV'] ?? '{}') as Record<string, string>;
const args = JSON.parse(process.env['SHAPEFLOW_BROWSER_ARGS'] ?? '[]') as string[];
const results = process.env['SHAPEFLOW_E2E_RESULTS'] ?? 'test-results/main';

function inheritedEnv(): Record<string, string> {
  return Object.fromEntries(Object.entries(process.env).flatMap(([name, value]) => (value ? [[name, value]] : [])));
}

export default defineConfig({
  testMatch: '**/*.spec.ts',
  outputDir: `${results}/artifacts`,
  forbidOnly: process.env['CI'] !== undefined,
  retries: 1,
  workers: Number(process.env['SHAPEFLOW_E2E_WORKERS'] ?? 2),
  fullyParallel: true,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  reporter: [['list'], ['json', { outputFile: `${results}/playwright.json` }]],
  use: {
    baseURL: `http://localhost:${port}`,
    viewport: { width: 1400, height: 900 },
    locale: 'en-US',
    // Recorded when a test is tried again only: recording every one of them costs a fifth of the time.
    trace: 'on-first-retry',
    launchOptions: {
      ...(executablePath === undefined ? {} : { executablePath }),
      args,
      env: { ...inheritedEnv(), ...browserEnv },
    },
  },
  projects: [
    { name: 'e2e', testDir: 'tests/e2e' },
    { name: 'worker', testDir: 'tests/worker' },
  ],
  webServer: {
    command: 'node scripts/serve.mjs --exact',
    url: `http://localhost:${port}`,
    env: { PORT: port },
    reuseExistingServer: false,
  },
});
