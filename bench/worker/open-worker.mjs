// A benchmark of ours as a worker in a browser, with the wasm files and the data sets served beside it.
import { cpSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { build } from 'esbuild';
import { launchBrowser } from '../../scripts/browser.mjs';
import { ensureAssets } from '../../scripts/lib/assets.mjs';
import { serve } from '../../scripts/lib/listen.mjs';
import { CACHE, inRoot } from '../../scripts/lib/paths.mjs';

async function prepareFolder(entry) {
  const folder = path.join(CACHE, `bench-${path.basename(path.dirname(entry))}`);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  await ensureAssets();
  for (const part of ['wasm', 'datasets']) cpSync(inRoot('public', part), path.join(folder, part), { recursive: true });
  await build({
    entryPoints: [inRoot(entry)],
    outfile: path.join(folder, 'bench-worker.js'),
    bundle: true,
    minify: true,
    format: 'esm',
    target: 'es2022',
    tsconfig: inRoot('tsconfig.json'),
    logLevel: 'error',
  });
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>bench</title>');
  return folder;
}

/** Runs in the page: one job in the worker, its result. */
function performInPage(job) {
  globalThis.benchWorker ??= new Worker('/bench-worker.js', { type: 'module' });
  const worker = globalThis.benchWorker;
  return new Promise((resolve, reject) => {
    worker.onmessage = ({ data }) => {
      if (data.line !== undefined) console.log(data.line);
      else if (data.error !== undefined) reject(new Error(data.error));
      else resolve(data.result);
    };
    worker.onerror = (event) => reject(new Error(event.message));
    worker.postMessage(job);
  });
}

/** `browser` are options of the launch; what the page logs is printed. */
export async function openWorker(entry, { browser: options = {} } = {}) {
  const server = await serve(await prepareFolder(entry));
  const browser = await launchBrowser(options);
  const page = await browser.newPage();
  page.on('console', (message) => console.log(message.text()));
  await page.goto(server.url);
  return {
    perform: (job) => page.evaluate(performInPage, job),
    close: async () => {
      await browser.close();
      await server.close();
    },
  };
}
