// npm run dev: the development server, on PORT or 3000. It sends no security headers; `npm start` does.
import { ensureAssets } from './lib/assets.mjs';
import { ensureInstall } from './lib/install.mjs';
import { packageCommand, runNode } from './lib/run.mjs';

await ensureInstall();
await ensureAssets();
process.exitCode = await runNode(
  [packageCommand('next'), 'dev', '-p', process.env.PORT ?? '3000', '-H', process.env.HOST ?? 'localhost'],
  {
    env: { NEXT_TELEMETRY_DISABLED: '1', NEXT_IGNORE_INCORRECT_LOCKFILE: '1' },
  },
);
