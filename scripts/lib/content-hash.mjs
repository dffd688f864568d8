import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { ROOT } from './paths.mjs';

function* filesUnder(entry, skip) {
  if (!existsSync(entry) || skip.includes(path.relative(ROOT, entry).split(path.sep).join('/'))) return;
  if (!statSync(entry).isDirectory()) {
    yield entry;
    return;
  }
  for (const name of readdirSync(entry).sort()) yield* filesUnder(path.join(entry, name), skip);
}

/**
 * One hash over the names and contents of files and folders (relative to the root); what is missing counts as empty.
 * Names in `skip` are left out with all they hold; `extra` is hashed as it is.
 */
export function contentHash(entries, { skip = [], extra = '' } = {}) {
  const hash = createHash('sha256').update(extra);
  for (const entry of entries) {
    for (const file of filesUnder(path.join(ROOT, entry), skip)) {
      const content = readFileSync(file);
      hash.update(`\0${path.relative(ROOT, file).split(path.sep).join('/')}\0${content.length}\0`).update(content);
    }
  }
  return hash.digest('hex');
}
