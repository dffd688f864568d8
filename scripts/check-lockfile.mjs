// Every package that a package in the lockfile depends on, optional ones included, must be in the lockfile too: npm leaves
// out the builds for other systems when its registry or its node_modules lacks them, and `npm ci` then fails elsewhere.
import { readFileSync } from 'node:fs';
import { inRoot } from './lib/paths.mjs';

/** Whether Node would find `name` from the package at `place` among the lockfile's places. */
function isFound(packages, place, name) {
  for (let folder = place; ; folder = folder.slice(0, folder.lastIndexOf('node_modules/')).replace(/\/$/, '')) {
    if (`${folder === '' ? '' : `${folder}/`}node_modules/${name}` in packages) return true;
    if (folder === '') return false;
  }
}

function missingPackages({ packages }) {
  return Object.entries(packages).flatMap(([place, entry]) => {
    const names = Object.keys({ ...entry.dependencies, ...entry.optionalDependencies });
    return names.filter((name) => !isFound(packages, place, name)).map((name) => `${name}, for ${place}`);
  });
}

function unlockedRanges({ packages }, manifest) {
  const kinds = ['dependencies', 'devDependencies', 'optionalDependencies'];
  return kinds.flatMap((kind) =>
    Object.entries(manifest[kind] ?? {})
      .filter(([name, range]) => packages['']?.[kind]?.[name] !== range)
      .map(([name, range]) => `${name}@${range} of package.json`),
  );
}

const lock = JSON.parse(readFileSync(inRoot('package-lock.json'), 'utf8'));
const manifest = JSON.parse(readFileSync(inRoot('package.json'), 'utf8'));
const missing = [...missingPackages(lock), ...unlockedRanges(lock, manifest)];
for (const line of missing) console.error(`Not in package-lock.json: ${line}`);
console.log(`${Object.keys(lock.packages).length} packages in the lockfile, ${missing.length} missing.`);
process.exitCode = missing.length === 0 ? 0 : 1;
