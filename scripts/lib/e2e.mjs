import { createServer } from 'node:net';
import path from 'node:path';
import { findBrowser } from '../browser.mjs';
import { buildPlace } from './paths.mjs';
import { packageCommand, runNode } from './run.mjs';

function freePort() {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', reject);
    probe.listen(0, '127.0.0.1', () => {
      const { port } = probe.address();
      probe.close(() => resolve(port));
    });
  });
}

/** Runs Playwright over what is built; resolves to its exit status and where it wrote its JSON report. */
export async function runPlaywright(args = []) {
  const place = buildPlace();
  const { executablePath, env, args: browserArgs } = await findBrowser();
  const status = await runNode([packageCommand('@playwright/test', 'playwright'), 'test', ...args], {
    env: {
      SHAPEFLOW_E2E_PORT: String(await freePort()),
      SHAPEFLOW_E2E_RESULTS: place.results,
      SHAPEFLOW_BROWSER: executablePath,
      SHAPEFLOW_BROWSER_ENV: JSON.stringify(env),
      SHAPEFLOW_BROWSER_ARGS: JSON.stringify(browserArgs),
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  return { status, report: path.join(place.results, 'playwright.json') };
}
