// node scripts/serve.mjs [--exact]: serves what is built already, on PORT or 3000 (or, without --exact, the next free one).
import { existsSync } from 'node:fs';
import path from 'node:path';
import { buildPlace } from './lib/paths.mjs';
import { serveForPeople } from './lib/serve-for-people.mjs';

const { out } = buildPlace();
try {
  if (!existsSync(path.join(out, 'index.html'))) throw new Error(`Nothing is built in ${out}: run npm run build.`);
  await serveForPeople(out, { exact: process.argv.includes('--exact') });
} catch (error) {
  console.error(error.message);
  process.exitCode = 1;
}
