// npm start: installs and builds what is missing, then serves the page on PORT or 3000.
import { ensureBuild } from './lib/build.mjs';
import { ensureInstall } from './lib/install.mjs';
import { serveForPeople } from './lib/serve-for-people.mjs';

try {
  await ensureInstall();
  await serveForPeople(await ensureBuild());
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
