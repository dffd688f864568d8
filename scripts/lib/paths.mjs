import path from 'node:path';
import { fileURLToPath } from 'node:url';

export const ROOT = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '../..');
/** What our own scripts remember between runs. Inside node_modules, so that a clean install forgets it. */
export const CACHE = path.join(ROOT, 'node_modules/.cache/shapeflow');

export const inRoot = (...parts) => path.join(ROOT, ...parts);

/**
 * Where a build lives. Without SHAPEFLOW_BUILD: `.next` and `out` in the root. With SHAPEFLOW_BUILD=name: a copy of the
 * sources in `.builds/name`, with its own `.next` and `out`, so that builds can run side by side.
 */
export function buildPlace(name = process.env.SHAPEFLOW_BUILD ?? '') {
  if (name !== '' && !/^[\w-]+$/.test(name)) {
    throw new Error(`SHAPEFLOW_BUILD may hold letters, digits, "-" and "_" only, not "${name}".`);
  }
  const project = name === '' ? ROOT : inRoot('.builds', name);
  return {
    name,
    project,
    out: path.join(project, 'out'),
    stamp: path.join(project, '.next', 'shapeflow-build'),
    results: path.join(inRoot('test-results'), name === '' ? 'main' : name),
  };
}
