// npm run fuzz [-- rounds]: the tests that state properties, with other seeds than the one they always run with.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { inRoot } from './lib/paths.mjs';
import { packageCommand, runNode } from './lib/run.mjs';

const rounds = Number(process.argv[2] ?? 10);
const folder = inRoot('tests', 'unit');
const files = readdirSync(folder, { recursive: true })
  .filter((name) => /\.test\.tsx?$/.test(name))
  .map((name) => path.join(folder, name))
  .filter((file) => readFileSync(file, 'utf8').includes('fc.assert'));

for (let round = 1; round <= rounds; round += 1) {
  const seed = Math.trunc(Math.random() * 2 ** 31);
  console.log(`round ${round} of ${rounds}: SHAPEFLOW_SEED=${seed}`);
  const status = await runNode([packageCommand('jest'), ...files, '--silent', '--reporters=summary'], {
    env: { SHAPEFLOW_SEED: String(seed) },
  });
  if (status !== 0) {
    console.error(`Found with SHAPEFLOW_SEED=${seed}: run the failing file with it again.`);
    process.exit(1);
  }
}
