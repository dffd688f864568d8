// npm run build: everything `npm start` would build, without serving it.
import { ensureBuild } from './lib/build.mjs';
import { ensureInstall } from './lib/install.mjs';

try {
  await ensureInstall();
  console.log(`Built: ${await ensureBuild()}`);
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
