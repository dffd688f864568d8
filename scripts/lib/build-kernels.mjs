import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import asc from 'assemblyscript/asc';
import { inRoot } from './paths.mjs';

const SOURCE = 'lib/training/worker/wasm-kernels/assembly/index.ts';

/** What the module may ask of its host: the memory it works on. Anything else would be a runtime of its own. */
function requireBare(bytes) {
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(bytes)).map(
    ({ module, name }) => `${module}.${name}`,
  );
  if (imports.join() !== 'env.memory')
    throw new Error(`The kernels import ${imports.join(', ')}; only env.memory may be.`);
}

/** Compiles the kernels that are written in AssemblyScript to a WebAssembly file. */
export async function buildKernels(target) {
  mkdirSync(path.dirname(target), { recursive: true });
  const options = [
    ...['--outFile', path.relative(process.cwd(), target)],
    ...['--runtime', 'stub', '--use', 'abort=', '--noAssert'],
    // The memory is that of tfjs's module; nothing of ours may lie in it.
    '--importMemory',
    '--noExportMemory',
    // Vectors as parameters: of inner functions only.
    ...['--disableWarning', '112'],
    ...['--enable', 'simd', '--optimizeLevel', '3', '--shrinkLevel', '0', '--converge'],
  ];
  const { error, stderr } = await asc.main([path.relative(process.cwd(), inRoot(SOURCE)), ...options]);
  if (error) throw new Error(`The kernels do not compile: ${error.message}\n${stderr.toString()}`);
  requireBare(readFileSync(target));
}
