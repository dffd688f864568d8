// npm run e2e -- [--no-build] [Playwright's own arguments, such as a file or --grep "undo"]
import { runPlaywright } from './lib/e2e.mjs';
import { ensureBuild } from './lib/build.mjs';
import { ensureInstall } from './lib/install.mjs';

const args = process.argv.slice(2);
try {
  await ensureInstall();
  if (!args.includes('--no-build')) await ensureBuild();
  const { status } = await runPlaywright(args.filter((arg) => arg !== '--no-build'));
  process.exitCode = status;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
