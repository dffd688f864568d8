// npm run bench [-- NAME [arguments]]: runs bench/NAME/run.mjs, or says which there are.
import { existsSync, readdirSync } from 'node:fs';
import { ensureInstall } from './lib/install.mjs';
import { inRoot } from './lib/paths.mjs';
import { runNode } from './lib/run.mjs';

const folder = inRoot('bench');
const names = existsSync(folder)
  ? readdirSync(folder).filter((name) => existsSync(inRoot('bench', name, 'run.mjs')))
  : [];
const [name, ...args] = process.argv.slice(2);

if (name !== undefined && names.includes(name)) {
  await ensureInstall();
  process.exitCode = await runNode([inRoot('bench', name, 'run.mjs'), ...args]);
} else {
  const problem = name === undefined ? 'Which benchmark?' : `There is no benchmark "${name}".`;
  console.error(`${problem} npm run bench -- NAME, where NAME is one of: ${names.join(', ') || '(none yet)'}`);
  process.exitCode = 2;
}
