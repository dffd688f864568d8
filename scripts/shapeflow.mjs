// npm run -s shapeflow -- summary|check|export FILE|template:NAME …: the command line of lib/cli.
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { bundleForNode } from './lib/bundle.mjs';
import { ensureInstall } from './lib/install.mjs';

/** npm starts scripts in the root; paths are meant from where the user stands. */
const here = process.env.INIT_CWD ?? process.cwd();

const io = {
  stdout: (text) => void process.stdout.write(text),
  stderr: (text) => void process.stderr.write(text),
  readFile: (file) => readFile(path.resolve(here, file)),
  async writeFiles(folder, files) {
    for (const { path: name, content } of files) {
      const file = path.resolve(here, folder, name);
      await mkdir(path.dirname(file), { recursive: true });
      await writeFile(file, content);
    }
  },
};

/** Why the result did not reach its reader; null where it did. */
let unwritten = null;
for (const stream of [process.stdout, process.stderr]) {
  stream.on('error', (error) => {
    // A reader that has seen enough (`… | head`) closes the pipe: that is no failure of ours.
    if (error.code !== 'EPIPE') unwritten = error;
  });
}

try {
  await ensureInstall({ quiet: true });
  const { main } = await import(pathToFileURL(await bundleForNode('lib/cli/main.ts', 'cli')).href);
  // Not process.exit: it would cut off what is still on its way to a pipe.
  process.exitCode = await main(process.argv.slice(2), io);
  process.once('beforeExit', () => {
    if (unwritten === null) return;
    process.stderr.write(`shapeflow: the result cannot be written: ${unwritten.message}\n`);
    process.exitCode = 2;
  });
} catch (error) {
  console.error(`shapeflow: ${error instanceof Error ? error.message : String(error)}`);
  process.exitCode = 2;
}
