import { readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';

const FOLDERS = ['app', 'bench', 'components', 'docs', 'lib', 'scripts', 'tests'];

/** Endings that an import leaves out: './Control' may mean any of these. */
const LEFT_OUT_OF_IMPORTS = /\.(d\.ts|tsx?|[cm]?js|jsx|json)$/;

function filesUnder(folder) {
  return readdirSync(folder, { recursive: true })
    .map((path) => join(folder, path))
    .filter((path) => statSync(path).isFile());
}

/** Paths that a disk blind to case (macOS, Windows) or an import without an ending cannot tell apart. */
function confusable(paths) {
  const groups = new Map();
  for (const path of paths) {
    const key = path.toLowerCase().replace(LEFT_OUT_OF_IMPORTS, '');
    groups.set(key, [...(groups.get(key) ?? []), path]);
  }
  return [...groups.values()].filter((group) => group.length > 1);
}

test('names that differ only by case or by an ending that imports leave out are found', () => {
  expect(confusable(['a/Markdown.tsx', 'a/markdown.ts', 'a/markdown.module.css', 'b/Markdown.tsx'])).toEqual([
    ['a/Markdown.tsx', 'a/markdown.ts'],
  ]);
});

test.each(FOLDERS)('no folder under %s holds two such names', (folder) => {
  const paths = filesUnder(folder);
  expect(paths.length).toBeGreaterThan(0);
  expect(confusable(paths)).toEqual([]);
});
