import { existsSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { contentHash } from './content-hash.mjs';
import { CACHE, inRoot } from './paths.mjs';

/** What a bundle of our own TypeScript can depend on. */
const SOURCES = ['lib', 'bench', 'tsconfig.json', 'package-lock.json', 'scripts/lib/bundle.mjs'];

function forgetOlder(name, file) {
  if (!existsSync(CACHE)) return;
  for (const entry of readdirSync(CACHE)) {
    if (entry.startsWith(`${name}-`) && entry !== path.basename(file)) rmSync(path.join(CACHE, entry), { force: true });
  }
}

/**
 * Bundles one of our TypeScript files into a module that Node can import, and returns its path; packages stay outside. The
 * bundle is kept until a source changes.
 */
export async function bundleForNode(entry, name = path.basename(path.dirname(entry))) {
  const file = path.join(CACHE, `${name}-${contentHash(SOURCES, { extra: entry }).slice(0, 16)}.mjs`);
  if (existsSync(file)) return file;
  const { build } = await import('esbuild');
  // Moved into place when it is whole: another process may look for it at any time.
  const unfinished = path.join(CACHE, `.${name}-${process.pid}.mjs`);
  await build({
    entryPoints: [inRoot(entry)],
    outfile: unfinished,
    bundle: true,
    platform: 'node',
    format: 'esm',
    target: 'node20',
    packages: 'external',
    tsconfig: inRoot('tsconfig.json'),
    sourcemap: 'inline',
    logLevel: 'error',
  });
  renameSync(unfinished, file);
  forgetOlder(name, file);
  return file;
}
