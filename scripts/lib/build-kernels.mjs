import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import asc from 'assemblyscript/asc';
import { inRoot } from './paths.mjs';

const SOURCE = 'lib/training/worker/wasm-kernels/assembly/index.ts';

const DATA_SECTION = 11;

/** The kinds of a WebAssembly file's sections: behind eight bytes each is a kind, a size (LEB128) and its content. */
function sectionsOf(bytes) {
  const kinds = [];
  for (let at = 8; at < bytes.length;) {
    kinds.push(bytes[at++]);
    let size = 0;
    for (let shift = 0, more = true; more; shift += 7) {
      more = bytes[at] > 127;
      size += (bytes[at++] & 127) * 2 ** shift;
    }
    at += size;
  }
  return kinds;
}

/** The module works in a memory that is not its own: it may ask for nothing else, and put nothing there by itself. */
function requireBare(bytes) {
  const imports = WebAssembly.Module.imports(new WebAssembly.Module(bytes)).map(
    ({ module, name }) => `${module}.${name}`,
  );
  if (imports.join() !== 'env.memory')
    throw new Error(`The kernels import ${imports.join(', ')}; only env.memory may be.`);
  if (sectionsOf(bytes).includes(DATA_SECTION)) throw new Error('The kernels hold data of their own.');
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
