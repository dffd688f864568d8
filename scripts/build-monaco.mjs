// Bundles Monaco into public/monaco, with the type declarations that the exported projects are checked against. Next does
// not bundle it: that would double every build, and the page loads it only when the code panel opens.
import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import ts from 'typescript';
import { inRoot, ROOT } from './lib/paths.mjs';

const TARGET = inRoot('public/monaco');
/** What an exported project imports. */
const TYPED_PACKAGES = ['@tensorflow/tfjs', '@tensorflow/tfjs-backend-wasm'];
/** Explains itself by name, and its comments are four fifths of its size. */
const WITHOUT_COMMENTS = /node_modules\/(@types|undici-types)\//;

async function bundleEditor() {
  const common = {
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    logLevel: 'warning',
    legalComments: 'eof',
  };
  await build({
    ...common,
    entryPoints: [inRoot('scripts/monaco/editor.mjs')],
    outfile: path.join(TARGET, 'editor.js'),
    loader: { '.ttf': 'dataurl' },
  });
  await build({
    ...common,
    entryPoints: {
      'editor.worker': 'monaco-editor/editor/editor.worker',
      'ts.worker': 'monaco-editor/language/typescript/ts.worker',
    },
    absWorkingDir: ROOT,
    outdir: TARGET,
    // Classic workers: Monaco starts them without `type: 'module'` when given a plain Worker.
    format: 'iife',
  });
}

/** Every declaration file that the packages and Node's own types reach, as TypeScript itself resolves them. */
function declarationFiles() {
  const entry = path.join(ROOT, 'types-entry.ts');
  const source = TYPED_PACKAGES.map((name) => `import '${name}';`).join('\n');
  const options = {
    target: ts.ScriptTarget.ES2022,
    module: ts.ModuleKind.ESNext,
    moduleResolution: ts.ModuleResolutionKind.Bundler,
    lib: ['lib.es2022.d.ts', 'lib.dom.d.ts'],
    types: ['node'],
    skipLibCheck: true,
    noEmit: true,
  };
  const host = ts.createCompilerHost(options);
  const { getSourceFile, fileExists } = host;
  host.fileExists = (file) => file === entry || fileExists(file);
  host.getSourceFile = (file, ...rest) =>
    file === entry ? ts.createSourceFile(file, source, options.target) : getSourceFile(file, ...rest);
  const program = ts.createProgram([entry], options, host);
  return program
    .getSourceFiles()
    .filter((file) => file.fileName.includes('/node_modules/') && !file.fileName.includes('/node_modules/typescript/'));
}

function withoutComments(file) {
  const parsed = ts.createSourceFile(file.fileName, file.text, ts.ScriptTarget.ES2022);
  return ts.createPrinter({ removeComments: true }).printFile(parsed);
}

/** The part of a package.json that tells the editor where the package's types are. */
function packageEntry(file) {
  const { name, version, types, typings } = JSON.parse(readFileSync(file, 'utf8'));
  return JSON.stringify({ name, version, types: types ?? typings });
}

function packageFolder(file) {
  return /^.*\/node_modules\/(?:@[^/]+\/)?[^/]+/.exec(file)?.[0];
}

/** `{ 'node_modules/…/x.d.ts': text }` for the editor's virtual file system. */
function typeLibraries() {
  const files = declarationFiles();
  const libraries = {};
  const relative = (file) => path.relative(ROOT, file).split(path.sep).join('/');
  for (const folder of new Set(files.map((file) => packageFolder(file.fileName)))) {
    if (folder !== undefined) libraries[relative(`${folder}/package.json`)] = packageEntry(`${folder}/package.json`);
  }
  for (const file of files) {
    libraries[relative(file.fileName)] = WITHOUT_COMMENTS.test(file.fileName) ? withoutComments(file) : file.text;
  }
  return libraries;
}

rmSync(TARGET, { recursive: true, force: true });
mkdirSync(TARGET, { recursive: true });
await bundleEditor();
writeFileSync(path.join(TARGET, 'tfjs-types.json'), JSON.stringify(typeLibraries()));
