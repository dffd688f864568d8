import { cpSync, existsSync, mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { ensureAssets, GENERATED } from './assets.mjs';
import { contentHash } from './content-hash.mjs';
import { exclusive } from './exclusive.mjs';
import { buildPlace, inRoot, ROOT } from './paths.mjs';
import { packageCommand, runNode } from './run.mjs';
import { clearStamp, hasStamp, writeStamp } from './stamp.mjs';

const SOURCES = ['app', 'components', 'lib', 'public', 'next.config.js', 'tsconfig.json', 'package.json'];

/** Changes with anything that can change the built page. */
function sourceHash() {
  const assets = contentHash(['scripts', 'package-lock.json']);
  return contentHash(SOURCES, { skip: GENERATED, extra: assets });
}

function copySources(project) {
  mkdirSync(project, { recursive: true });
  for (const source of SOURCES) {
    const target = path.join(project, source);
    rmSync(target, { recursive: true, force: true });
    if (existsSync(inRoot(source))) cpSync(inRoot(source), target, { recursive: true });
  }
}

async function build(place) {
  const value = sourceHash();
  if (hasStamp(place.stamp, value) && existsSync(path.join(place.out, 'index.html'))) return;
  clearStamp(place.stamp);
  await ensureAssets();
  if (place.project !== ROOT) copySources(place.project);
  console.log('Building the page …');
  const status = await runNode([packageCommand('next'), 'build'], {
    cwd: place.project,
    env: {
      NEXT_TELEMETRY_DISABLED: '1',
      NEXT_IGNORE_INCORRECT_LOCKFILE: '1',
      SHAPEFLOW_ROOT: ROOT,
      NODE_ENV: 'production',
    },
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  if (status !== 0) throw new Error('next build failed: see its message above.');
  writeStamp(place.stamp, value);
}

/** Builds the page unless it is up to date; resolves to the folder to serve. */
export async function ensureBuild(place = buildPlace()) {
  await exclusive(`build-${place.name || 'main'}`, () => build(place));
  return place.out;
}
