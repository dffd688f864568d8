import { buildSync } from 'esbuild';
import { mkdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createHdf5, type Hdf5Library } from '@/lib/interop/hdf5';

const ROOT = path.resolve(__dirname, '../../..');

/** The HDF5 library is an ES module and jest runs CommonJS: it is bundled for each test file that needs it. */
function loadLibrary(): Hdf5Library {
  const folder = path.join(ROOT, 'test-results/hdf5');
  mkdirSync(folder, { recursive: true });
  const file = path.join(folder, `h5wasm-${process.pid}.cjs`);
  const { outputFiles } = buildSync({
    stdin: { contents: "export * from 'h5wasm/node';", resolveDir: ROOT },
    write: false,
    bundle: true,
    platform: 'node',
    format: 'cjs',
    logLevel: 'error',
    define: { 'import.meta.url': JSON.stringify(pathToFileURL(file).href) },
  });
  // jest allows no `import()` without a flag of Node.
  writeFileSync(file, (outputFiles[0]?.text ?? '').replaceAll('await import(', 'require('));
  // eslint-disable-next-line @typescript-eslint/no-require-imports -- made just now, so there is nothing to import statically
  return require(file) as Hdf5Library;
}

let library: Hdf5Library | null = null;

export const nodeHdf5 = createHdf5(() => Promise.resolve((library ??= loadLibrary())));
