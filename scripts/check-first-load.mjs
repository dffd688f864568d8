// Opens the built page in a browser and weighs every script it asks for until it is ready and at rest, no panel opened.
import { readFileSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { gzipSync } from 'node:zlib';
import { launchBrowser } from './browser.mjs';
import { serve } from './lib/listen.mjs';
import { buildPlace, inRoot } from './lib/paths.mjs';
import { findFile } from './lib/static-files.mjs';

const BUDGET_KB = 220;
const REST_MS = 1500;

/** A text that every build of a package holds, and a file that proves it still does. */
const KEPT_OUT = [
  { name: 'TensorFlow.js', text: 'tfjsflags', proof: 'node_modules/@tensorflow/tfjs-core/dist/tf-core.min.js' },
  {
    name: 'Monaco',
    text: 'monaco-aria-container',
    proof: 'node_modules/monaco-editor/esm/vs/base/browser/ui/aria/aria.js',
  },
];

async function open(url) {
  const browser = await launchBrowser();
  const page = await browser.newPage();
  await page.goto(url, { waitUntil: 'networkidle' });
  await page.getByRole('main').waitFor();
  return browser;
}

/** The paths of the files asked for, by page and workers alike, from the first request until none came for REST_MS. */
async function requestedPaths(out) {
  const paths = new Set();
  let last = Date.now();
  const served = await serve(out, {
    onRequest: ({ url }) => {
      last = Date.now();
      paths.add(url.split(/[?#]/, 1)[0]);
    },
  });
  const browser = await open(served.url);
  try {
    while (Date.now() - last < REST_MS) await wait(100);
    return [...paths];
  } finally {
    await browser.close();
    await served.close();
  }
}

async function readScripts(out, paths) {
  const found = await Promise.all(paths.map((path) => findFile(out, path)));
  return found
    .map((info, index) => ({ info, path: paths[index] }))
    .filter(({ info }) => info?.type.startsWith('text/javascript'))
    .map(({ info, path }) => ({ path, bytes: readFileSync(info.file) }));
}

function intruders(scripts) {
  return KEPT_OUT.flatMap(({ name, text, proof }) => {
    if (!readFileSync(inRoot(proof)).includes(text)) return [`"${text}" no longer marks ${name}: choose another text`];
    return scripts.filter(({ bytes }) => bytes.includes(text)).map(({ path }) => `${name} is in ${path}`);
  });
}

const { out } = buildPlace();
const scripts = await readScripts(out, await requestedPaths(out));
const kilobytes = (bytes) => gzipSync(bytes, { level: 9 }).length / 1000;
const total = scripts.reduce((sum, { bytes }) => sum + kilobytes(bytes), 0);
for (const { path, bytes } of scripts) console.log(`${kilobytes(bytes).toFixed(1).padStart(7)} KB gz  ${path}`);
console.log(`${total.toFixed(1).padStart(7)} KB gz in ${scripts.length} scripts; the budget is ${BUDGET_KB} KB.`);

const faults = intruders(scripts);
if (scripts.length === 0) faults.push('the page asked for no script at all');
if (total > BUDGET_KB) faults.push(`the first load is ${(total - BUDGET_KB).toFixed(1)} KB over the budget`);
for (const fault of faults) console.error(`First load: ${fault}.`);
process.exitCode = faults.length === 0 ? 0 : 1;
