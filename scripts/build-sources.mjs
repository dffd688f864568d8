// Puts the sources that come with an exported project into lib/codegen/generated/sources.ts, as text: the layers and kernels
// that train in the browser are the very ones a person takes home. `--check` only says whether that file is up to date.
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { format } from 'prettier';
import { inRoot } from './lib/paths.mjs';

const TARGET = 'lib/codegen/generated/sources.ts';
const WORKER = 'lib/training/worker';
const TEMPLATE = 'scripts/project-template/src';
/** Stands in the template for what is generated from the design. */
const GENERATED = [`${TEMPLATE}/model.ts`];

/** Source file → its place under src/ in the exported project. */
function exportedFiles() {
  const inFolder = (from, to) =>
    readdirSync(inRoot(from))
      .filter((file) => file.endsWith('.ts'))
      .sort()
      .map((file) => [`${from}/${file}`, `${to}${file}`]);
  return new Map([
    ...inFolder(TEMPLATE, ''),
    ...inFolder(`${WORKER}/custom-layers`, 'layers/'),
    ['lib/training/split-counts.ts', 'split-counts.ts'],
    ['lib/core/random.ts', 'random.ts'],
    ['lib/core/learning.ts', 'learning/settings.ts'],
    ...['class-weights', 'early-stopping', 'schedule'].map((name) => [
      `lib/training/${name}.ts`,
      `learning/${name}.ts`,
    ]),
    ...['batch', 'hold-statistics', 'learner', 'learner-tensors', 'losses', 'objective', 'scaler'].map((name) => [
      `${WORKER}/${name}.ts`,
      `learning/${name}.ts`,
    ]),
    ...inFolder(`${WORKER}/optimizers`, 'learning/optimizers/'),
    ...inFolder(`${WORKER}/adam`, 'learning/adam/'),
    ...['augment', 'augment-batch', 'distributions', 'effects', 'warp'].map((name) => [
      `lib/training/augment/${name}.ts`,
      `augment/${name}.ts`,
    ]),
    ['lib/core/orthogonal-matrix.ts', 'orthogonal-matrix.ts'],
    [`${WORKER}/orthogonal.ts`, 'orthogonal.ts'],
    [`${WORKER}/start-values.ts`, 'start-values.ts'],
    [`${WORKER}/sample-order.ts`, 'sample-order.ts'],
    [`${WORKER}/wasm-kernels.ts`, 'wasm-kernels.ts'],
    ...inFolder(`${WORKER}/wasm-kernels`, 'wasm-kernels/'),
  ]);
}

function withoutEnding(file) {
  return file.replace(/\.ts$/, '');
}

/** Imports between exported files, as Node resolves them; an import of anything else of ours is an error. */
function withExportedImports(text, { source, files }) {
  return text.replaceAll(/from '((?:@\/|\.)[^']*)'/g, (whole, specifier) => {
    const target = specifier.startsWith('@/')
      ? specifier.slice(2)
      : path.posix.join(path.posix.dirname(source), specifier.replace(/\.js$/, ''));
    const exported = files.get(`${target}.ts`);
    if (exported === undefined) throw new Error(`${source} is exported, but what it imports from ${specifier} is not.`);
    const relative = path.posix.relative(path.posix.dirname(files.get(source)), withoutEnding(exported));
    return `from '${relative.startsWith('.') ? relative : `./${relative}`}.js'`;
  });
}

async function sourcesModule() {
  const files = exportedFiles();
  const entries = [];
  for (const [source, exported] of files) {
    if (GENERATED.includes(source)) continue;
    const text = withExportedImports(readFileSync(inRoot(source), 'utf8'), { source, files });
    const formatted = await format(text, {
      parser: 'typescript',
      printWidth: 100,
      singleQuote: true,
      trailingComma: 'all',
    });
    entries.push(`  ${JSON.stringify(exported)}: ${JSON.stringify(formatted)},`);
  }
  return [
    '// Written by scripts/build-sources.mjs: run it again when a test says that this file is out of date.',
    '/** Sources of an exported project that do not depend on the design, by their path under src/. */',
    'export const SOURCES = {',
    ...entries,
    '} as const satisfies Readonly<Record<string, string>>;',
    '',
  ].join('\n');
}

const wanted = await sourcesModule();
const target = inRoot(TARGET);
if (!existsSync(target) || readFileSync(target, 'utf8') !== wanted) {
  if (process.argv.includes('--check')) {
    console.error(`${TARGET} is out of date: run node scripts/build-sources.mjs`);
    process.exitCode = 1;
  } else {
    mkdirSync(path.dirname(target), { recursive: true });
    writeFileSync(target, wanted);
  }
}
