// npm run e2e -- [--no-build] [Playwright's own arguments, such as a file or --grep "undo"]
import { runPlaywright } from './lib/e2e.mjs';
import { ensureAssets } from './lib/assets.mjs';
import { ensureBuild } from './lib/build.mjs';
import { ensureInstall } from './lib/install.mjs';

const args = process.argv.slice(2);
try {
  await ensureInstall();
  // Tests of the training worker bundle their own page, but use what is built under public/.
  if (args.includes('--no-build')) await ensureAssets();
  else await ensureBuild();
  const { status } = await runPlaywright(args.filter((arg) => arg !== '--no-build'));
  process.exitCode = status;
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
