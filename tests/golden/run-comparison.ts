import { execFile } from 'node:child_process';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { build } from 'esbuild';
import { kerasJson } from '@/lib/compile/keras-json';
import type { Comparison, ModelPair } from '@/tests/golden/compare-models';
import type { ExportedDesign } from '@/tests/golden/exported-designs';

const REPOSITORY = path.resolve(__dirname, '../..');
const FOLDER = path.join(REPOSITORY, 'test-results/exported');

/** Builds each design both ways in a Node process of its own and compares them there, on WebAssembly. */
export async function compareExported(
  designs: readonly ExportedDesign[],
  comparesOutputs: (design: ExportedDesign) => boolean,
): Promise<readonly Comparison[]> {
  const pairs = designs.map((design): ModelPair => ({
    name: design.name,
    plan: design.plan,
    model: kerasJson(design.plan, design.document.training.seed),
    names: Object.fromEntries(design.names),
    comparesOutputs: comparesOutputs(design),
  }));
  const program = await bundle(designs, pairs);
  const { stdout } = await promisify(execFile)(process.execPath, ['--max-old-space-size=6000', program], {
    maxBuffer: 2 ** 26,
  });
  return stdout
    .split('\n')
    .filter((line) => line.startsWith('{'))
    .map((line) => JSON.parse(line) as Comparison);
}

async function bundle(designs: readonly ExportedDesign[], pairs: readonly ModelPair[]): Promise<string> {
  mkdirSync(FOLDER, { recursive: true });
  const entry = path.join(FOLDER, 'compare.ts');
  const program = path.join(FOLDER, 'compare.cjs');
  const imports = designs.map(({ folder }, index) => {
    return `import { createModel as create${index} } from ${JSON.stringify(`${folder}/src/model.ts`)};`;
  });
  const table = designs.map(({ name }, index) => `${JSON.stringify(name)}: create${index}`).join(', ');
  writeFileSync(path.join(FOLDER, 'pairs.json'), JSON.stringify(pairs));
  writeFileSync(
    entry,
    [
      "import { compareModels } from '@/tests/golden/compare-models';",
      "import pairs from './pairs.json';",
      ...imports,
      `void compareModels(pairs, { ${table} });`,
    ].join('\n'),
  );
  await build({
    entryPoints: [entry],
    outfile: program,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    packages: 'external',
    tsconfig: path.join(REPOSITORY, 'tsconfig.json'),
    logLevel: 'error',
  });
  return program;
}
